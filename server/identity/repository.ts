import type { StaffRole } from '../platform/auth/actor.ts';
import { db, type Db } from '../platform/db/index.ts';
import type { Locale } from '../platform/i18n/locales.ts';

export type HeldRole = { role: StaffRole; agencyId: string | null };

export type SessionOwner = {
  sessionId: string;
  createdAt: Date;
  expiresAt: Date;
  userId: string;
  name: string;
  pinfl: string | null;
  roles: HeldRole[];
};

/** The live session of a token with its person and roles: one statement, since every signed-in page runs it. */
export async function sessionOwner(tokenHash: string, at: Date): Promise<SessionOwner | null> {
  const rows = await db().$queryRaw<SessionOwner[]>`
    select s."id" as "sessionId", s."createdAt", s."expiresAt", u."id" as "userId", u."name", u."pinfl",
      coalesce((select json_agg(json_build_object('role', r."role", 'agencyId', r."agencyId") order by r."role", r."agencyId")
        from "RoleAssignment" r where r."userId" = u."id"), '[]'::json) as "roles"
    from "Session" s join "User" u on u."id" = s."userId"
    where s."tokenHash" = ${tokenHash} and s."expiresAt" > ${at}`;
  return rows[0] ?? null;
}

/** Moves the end of a session and notes that its person was here. */
export async function touchSession(sessionId: string, expiresAt: Date, at: Date): Promise<void> {
  await db().$executeRaw`
    with touched as (update "Session" set "expiresAt" = ${expiresAt} where "id" = ${sessionId}::uuid returning "userId")
    update "User" set "lastSeenAt" = ${at} from touched where "User"."id" = touched."userId"`;
}

export type AccountPerson = { id: string; name: string; email: string | null; pinfl: string | null };
const personFields = { id: true, name: true, email: true, pinfl: true } as const;

export async function personByAccount(tx: Db, provider: string, subject: string): Promise<AccountPerson | null> {
  const account = await tx.account.findUnique({ where: { provider_subject: { provider, subject } }, select: { user: { select: personFields } } });
  return account?.user ?? null;
}

export function personByPinfl(tx: Db, pinfl: string): Promise<AccountPerson | null> {
  return tx.user.findUnique({ where: { pinfl }, select: personFields });
}

export type PersonFacts = { name: string; email: string | null; pinfl: string | null };

export async function createPerson(tx: Db, facts: PersonFacts, locale: Locale): Promise<string> {
  const { id } = await tx.user.create({ data: { ...facts, locale }, select: { id: true } });
  return id;
}

export async function updatePerson(tx: Db, userId: string, facts: PersonFacts): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: facts, select: { id: true } });
}

export async function linkAccount(tx: Db, userId: string, provider: string, subject: string): Promise<void> {
  await tx.account.create({ data: { userId, provider, subject }, select: { id: true } });
}

export type NewSession = { tokenHash: string; userId: string; createdAt: Date; expiresAt: Date; userAgent: string | null };

/** Opens a session and returns what is needed to say who signed in. */
export async function createSession(tx: Db, session: NewSession): Promise<{ id: string; name: string; staff: boolean }> {
  const row = await tx.session.create({ data: session, select: { id: true, user: { select: { name: true, roles: { select: { id: true }, take: 1 } } } } });
  return { id: row.id, name: row.user.name, staff: row.user.roles.length > 0 };
}

/** Deletes the session of a token; null when there is none. */
export async function deleteSessionByHash(tx: Db, tokenHash: string): Promise<{ id: string; userId: string; name: string } | null> {
  const row = await tx.session.findUnique({ where: { tokenHash }, select: { id: true, userId: true, user: { select: { name: true } } } });
  if (row === null) return null;
  const { count } = await tx.session.deleteMany({ where: { id: row.id } });
  return count === 0 ? null : { id: row.id, userId: row.userId, name: row.user.name };
}

export async function deleteSessionOf(tx: Db, userId: string, id: string): Promise<number> {
  return (await tx.session.deleteMany({ where: { id, userId } })).count;
}

export async function deleteSessionsExcept(tx: Db, userId: string, tokenHash: string): Promise<number> {
  return (await tx.session.deleteMany({ where: { userId, NOT: { tokenHash } } })).count;
}

export async function deleteExpiredSessions(at: Date): Promise<number> {
  return (await db().session.deleteMany({ where: { expiresAt: { lt: at } } })).count;
}

export type SessionRow = { id: string; tokenHash: string; createdAt: Date; expiresAt: Date; userAgent: string | null };

/** Sessions of one person, newest first. A person has few; the cap keeps a page a page. */
export function sessionsOf(userId: string, at: Date): Promise<SessionRow[]> {
  return db().session.findMany({
    where: { userId, expiresAt: { gt: at } },
    select: { id: true, tokenHash: true, createdAt: true, expiresAt: true, userAgent: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
  });
}

export function profileOf(userId: string) {
  return db().user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true, pinfl: true, locale: true, createdAt: true } });
}

export async function setLocale(tx: Db, userId: string, locale: Locale): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { locale }, select: { id: true } });
}
