import { hasRole, type Actor } from '../platform/auth/actor.ts';
import { allow, deny, type Decision } from '../platform/errors/index.ts';

/** Synonyms are for every service at once, so no agency decides them. */
export function mayKeepSynonyms(actor: Actor): Decision {
  return hasRole(actor, 'platform_administrator') ? allow : deny('not an administrator');
}

/** Editors see which words already lead where, and what people did not find, before they write keywords. */
export function maySeeSynonyms(actor: Actor): Decision {
  return hasRole(actor, 'platform_administrator') || hasRole(actor, 'agency_editor') ? allow : deny('neither administrator nor editor');
}
