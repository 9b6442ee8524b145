import { describe, expect, test } from 'vitest';
import { anonymous, systemActor, type Actor, type StaffRole } from '../platform/auth/actor.ts';
import { mayReadAudit, mayReadFigures } from './policy.ts';

const person = (...roles: { role: StaffRole; agencyId: string | null }[]): Actor => ({ ...anonymous(), kind: 'person', userId: '00000000-0000-7000-8000-000000000001', name: 'Sinov', roles });

const actors = {
  anonymous: anonymous(),
  system: systemActor('job'),
  citizen: person(),
  officer: person({ role: 'agency_officer', agencyId: 'iiv' }),
  editor: person({ role: 'agency_editor', agencyId: 'iiv' }),
  manager: person({ role: 'agency_manager', agencyId: 'iiv' }),
  administrator: person({ role: 'platform_administrator', agencyId: null }),
  auditor: person({ role: 'auditor', agencyId: null }),
  'manager and auditor': person({ role: 'agency_manager', agencyId: 'iiv' }, { role: 'auditor', agencyId: null }),
};

// Who reads: figures of iiv, figures of soliq, the audit trail.
const table: [keyof typeof actors, boolean, boolean, boolean][] = [
  ['anonymous', false, false, false],
  ['system', false, false, false],
  ['citizen', false, false, false],
  ['officer', false, false, false],
  ['editor', false, false, false],
  ['manager', true, false, false],
  ['administrator', true, true, true],
  ['auditor', true, true, true],
  ['manager and auditor', true, true, true],
];

describe.each(table)('%s', (name, own, other, trail) => {
  test(`reads figures of the agency: ${own}, of another: ${other}; the audit trail: ${trail}`, () => {
    const actor = actors[name];
    expect([mayReadFigures(actor, 'iiv').allow, mayReadFigures(actor, 'soliq').allow, mayReadAudit(actor).allow]).toEqual([own, other, trail]);
  });
});
