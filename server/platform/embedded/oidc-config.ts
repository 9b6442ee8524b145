import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { ProviderKeys } from './oidc-keys.ts';
import { localeOf, loggedOutPage, logoutPage, problemPage } from './oidc-page.ts';
import type { DemoPeople } from './oidc-people.ts';

export type DemoClient = { id: string; secret: string; /** Address of the portal, without trailing slash. */ portal: string };

const hour = 3_600;
const scopes = 'openid profile email';
const localeIn = (ctx: KoaContextWithOIDC) => localeOf(ctx.oidc.params?.ui_locales);

/** Where the portal asked to be sent back to after signing out; the provider has checked the address. */
export function logoutTarget(ctx: KoaContextWithOIDC): string | null {
  const { post_logout_redirect_uri: uri, state } = ctx.oidc.params ?? {};
  if (typeof uri !== 'string') return null;
  const url = new URL(uri);
  if (typeof state === 'string') url.searchParams.set('state', state);
  return url.toString();
}

/** oidc-provider's configuration: one client, PKCE, no consent for what the portal always asks. */
export function providerConfiguration(client: DemoClient, keys: ProviderKeys, people: DemoPeople): Configuration {
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${client.portal}/api/auth/callback/yagona`],
        post_logout_redirect_uris: [`${client.portal}/api/sign-out`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [keys.signingKey] },
    cookies: { keys: keys.cookieKeys, names: { session: 'demo-idp-session', interaction: 'demo-idp-interaction', resume: 'demo-idp-resume' } },
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email'],
    claims: { openid: ['sub'], profile: ['name', 'family_name', 'given_name', 'middle_name', 'pinfl'], email: ['email', 'email_verified'] },
    ttl: { Session: 12 * hour, Interaction: hour, Grant: 12 * hour, AccessToken: hour, IdToken: hour, AuthorizationCode: 60 },
    findAccount: async (_ctx, sub) => {
      const claims = await people.claimsOf(sub);
      return claims && { accountId: sub, claims: async () => claims };
    },
    loadExistingGrant: async (ctx) => {
      const { client: known, session, provider } = ctx.oidc;
      if (!known || !session?.accountId) return undefined;
      const id = session.grantIdFor(known.clientId);
      const granted = id === undefined ? undefined : await provider.Grant.find(id);
      if (granted?.accountId === session.accountId) return granted;
      const grant = new provider.Grant({ clientId: known.clientId, accountId: session.accountId });
      grant.addOIDCScope(scopes);
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    renderError: (ctx) => {
      ctx.type = 'html';
      ctx.body = problemPage(localeIn(ctx), client.portal);
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          // The portal has asked the person already: no second question.
          if (logoutTarget(ctx) !== null) await ctx.oidc.session?.destroy();
          ctx.body = logoutPage(localeIn(ctx), form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = loggedOutPage(localeIn(ctx), client.portal);
        },
      },
    },
  };
}
