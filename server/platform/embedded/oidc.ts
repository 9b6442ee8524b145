import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import { now } from '../clock/index.ts';
import { logger } from '../log/index.ts';
import { logoutTarget, providerConfiguration, type DemoClient } from './oidc-config.ts';
import { providerKeys } from './oidc-keys.ts';
import { localeOf, loggedOutPage, loginPage, problemPage } from './oidc-page.ts';
import { DemoPeople, type FindIndividual } from './oidc-people.ts';

export type DemoProviderOptions = {
  profile: 'demo' | 'production';
  issuer: string;
  host: string;
  port: number;
  dataDir: string;
  client: DemoClient;
  findIndividual: FindIndividual;
};

const style = readFileSync(join(import.meta.dirname, 'oidc.css'));
const longestBody = 10_000;

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > longestBody) break;
  }
  return new URLSearchParams(body);
}

function answerHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
}

/** The pages between the portal's request and the answer to it: who is it? */
function interactions(provider: Provider, people: DemoPeople, portal: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let interaction: Awaited<ReturnType<typeof provider.interactionDetails>>;
    try {
      interaction = await provider.interactionDetails(request, response);
    } catch {
      // Too old, finished already, or opened without its cookie.
      answerHtml(response, 400, problemPage(localeOf(undefined), portal));
      return;
    }
    const locale = localeOf(interaction.params.ui_locales);
    const action = `/interaction/${interaction.uid}`;
    if (request.method !== 'POST') {
      answerHtml(response, 200, loginPage({ locale, action }));
      return;
    }
    const form = await formOf(request);
    const options = { mergeWithLastSubmission: false };
    if (form.has('cancel')) {
      await provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'cancelled' }, options);
      return;
    }
    const accountId = form.has('login') ? people.subjectOfLogin(form.get('login') ?? '') : people.subjectOfPinfl(form.get('pinfl') ?? '');
    if (accountId === null) {
      answerHtml(response, 422, loginPage({ locale, action, problem: { pinfl: form.get('pinfl') ?? '' } }));
      return;
    }
    if (interaction.session && interaction.session.accountId !== accountId) {
      // Another person takes over this browser: the provider would ask to log out first, by script.
      await (await provider.Session.findByUid(interaction.session.uid))?.destroy();
      delete interaction.session;
      await interaction.save(interaction.exp - Math.floor(now().getTime() / 1000));
    }
    await provider.interactionFinished(request, response, { login: { accountId } }, options);
  };
}

/** A real OpenID Connect provider for the demo: it identifies whoever one wants to be. Never in production. */
export async function startDemoIdentityProvider(options: DemoProviderOptions): Promise<{ close: () => Promise<void> }> {
  const { client } = options;
  if (options.profile === 'production') throw new Error('The demo identity provider lets anybody in: it does not run in production');
  const people = new DemoPeople(options.findIndividual);
  const provider = new Provider(options.issuer, providerConfiguration(client, providerKeys(options.dataDir), people));
  provider.use(async (ctx, next) => {
    await next();
    const oidc = 'oidc' in ctx ? (ctx as Parameters<typeof logoutTarget>[0]) : null;
    if (oidc?.oidc.route !== 'end_session') return;
    const target = logoutTarget(oidc);
    if (target !== null) ctx.redirect(target);
    // Nobody is signed in here: nothing to confirm, and no script to press the button.
    else if (!oidc.oidc.session?.accountId) ctx.body = loggedOutPage(localeOf(oidc.oidc.params?.ui_locales), client.portal);
  });
  const handle = provider.callback();
  const interact = interactions(provider, people, client.portal);
  const csp = `default-src 'none'; style-src 'self'; form-action 'self' ${new URL(client.portal).origin}; base-uri 'none'; frame-ancestors 'none'`;

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
    response.setHeader('Content-Security-Policy', csp);
    if (path === '/style.css') {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' });
      response.end(style);
    } else if (path.startsWith('/interaction/')) {
      interact(request, response).catch((error: unknown) => {
        logger().error({ err: error }, 'demo identity provider');
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    } else {
      void handle(request, response);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
