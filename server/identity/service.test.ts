import { createHash } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, systemActor, type Person } from '../platform/auth/actor.ts';
import { freezeClock } from '../platform/clock/index.ts';
import { db } from '../platform/db/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { pruneSessions } from './jobs.ts';
import { chooseLanguage, endOtherSessions, endOwnSession, listOwnSessions, openSession, ownProfile, personOfToken, recordSignIn, signOut } from './service.ts';

createTestDatabase();

const platform = systemActor('test');
const base = anonymous('ru', 'request-1');
const dilnoza = { sub: 'd', name: 'Namunayeva Dilnoza', email: 'Dilnoza@Demo.example', pinfl: '41403900010017' };
const signIn = (claims: unknown, locale: 'uz' | 'ru' = 'uz') => recordSignIn(platform, { provider: 'yagona', claims, locale });
const open = (userId: string, token: string) => openSession(platform, { token, userId, userAgent: 'Firefox/1 (Windows)' });

async function personWith(token: string): Promise<Person> {
  const person = await personOfToken(base, token);
  if (person === null) throw new Error('no session');
  return person;
}

let thaw: () => void = () => undefined;
afterEach(() => thaw());

beforeAll(async () => {
  const words = { uz: 'x', ru: 'x', en: 'x' };
  await db().agency.create({ data: { id: 'iiv', abbreviation: words, name: words, about: words, kind: 'ministry', address: words, website: 'https://iiv.example', phone: '1102' }, select: { id: true } });
});

describe('signing in', () => {
  it('creates a person once and brings their data up to date', async () => {
    const first = await signIn(dilnoza, 'ru');
    const again = await signIn({ ...dilnoza, name: 'Namunayeva Dilnoza Akmal qizi', email: 'new@demo.example' });
    expect(again).toBe(first);
    const user = await db().user.findUniqueOrThrow({ where: { id: first } });
    expect(user).toMatchObject({ name: 'Namunayeva Dilnoza Akmal qizi', email: 'new@demo.example', pinfl: dilnoza.pinfl, locale: 'ru' });
  });

  it('knows a person by the confirmed PINFL under another subject', async () => {
    expect(await signIn({ ...dilnoza, sub: 'd2' })).toBe(await signIn(dilnoza));
  });

  it('refuses a PINFL that belongs to another account', async () => {
    const other = await signIn({ sub: 'other', name: 'Other' });
    await expect(signIn({ sub: 'other', name: 'Other', pinfl: dilnoza.pinfl })).rejects.toMatchObject({ key: 'identity.errors.pinflTaken' });
    expect((await db().user.findUniqueOrThrow({ where: { id: other } })).pinfl).toBeNull();
  });

  it('refuses claims that lack a name or carry a false PINFL', async () => {
    await expect(signIn({ sub: 'x', name: ' ' })).rejects.toMatchObject({ key: 'identity.errors.claimsInvalid' });
    await expect(signIn({ sub: 'x', name: 'X', pinfl: '41403900010018' })).rejects.toMatchObject({ key: 'identity.errors.claimsInvalid' });
  });

  it('makes one person of first sign-ins at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => signIn({ sub: 'racer', name: 'Racer', pinfl: '30211870010021' })));
    expect(new Set(ids).size).toBe(1);
  });

  it('is the platform’s act alone', async () => {
    await expect(recordSignIn(anonymous(), { provider: 'yagona', claims: dilnoza, locale: 'uz' })).rejects.toMatchObject({ key: 'common.errors.forbidden' });
  });
});

describe('sessions', () => {
  it('keep only the hash of the token, and an audit entry', async () => {
    const userId = await signIn(dilnoza);
    await open(userId, 'secret-token');
    const row = await db().session.findFirstOrThrow({ where: { userId }, orderBy: { createdAt: 'desc' } });
    expect(row.tokenHash).toBe(createHash('sha256').update('secret-token').digest('hex'));
    const entry = await db().auditEntry.findFirstOrThrow({ where: { subjectId: row.id } });
    expect(entry).toMatchObject({ action: 'identity.sign-in', actorUserId: userId, actorRole: 'citizen' });
  });

  it('give the actor with roles, PINFL and the language of the request', async () => {
    const userId = await signIn({ sub: 'officer', name: 'Officer' });
    await db().roleAssignment.create({ data: { userId, role: 'agency_officer', agencyId: 'iiv' }, select: { id: true } });
    await open(userId, 'officer-token');
    expect(await personOfToken(base, 'officer-token')).toEqual({
      ...base, kind: 'person', userId, name: 'Officer', pinfl: null, roles: [{ role: 'agency_officer', agencyId: 'iiv' }],
    });
    expect(await personOfToken(base, 'no-such-token')).toBeNull();
  });

  it('live on while used and end when idle for 8 hours', async () => {
    thaw = freezeClock('2026-03-02T06:00:00Z');
    await open(await signIn(dilnoza), 'idle');
    freezeClock('2026-03-02T13:59:00Z');
    expect(await personOfToken(base, 'idle')).not.toBeNull();
    freezeClock('2026-03-02T21:58:00Z');
    expect(await personOfToken(base, 'idle')).not.toBeNull();
    freezeClock('2026-03-03T05:59:00Z');
    expect(await personOfToken(base, 'idle')).toBeNull();
    expect(await pruneSessions()).toBeGreaterThan(0);
  });

  it('end at the latest after a day, for staff after 12 hours, however busy', async () => {
    thaw = freezeClock('2026-03-02T06:00:00Z');
    const citizen = await signIn({ sub: 'busy', name: 'Busy' });
    const officer = await signIn({ sub: 'officer', name: 'Officer' });
    expect((await open(citizen, 'busy')).toISOString()).toBe('2026-03-03T06:00:00.000Z');
    expect((await open(officer, 'busy-officer')).toISOString()).toBe('2026-03-02T18:00:00.000Z');
    for (const hour of ['12', '17']) {
      freezeClock(`2026-03-02T${hour}:30:00Z`);
      expect(await personOfToken(base, 'busy')).not.toBeNull();
      expect(await personOfToken(base, 'busy-officer')).not.toBeNull();
    }
    freezeClock('2026-03-02T18:00:00Z');
    expect(await personOfToken(base, 'busy-officer')).toBeNull();
    for (const moment of ['2026-03-03T01:00:00Z', '2026-03-03T05:59:00Z']) {
      freezeClock(moment);
      expect(await personOfToken(base, 'busy')).not.toBeNull();
    }
    freezeClock('2026-03-03T06:00:00Z');
    expect(await personOfToken(base, 'busy')).toBeNull();
  });

  it('are seldom written when pages are read', async () => {
    thaw = freezeClock('2026-03-02T06:00:00Z');
    const userId = await signIn({ sub: 'reader', name: 'Reader' });
    await open(userId, 'reader');
    freezeClock('2026-03-02T06:04:00Z');
    await personOfToken(base, 'reader');
    expect((await db().session.findFirstOrThrow({ where: { userId } })).expiresAt.toISOString()).toBe('2026-03-02T14:00:00.000Z');
    freezeClock('2026-03-02T06:06:00Z');
    await personOfToken(base, 'reader');
    expect((await db().session.findFirstOrThrow({ where: { userId } })).expiresAt.toISOString()).toBe('2026-03-02T14:06:00.000Z');
    expect((await db().user.findUniqueOrThrow({ where: { id: userId } })).lastSeenAt?.toISOString()).toBe('2026-03-02T06:06:00.000Z');
  });

  it('are listed to their person, the current one first, and end at once', async () => {
    const userId = await signIn({ sub: 'many', name: 'Many' });
    for (const token of ['m1', 'm2', 'm3']) await open(userId, token);
    const person = await personWith('m1');
    const sessions = await listOwnSessions(person, { token: 'm1' });
    expect(sessions.map(({ current }) => current)).toEqual([true, false, false]);
    expect(sessions[1]?.browser).toEqual({ browser: 'Firefox', system: 'Windows' });
    await endOwnSession(person, { id: sessions[1]?.id ?? '' });
    expect(await listOwnSessions(person, { token: 'm1' })).toHaveLength(2);
    expect(await endOtherSessions(person, { token: 'm1' })).toBe(1);
    expect(await personOfToken(base, 'm2')).toBeNull();
    expect(await personOfToken(base, 'm3')).toBeNull();
    await signOut(base, { token: 'm1' });
    await signOut(base, { token: 'm1' });
    expect(await personOfToken(base, 'm1')).toBeNull();
  });

  it('cannot be ended by somebody else', async () => {
    const mine = await signIn({ sub: 'mine', name: 'Mine' });
    const yours = await signIn({ sub: 'yours', name: 'Yours' });
    await open(mine, 'mine');
    await open(yours, 'yours');
    const [theirs] = await listOwnSessions(await personWith('yours'), { token: null });
    await expect(endOwnSession(await personWith('mine'), { id: theirs?.id ?? '' })).rejects.toMatchObject({ key: 'identity.errors.sessionNotFound' });
    expect(await personOfToken(base, 'yours')).not.toBeNull();
    await expect(listOwnSessions(anonymous(), { token: null })).rejects.toMatchObject({ category: 'unauthenticated' });
  });
});

it('keeps the language a person chose for messages', async () => {
  await open(await signIn({ sub: 'reads-ru', name: 'Reader' }), 'ru');
  const person = await personWith('ru');
  await chooseLanguage(person, { locale: 'uz-Cyrl' });
  expect((await ownProfile(person)).locale).toBe('uz-Cyrl');
});

describe('the database itself refuses', () => {
  it('roles that do not fit the agency, and platform roles twice', async () => {
    const userId = await signIn({ sub: 'roles', name: 'Roles' });
    const add = (role: 'agency_editor' | 'auditor', agencyId: string | null) => db().roleAssignment.create({ data: { userId, role, agencyId }, select: { id: true } });
    await expect(add('agency_editor', null)).rejects.toThrow();
    await expect(add('auditor', 'iiv')).rejects.toThrow();
    await add('auditor', null);
    await expect(add('auditor', null)).rejects.toThrow();
  });

  it('raw session tokens', async () => {
    const userId = await signIn({ sub: 'raw', name: 'Raw' });
    await expect(db().session.create({ data: { tokenHash: 'raw-token', userId, expiresAt: new Date() }, select: { id: true } })).rejects.toThrow();
  });
});
