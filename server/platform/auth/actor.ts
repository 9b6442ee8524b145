import type { Role } from '../../../prisma/generated/client/enums.ts';
import { defaultLocale, type Locale } from '../i18n/locales.ts';

export type StaffRole = Role;

/** Who acts, on whose behalf, in which roles. Every service function takes one. */
export type Actor = {
  readonly kind: 'anonymous' | 'person' | 'client' | 'system';
  readonly userId: string | null;
  readonly name: string;
  /** Personal identifier confirmed by the identity provider. */
  readonly pinfl: string | null;
  readonly roles: readonly { readonly role: StaffRole; readonly agencyId: string | null }[];
  /** PINFL or STIR of the person or entity represented, when acting under a mandate. */
  readonly onBehalfOf: string | null;
  readonly locale: Locale;
  readonly requestId: string | null;
  /** The information system that calls, when `kind` is `client`. */
  readonly client?: { readonly id: string; readonly code: string; readonly agencyId: string };
};

/** A signed-in person. */
export type Person = Actor & { readonly kind: 'person'; readonly userId: string };

export function isPerson(actor: Actor): actor is Person {
  return actor.kind === 'person' && actor.userId !== null;
}

export function anonymous(locale: Locale = defaultLocale, requestId: string | null = null): Actor {
  return { kind: 'anonymous', userId: null, name: '', pinfl: null, roles: [], onBehalfOf: null, locale, requestId };
}

/** An information system that has proven who it is. */
export function clientActor(client: { id: string; code: string; name: string; agencyId: string }, requestId: string | null): Actor {
  const { id, code, name, agencyId } = client;
  return { ...anonymous(defaultLocale, requestId), kind: 'client', name, client: { id, code, agencyId } };
}

/** The platform itself: jobs and seeding. */
export function systemActor(name: string): Actor {
  return { kind: 'system', userId: null, name, pinfl: null, roles: [], onBehalfOf: null, locale: defaultLocale, requestId: null };
}

/** True when the actor holds the role, for the given agency where one is named. */
export function hasRole(actor: Actor, role: StaffRole, agencyId?: string): boolean {
  return actor.roles.some((held) => held.role === role && (agencyId === undefined || held.agencyId === agencyId));
}

/** Agencies in which the actor holds any of the roles. */
export function agenciesOf(actor: Actor, ...roles: StaffRole[]): string[] {
  const ids = actor.roles.filter((held) => roles.includes(held.role)).map((held) => held.agencyId);
  return [...new Set(ids.filter((id) => id !== null))];
}

export function isStaff(actor: Actor): boolean {
  return actor.roles.length > 0;
}
