import { describe, expect, it } from 'vitest';
import { anonymous, systemActor, type Actor } from '../platform/auth/actor.ts';
import { mayReadIndividual } from './policy.ts';

const own = '30211975910033';
const person = (pinfl: string | null, roles: Actor['roles'] = []): Actor => ({ ...anonymous(), kind: 'person', userId: 'u', name: 'N', pinfl, roles });
const record = { pinfl: own, motherPinfl: '40101700010011', fatherPinfl: null };
const bare = { purpose: 'application' };
const onCase = { purpose: 'case', ground: 'case-1', agencyId: 'iiv' };

describe('who may read an individual', () => {
  it.each([
    ['anonymous', anonymous(), bare, false],
    ['the system', systemActor('job'), bare, true],
    ['the person', person(own), bare, true],
    ['the mother', person('40101700010011'), bare, true],
    ['a stranger', person('51212010000000'), bare, false],
    ['a stranger without identifier', person(null), bare, false],
    ['an officer without a case', person(null, [{ role: 'agency_officer', agencyId: 'iiv' }]), bare, false],
    ['an officer on a case of the agency', person(null, [{ role: 'agency_officer', agencyId: 'iiv' }]), onCase, true],
    ['a manager on a case of the agency', person(null, [{ role: 'agency_manager', agencyId: 'iiv' }]), onCase, true],
    ['an officer of another agency', person(null, [{ role: 'agency_officer', agencyId: 'soliq' }]), onCase, false],
    ['an editor of the agency', person(null, [{ role: 'agency_editor', agencyId: 'iiv' }]), onCase, false],
    ['a platform administrator', person(null, [{ role: 'platform_administrator', agencyId: null }]), onCase, false],
    ['an auditor', person(null, [{ role: 'auditor', agencyId: null }]), onCase, false],
  ])('%s', (_who, actor, reading, expected) => {
    expect(mayReadIndividual(actor, record, reading).allow).toBe(expected);
  });
});
