import { agenciesOf, hasRole, type Actor } from '../platform/auth/actor.ts';
import { allow, deny, type Decision } from '../platform/errors/index.ts';

/** Administrators keep every classifier, editors those that their agency owns. */
export function mayEditClassifier(actor: Actor, classifier: { ownerAgencyId: string | null }): Decision {
  if (hasRole(actor, 'platform_administrator')) return allow;
  const { ownerAgencyId } = classifier;
  return ownerAgencyId !== null && hasRole(actor, 'agency_editor', ownerAgencyId) ? allow : deny('not an editor of the owner');
}

/** What there is, what it is called and who owns it is the platform's to say. */
export function mayCreateClassifier(actor: Actor): Decision {
  return hasRole(actor, 'platform_administrator') ? allow : deny('not an administrator');
}

/** Whoever may keep some classifier, were there one. */
export function mayListEditable(actor: Actor): Decision {
  return hasRole(actor, 'platform_administrator') || agenciesOf(actor, 'agency_editor').length > 0 ? allow : deny('neither administrator nor editor');
}
