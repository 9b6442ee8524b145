import { createHash } from 'node:crypto';
import { anonymous, isPerson, type Actor, type Person } from '../platform/auth/actor.ts';
import { audit } from '../platform/audit/index.ts';
import { now } from '../platform/clock/index.ts';
import { db, isUniqueViolation, transaction } from '../platform/db/index.ts';
import { authorise, Failure } from '../platform/errors/index.ts';
import { isLocale, type Locale } from '../platform/i18n/locales.ts';
import { describeBrowser, type Browser } from './browser.ts';
import { failure } from './errors.ts';
import { limitsOf, mayManageOwnAccount, mayRecordSignIn, sessionLimits } from './policy.ts';
import * as repository from './repository.ts';
import { claimsSchema } from './schema.ts';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The actor as the owner of their account. */
function owner(actor: Actor): Person {
  if (!isPerson(actor)) throw new Failure('common.errors.unauthenticated', 'unauthenticated');
  authorise(mayManageOwnAccount(actor));
  return actor;
}

/** A session is prolonged at most this often, so that reading pages seldom writes. */
const touchEveryMs = 5 * 60_000;

/** The person of a session token in the place of the anonymous `base`; null when the session has ended. */
export async function personOfToken(base: Actor, token: string): Promise<Person | null> {
  const at = now();
  const session = await repository.sessionOwner(hashOf(token), at);
  if (session === null) return null;
  const { idleMs, absoluteMs } = limitsOf(session);
  const end = session.createdAt.getTime() + absoluteMs;
  if (end <= at.getTime()) return null;
  const expiresAt = Math.min(at.getTime() + idleMs, end);
  if (expiresAt - session.expiresAt.getTime() > touchEveryMs) await repository.touchSession(session.sessionId, new Date(expiresAt), at);
  return { ...base, kind: 'person', userId: session.userId, name: session.name, pinfl: session.pinfl, roles: session.roles };
}

export type SignIn = { provider: string; claims: unknown; locale: Locale };

/**
 * Finds or creates the person whom the provider has just identified and brings name, address and PINFL
 * up to date. A PINFL the provider confirmed is the same person under whatever subject.
 */
export async function recordSignIn(actor: Actor, input: SignIn): Promise<string> {
  authorise(mayRecordSignIn(actor));
  const parsed = claimsSchema.safeParse(input.claims);
  if (!parsed.success) throw failure('claimsInvalid');
  const { sub, name, email, pinfl } = parsed.data;
  const facts: repository.PersonFacts = { name, email: email?.toLowerCase() ?? null, pinfl: pinfl ?? null };
  const record = () =>
    transaction(async (tx) => {
      const known = await repository.personByAccount(tx, input.provider, sub);
      const namesake = facts.pinfl === null ? null : await repository.personByPinfl(tx, facts.pinfl);
      if (known !== null && namesake !== null && known.id !== namesake.id) throw failure('pinflTaken');
      const found = known ?? namesake;
      const userId = found?.id ?? (await repository.createPerson(tx, facts, input.locale));
      if (found && (found.name !== facts.name || found.email !== facts.email || found.pinfl !== facts.pinfl)) await repository.updatePerson(tx, userId, facts);
      if (known === null) await repository.linkAccount(tx, userId, input.provider, sub);
      return userId;
    });
  try {
    return await record();
  } catch (error) {
    // Two first sign-ins at once: the other one has created the person meanwhile.
    if (isUniqueViolation(error)) return record();
    throw error;
  }
}

/** The person linked to a provider's subject. */
export function personOfAccount(actor: Actor, input: { provider: string; subject: string }): Promise<repository.AccountPerson | null> {
  authorise(mayRecordSignIn(actor));
  return repository.personByAccount(db(), input.provider, input.subject);
}

/** Opens a session for a token that only the browser keeps. Returns until when the cookie may live. */
export async function openSession(actor: Actor, input: { token: string; userId: string; userAgent: string | null }): Promise<Date> {
  authorise(mayRecordSignIn(actor));
  const at = now();
  return transaction(async (tx) => {
    const { idleMs } = sessionLimits(false);
    const session = await repository.createSession(tx, {
      tokenHash: hashOf(input.token),
      userId: input.userId,
      createdAt: at,
      expiresAt: new Date(at.getTime() + idleMs),
      userAgent: input.userAgent?.slice(0, 300) ?? null,
    });
    const who: Actor = { ...anonymous(actor.locale, actor.requestId), kind: 'person', userId: input.userId, name: session.name };
    await audit(tx, who, { action: 'identity.sign-in', subjectType: 'session', subjectId: session.id });
    return new Date(at.getTime() + sessionLimits(session.staff).absoluteMs);
  });
}

/** Ends the session of a token: whoever holds the token may. Nothing happens when it has ended already. */
export async function signOut(actor: Actor, input: { token: string }): Promise<void> {
  await transaction(async (tx) => {
    const ended = await repository.deleteSessionByHash(tx, hashOf(input.token));
    if (ended === null) return;
    const who: Actor = { ...actor, kind: 'person', userId: ended.userId, name: ended.name };
    await audit(tx, who, { action: 'identity.sign-out', subjectType: 'session', subjectId: ended.id });
  });
}

export type Profile = { name: string; email: string | null; pinfl: string | null; locale: Locale; roles: Actor['roles'] };

export async function ownProfile(actor: Actor): Promise<Profile> {
  const person = owner(actor);
  const { locale, ...profile } = await repository.profileOf(person.userId);
  return { ...profile, locale: isLocale(locale) ? locale : actor.locale, roles: person.roles };
}

export type OwnSession = { id: string; current: boolean; createdAt: Date; browser: Browser };

/** The person's open sessions, the current one first. */
export async function listOwnSessions(actor: Actor, input: { token: string | null }): Promise<OwnSession[]> {
  const person = owner(actor);
  const current = input.token === null ? null : hashOf(input.token);
  const sessions = await repository.sessionsOf(person.userId, now());
  return sessions
    .map(({ id, tokenHash, createdAt, userAgent }) => ({ id, createdAt, current: tokenHash === current, browser: describeBrowser(userAgent) }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}

/** Ends one of the person's own sessions at once. */
export async function endOwnSession(actor: Actor, input: { id: string }): Promise<void> {
  const person = owner(actor);
  await transaction(async (tx) => {
    if ((await repository.deleteSessionOf(tx, person.userId, input.id)) === 0) throw failure('sessionNotFound');
    await audit(tx, person, { action: 'identity.end-session', subjectType: 'session', subjectId: input.id });
  });
}

/** Ends all of the person's sessions but the one of `token`. Returns how many. */
export async function endOtherSessions(actor: Actor, input: { token: string }): Promise<number> {
  const person = owner(actor);
  return transaction(async (tx) => {
    const count = await repository.deleteSessionsExcept(tx, person.userId, hashOf(input.token));
    if (count > 0) await audit(tx, person, { action: 'identity.end-other-sessions', subjectType: 'user', subjectId: person.userId, detail: { count } });
    return count;
  });
}

/** The language in which the portal writes to the person. */
export async function chooseLanguage(actor: Actor, input: { locale: Locale }): Promise<void> {
  const person = owner(actor);
  await repository.setLocale(db(), person.userId, input.locale);
}
