import { describe, expect, it } from 'vitest';
import { anonymous, systemActor, type Actor, type StaffRole } from '../platform/auth/actor.ts';
import { mayChangeRole, mayListStaff, mayManageOwnAccount, mayRecordSignIn, roleFitsAgency, sessionLimits } from './policy.ts';

const person = (...roles: Actor['roles'][number][]): Actor => ({ ...anonymous(), kind: 'person', userId: 'me', name: 'Me', roles });
const at = (role: StaffRole, agencyId: string | null = 'iiv') => person({ role, agencyId });

const actors = {
  anonymous: anonymous(),
  citizen: person(),
  editor: at('agency_editor'),
  officer: at('agency_officer'),
  manager: at('agency_manager'),
  administrator: at('platform_administrator', null),
  auditor: at('auditor', null),
  system: systemActor('test'),
} as const;
type Who = keyof typeof actors;

/** Every action of the domain, and who may do it; everybody else may not. */
const table: { action: string; decide: (actor: Actor) => { allow: boolean }; allowed: Who[] }[] = [
  { action: 'record a sign-in', decide: mayRecordSignIn, allowed: ['system'] },
  { action: 'see and end own sessions', decide: mayManageOwnAccount, allowed: ['citizen', 'editor', 'officer', 'manager', 'administrator', 'auditor'] },
  { action: 'list the staff of an agency', decide: (a) => mayListStaff(a, 'iiv'), allowed: ['manager', 'administrator', 'auditor'] },
  { action: 'list the staff of another agency', decide: (a) => mayListStaff(a, 'soliq'), allowed: ['administrator', 'auditor'] },
  { action: 'list all staff', decide: (a) => mayListStaff(a, null), allowed: ['administrator', 'auditor'] },
  { action: 'make an editor of the agency', decide: (a) => mayChangeRole(a, { userId: 'you', role: 'agency_editor', agencyId: 'iiv' }), allowed: ['manager', 'administrator', 'system'] },
  { action: 'make an officer of another agency', decide: (a) => mayChangeRole(a, { userId: 'you', role: 'agency_officer', agencyId: 'soliq' }), allowed: ['administrator', 'system'] },
  { action: 'make a manager of the agency', decide: (a) => mayChangeRole(a, { userId: 'you', role: 'agency_manager', agencyId: 'iiv' }), allowed: ['administrator', 'system'] },
  { action: 'make an administrator', decide: (a) => mayChangeRole(a, { userId: 'you', role: 'platform_administrator', agencyId: null }), allowed: ['administrator', 'system'] },
  { action: 'change own roles', decide: (a) => mayChangeRole(a, { userId: 'me', role: 'agency_editor', agencyId: 'iiv' }), allowed: ['system'] },
];

describe.each(table)('$action', ({ decide, allowed }) => {
  it.each(Object.keys(actors) as Who[])('%s', (who) => {
    expect(decide(actors[who]).allow).toBe(allowed.includes(who));
  });
});

describe('roles and agencies', () => {
  it.each([
    ['agency_editor', 'iiv', true],
    ['agency_officer', null, false],
    ['agency_manager', null, false],
    ['platform_administrator', null, true],
    ['platform_administrator', 'iiv', false],
    ['auditor', 'iiv', false],
  ] as const)('%s at %s: %s', (role, agencyId, fits) => {
    expect(roleFitsAgency(role, agencyId)).toBe(fits);
  });
});

it('staff sign in again every day', () => {
  expect(sessionLimits(true).absoluteMs).toBeLessThan(sessionLimits(false).absoluteMs);
});
