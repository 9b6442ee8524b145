import { describe, expect, test } from 'vitest';
import { anonymous, systemActor, type Actor, type StaffRole } from '../platform/auth/actor.ts';
import { caseRole, mayHandleCase, mayHold, maySeeWorkload, type CaseAct } from './policy.ts';

const acts: readonly CaseAct[] = ['read', 'take', 'assign', 'release', 'message', 'check_register', 'ask_correction', 'approve', 'refuse'];
const person = (userId: string, ...roles: Actor['roles'][number][]): Actor => ({ ...anonymous(), kind: 'person', userId, name: userId, roles });
const officer = (agencyId: string | null, role: StaffRole = 'agency_officer') => ({ role, agencyId });

const everything = acts;
const actors = {
  anonymous: anonymous(),
  system: systemActor('job'),
  citizen: person('citizen'),
  applicant: person('applicant'),
  officer: person('officer', officer('iiv')),
  holder: person('holder', officer('iiv')),
  manager: person('manager', officer('iiv', 'agency_manager')),
  holdingManager: person('holder', officer('iiv', 'agency_manager')),
  officerElsewhere: person('officer', officer('soliq')),
  managerElsewhere: person('manager', officer('soliq', 'agency_manager')),
  editor: person('editor', officer('iiv', 'agency_editor')),
  administrator: person('admin', officer(null, 'platform_administrator')),
  auditor: person('auditor', officer(null, 'auditor')),
  applyingOfficer: person('applicant', officer('iiv')),
  applyingManager: person('applicant', officer('iiv', 'agency_manager')),
} satisfies Record<string, Actor>;

/** Everything that is allowed; all else is not. */
const allowed: Record<keyof typeof actors, readonly CaseAct[]> = {
  anonymous: [],
  system: [],
  citizen: [],
  applicant: [],
  officer: ['read', 'take'],
  holder: ['read', 'take', 'release', 'message', 'check_register', 'ask_correction', 'approve', 'refuse'],
  manager: ['read', 'take', 'assign', 'release', 'message'],
  holdingManager: everything,
  officerElsewhere: [],
  managerElsewhere: [],
  editor: [],
  administrator: [],
  auditor: [],
  applyingOfficer: [],
  applyingManager: [],
};

describe.each(Object.keys(actors) as (keyof typeof actors)[])('%s', (name) => {
  test.each(acts)('%s', (act) => {
    const target = { agencyId: 'iiv', officerId: 'holder', applicantUserId: 'applicant' };
    expect(mayHandleCase(actors[name], target, act).allow).toBe(allowed[name].includes(act));
  });

  test('workload', () => {
    expect(maySeeWorkload(actors[name], 'iiv').allow).toBe(['manager', 'holdingManager', 'applyingManager'].includes(name));
  });

  test('may be given the case', () => {
    const { userId, roles } = actors[name];
    expect(mayHold({ userId: userId ?? '', roles }, { agencyId: 'iiv', applicantUserId: 'applicant' }).allow).toBe(['officer', 'holder', 'manager', 'holdingManager'].includes(name));
  });
});

test('who is both acts as the officer', () => {
  expect(caseRole(person('x', officer('iiv', 'agency_manager'), officer('iiv')), 'iiv')).toBe('agency_officer');
  expect(caseRole(person('x', officer('iiv', 'agency_manager')), 'iiv')).toBe('agency_manager');
  expect(caseRole(person('x', officer('iiv', 'agency_editor')), 'iiv')).toBeNull();
});
