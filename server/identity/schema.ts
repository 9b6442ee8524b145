import { z } from 'zod';
import { localeSchema } from '../platform/i18n/locales.ts';
import { isPinfl } from '../registers/identifiers.ts';

const controlCharacters = /\p{Cc}/u;

/** True for a path of this site that a browser cannot read as another origin. */
export function isReturnPath(path: string): boolean {
  if (!path.startsWith('/') || /^\/[/\\]/.test(path) || path.includes('\\') || controlCharacters.test(path) || path.length > 2_000) return false;
  const url = URL.canParse(path, 'https://site.invalid') ? new URL(path, 'https://site.invalid') : null;
  return url?.origin === 'https://site.invalid' && !url.pathname.startsWith('//') && !/^\/(api|r1)(\/|$)/.test(url.pathname);
}

/** Where to go after signing in; anything that is not a page of this site is dropped. */
export const returnPathSchema = z.string().refine(isReturnPath);

/** What the sign-in form sends. */
export const signInFormSchema = z.object({
  locale: localeSchema.catch('uz'),
  to: returnPathSchema.optional().catch(undefined),
  /** Asks the provider to let another person sign in. */
  switch: z.literal('1').optional().catch(undefined),
});

/** What the identity provider says about a person who signed in. */
export const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().trim().min(1).max(300),
  email: z.email().max(254).nullish(),
  /** Personal identifier, confirmed by the provider; some people have none. */
  pinfl: z.string().refine(isPinfl).nullish(),
});
export type Claims = z.infer<typeof claimsSchema>;

export const endSessionSchema = z.object({ id: z.uuid() });

export const languageFormSchema = z.object({ locale: localeSchema });

/** Why signing in did not work; each has words in every language. */
export const signInProblems = ['cancelled', 'expired', 'provider', 'failed', 'unavailable', 'identity', 'role', 'refused'] as const;
export type SignInProblem = (typeof signInProblems)[number];
export const signInProblemSchema = z.enum(signInProblems);

export const roleSchema = z.enum(['agency_editor', 'agency_reviewer', 'agency_publisher', 'agency_officer', 'agency_manager', 'register_keeper', 'platform_administrator', 'auditor']);

export const staffListSchema = z.strictObject({
  /** Staff of one agency; null asks for everybody. */
  agencyId: z.string().min(1).max(60).nullable(),
  /** Part of a name or an e-mail address. */
  q: z.string().trim().max(100).default(''),
  after: z.uuid().optional(),
});

/** Gives a role to somebody who has signed in before, found by their personal identifier. */
export const roleGrantSchema = z.strictObject({
  pinfl: z.string().refine(isPinfl),
  role: roleSchema,
  agencyId: z.string().min(1).max(60).nullable(),
  reason: z.string().trim().min(3).max(500),
});

export const roleRevocationSchema = z.strictObject({ assignmentId: z.uuid(), reason: z.string().trim().min(3).max(500) });
