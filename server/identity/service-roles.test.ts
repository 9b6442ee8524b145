import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, systemActor, type Person } from '../platform/auth/actor.ts';
import { db } from '../platform/db/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { demoPersons } from './demo-persons.ts';
import { seedIdentity } from './seed.ts';
import { openSession, personOfToken } from './service.ts';
import { grantRole, listStaff, revokeRole } from './service-roles.ts';

createTestDatabase();

const base = anonymous();
const reason = 'Order 12 of 2 March';
const dilnoza = '41403900010017';

async function as(login: string): Promise<Person> {
  const { userId } = await db().account.findFirstOrThrow({ where: { subject: `demo-${login}` } });
  await openSession(systemActor('test'), { token: login, userId, userAgent: null }).catch(() => undefined);
  const person = await personOfToken(base, login);
  if (person === null) throw new Error(login);
  return person;
}

beforeAll(async () => {
  const words = { uz: 'x', ru: 'x', en: 'x' };
  const ids = new Set(demoPersons.flatMap(({ roles }) => roles.map(({ agencyId }) => agencyId)).filter((id) => id !== null));
  await db().agency.createMany({ data: [...ids].map((id) => ({ id, abbreviation: words, name: words, about: words, kind: 'ministry', address: words, website: 'https://x.example', phone: '1102' })) });
  await seedIdentity();
});

describe('the demo persons', () => {
  it('are seeded once', async () => {
    const roles = await db().roleAssignment.count();
    await seedIdentity();
    expect(await db().user.count()).toBe(demoPersons.length);
    expect(await db().roleAssignment.count()).toBe(roles);
    expect((await as('editor-two')).roles).toHaveLength(2);
  });
});

describe('roles', () => {
  it('are granted and revoked with a reason, at once and on the record', async () => {
    const admin = await as('admin');
    const citizen = await as('dilnoza');
    expect(citizen.roles).toEqual([]);
    await grantRole(admin, { pinfl: dilnoza, role: 'agency_editor', agencyId: 'iiv', reason });
    await grantRole(admin, { pinfl: dilnoza, role: 'agency_editor', agencyId: 'iiv', reason });
    expect((await as('dilnoza')).roles).toEqual([{ role: 'agency_editor', agencyId: 'iiv' }]);
    const { staff } = await listStaff(admin, { agencyId: 'iiv' });
    const held = staff.find(({ userId }) => userId === citizen.userId);
    await revokeRole(admin, { assignmentId: held?.assignmentId ?? '', reason });
    expect((await as('dilnoza')).roles).toEqual([]);
    const entries = await db().auditEntry.findMany({ where: { subjectId: citizen.userId }, orderBy: { id: 'asc' } });
    expect(entries.map(({ action, actorRole, agencyId }) => [action, actorRole, agencyId])).toEqual([
      ['identity.grant-role', 'platform_administrator', 'iiv'],
      ['identity.revoke-role', 'platform_administrator', 'iiv'],
    ]);
    expect(entries[0]?.reason).toBe(reason);
  });

  it('of other agencies are not a manager’s to give', async () => {
    const manager = await as('iiv-manager');
    await expect(grantRole(manager, { pinfl: dilnoza, role: 'agency_editor', agencyId: 'soliq', reason })).rejects.toMatchObject({ category: 'forbidden' });
    await expect(listStaff(manager, { agencyId: null })).rejects.toMatchObject({ category: 'forbidden' });
    await expect(grantRole(await as('dilnoza'), { pinfl: '30211975910033', role: 'auditor', agencyId: null, reason })).rejects.toMatchObject({ category: 'forbidden' });
  });

  it('must fit the agency, and the person must be known', async () => {
    const admin = await as('admin');
    await expect(grantRole(admin, { pinfl: dilnoza, role: 'auditor', agencyId: 'iiv', reason })).rejects.toMatchObject({ key: 'identity.errors.roleInvalid' });
    await expect(grantRole(admin, { pinfl: dilnoza, role: 'agency_editor', agencyId: 'nowhere', reason })).rejects.toMatchObject({ key: 'identity.errors.roleInvalid' });
    await expect(grantRole(admin, { pinfl: '30211975910033', role: 'auditor', agencyId: null, reason })).rejects.toMatchObject({ key: 'identity.errors.personNotFound' });
  });
});
