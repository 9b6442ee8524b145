import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personOfToken } from '../../identity/service.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { db } from '../db/index.ts';
import { startDemoIdentityProvider } from '../embedded/oidc.ts';
import { freePort } from '../embedded/postgres.ts';
import { env, resetEnv } from '../env/index.ts';
import { anonymous } from './actor.ts';
import { sessionCookieName } from './session-cookie.ts';
import { finishSignIn, startSignIn, type Redirection } from './sign-in.ts';
import { afterSignOut } from './sign-out.ts';

createTestDatabase();

const portal = 'http://localhost:3999';
const rustam = '30211870010021';
let issuer = '';
let provider: { close: () => Promise<void> };
let lookups: string[] = [];

beforeAll(async () => {
  const port = await freePort();
  issuer = `http://localhost:${port}`;
  Object.assign(process.env, { PUBLIC_URL: portal, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'portal', OIDC_CLIENT_SECRET: 'portal-secret' });
  resetEnv();
  provider = await startDemoIdentityProvider({
    profile: 'demo', issuer, host: 'localhost', port, dataDir: env().YAGONA_DATA_DIR,
    client: { id: 'portal', secret: 'portal-secret', portal },
    findIndividual: async (pinfl) => {
      lookups.push(pinfl);
      return { surname: 'Karimov', givenName: 'Ali', patronymic: null };
    },
  });
});
afterAll(() => provider.close());

/** A browser as far as sign-in needs one: cookies of the provider, cookies of the portal. */
class Browser {
  readonly portalCookies = new Map<string, string>();
  readonly #providerCookies = new Map<string, string>();

  #keep(jar: Map<string, string>, cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970|max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, decodeURIComponent(value));
    }
  }

  async fetch(url: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.#providerCookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(url, issuer), { redirect: 'manual', headers: { cookie }, ...(form && { method: 'POST', body: new URLSearchParams(form) }) });
    this.#keep(this.#providerCookies, response.headers.getSetCookie());
    return response;
  }

  async start(switchPerson = false): Promise<string> {
    const answer = await startSignIn({ locale: 'ru', userAgent: 'Test', requestId: null }, { to: '/ru/services?x=1', switchPerson });
    this.#keep(this.portalCookies, answer.cookies);
    return answer.location;
  }

  /** Follows the provider until it sends the browser back; `form` is sent at the login page. */
  async throughProvider(start: string, form: Record<string, string>): Promise<{ callback: string; loginPage: string | null }> {
    let url = start;
    let loginPage: string | null = null;
    for (let hops = 0; hops < 12; hops += 1) {
      let response = await this.fetch(url);
      if (response.headers.get('location') === null) {
        loginPage = await response.text();
        response = await this.fetch(url, form);
      }
      url = response.headers.get('location') ?? '';
      if (url.startsWith(portal)) return { callback: url, loginPage };
      if (url === '') throw new Error(`stuck with ${response.status}`);
    }
    throw new Error('too many redirects');
  }

  async finish(callback: string): Promise<Redirection> {
    const answer = await finishSignIn({ query: Object.fromEntries(new URL(callback).searchParams), cookies: Object.fromEntries(this.portalCookies), userAgent: 'Test', requestId: null });
    this.#keep(this.portalCookies, answer.cookies);
    return answer;
  }

  async signIn(form: Record<string, string>, switchPerson = false): Promise<Redirection> {
    const { callback } = await this.throughProvider(await this.start(switchPerson), form);
    return this.finish(callback);
  }

  async person() {
    const token = this.portalCookies.get(sessionCookieName());
    return token === undefined ? null : personOfToken(anonymous('ru'), token);
  }
}

let browser: Browser;
beforeEach(() => {
  browser = new Browser();
  lookups = [];
});

describe('signing in', () => {
  it('asks for a code with PKCE, state and nonce, in the person’s language', async () => {
    const url = new URL(await browser.start());
    expect(url.origin).toBe(issuer);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'portal', response_type: 'code', code_challenge_method: 'S256', redirect_uri: `${portal}/api/auth/callback/yagona`, ui_locales: 'ru', scope: 'openid profile email',
    });
    for (const name of ['code_challenge', 'state', 'nonce']) expect(url.searchParams.get(name)).toMatch(/^[\w-]{20,}$/);
  });

  it('brings a demo person back to their page with a session', async () => {
    const { callback, loginPage } = await browser.throughProvider(await browser.start(), { login: 'rustam' });
    expect(loginPage).toContain('<html lang="ru">');
    expect(loginPage).toContain('Namunayev Rustam');
    const answer = await browser.finish(callback);
    expect(answer.location).toBe('/ru/services?x=1');
    const cookie = answer.cookies.find((one) => one.startsWith(`${sessionCookieName()}=`));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(await browser.person()).toMatchObject({ name: 'Namunayev Rustam Baxtiyor oʻgʻli', pinfl: rustam, locale: 'ru' });
    expect(await db().user.findUniqueOrThrow({ where: { pinfl: rustam } })).toMatchObject({ locale: 'ru', email: 'rustam@demo.yagona.example' });
  });

  it('opens a new session every time and ends the one before', async () => {
    await browser.signIn({ login: 'rustam' });
    const first = browser.portalCookies.get(sessionCookieName()) ?? '';
    await browser.signIn({ login: 'rustam' });
    expect(browser.portalCookies.get(sessionCookieName())).not.toBe(first);
    expect(await personOfToken(anonymous(), first)).toBeNull();
    expect(await browser.person()).not.toBeNull();
  });

  it('lets another person take over the browser', async () => {
    await browser.signIn({ login: 'rustam' });
    await browser.signIn({ login: 'alex' }, true);
    expect(await browser.person()).toMatchObject({ name: 'Sample Alex', pinfl: null });
  });

  it('identifies any individual by PINFL with the name of the register', async () => {
    await browser.signIn({ pinfl: ' 3021197 5910033' });
    expect(await browser.person()).toMatchObject({ name: 'Karimov Ali', pinfl: '30211975910033' });
    expect(lookups).toEqual(['30211975910033']);
  });

  it('takes a demo person’s PINFL for that demo person', async () => {
    await browser.signIn({ pinfl: rustam });
    expect(await browser.person()).toMatchObject({ name: 'Namunayev Rustam Baxtiyor oʻgʻli' });
    expect(lookups).toEqual([]);
  });
});

describe('a sign-in that does not work', () => {
  const problem = (location: string) => new URL(location, portal).searchParams.get('problem');

  it('explains a PINFL that is none', async () => {
    const login = (await browser.fetch(await browser.start())).headers.get('location') ?? '';
    const page = await browser.fetch(login, { pinfl: '"><script>' });
    expect(page.status).toBe(422);
    const html = await page.text();
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(html).toContain('<title>Ошибка:');
  });

  it('comes back to the sign-in page when the person cancels', async () => {
    const answer = await browser.signIn({ cancel: '1' });
    expect(answer.location).toBe('/ru/sign-in?to=%2Fru%2Fservices%3Fx%3D1&problem=cancelled');
    expect(await browser.person()).toBeNull();
  });

  it('says so when the state is gone', async () => {
    const { callback } = await browser.throughProvider(await browser.start(), { login: 'rustam' });
    browser.portalCookies.clear();
    expect(problem((await browser.finish(callback)).location)).toBe('expired');
  });

  it.each(['state', 'code'])('refuses a foreign %s', async (name) => {
    const { callback } = await browser.throughProvider(await browser.start(), { login: 'rustam' });
    const url = new URL(callback);
    url.searchParams.set(name, 'forged');
    expect(problem((await browser.finish(url.href)).location)).toBe('provider');
    expect(await browser.person()).toBeNull();
  });

  it('refuses a code used twice, and the code of another browser', async () => {
    const { callback } = await browser.throughProvider(await browser.start(), { login: 'rustam' });
    const stranger = new Browser();
    await stranger.start();
    expect(problem((await stranger.finish(callback)).location)).toBe('provider');
    const cookies = new Map(browser.portalCookies);
    await browser.finish(callback);
    for (const [name, value] of cookies) browser.portalCookies.set(name, value);
    expect(problem((await browser.finish(callback)).location)).toBe('provider');
  });

  it('never leads to another site', async () => {
    const { callback } = await browser.throughProvider(await browser.start(), { login: 'rustam' });
    browser.portalCookies.set('yagona-return', 'https://evil.example/ru');
    expect((await browser.finish(callback)).location).toBe('/ru/cabinet');
  });

  it('refuses claims that belong to another account', async () => {
    const pinfl = '32501790010033';
    const taken = await db().user.create({ data: { name: 'Taken', pinfl, accounts: { create: { provider: 'yagona', subject: 'somebody-else' } } }, select: { id: true } });
    await db().user.create({ data: { name: 'Old', accounts: { create: { provider: 'yagona', subject: 'demo-jamshid' } } }, select: { id: true } });
    const answer = await browser.signIn({ login: 'jamshid' });
    expect(problem(answer.location)).toBe('identity');
    expect(await db().session.count({ where: { userId: taken.id } })).toBe(0);
  });

  it('says that the provider is away', async () => {
    process.env['OIDC_ISSUER'] = 'http://localhost:1';
    resetEnv();
    try {
      expect(problem(await browser.start())).toBe('provider');
    } finally {
      process.env['OIDC_ISSUER'] = issuer;
      resetEnv();
    }
  });
});

describe('the demo provider', () => {
  it('signs out and sends back without a question', async () => {
    await browser.signIn({ login: 'rustam' });
    const response = await browser.fetch(await afterSignOut('ru'));
    expect(response.headers.get('location')).toBe(`${portal}/api/sign-out?state=ru`);
    const again = await browser.fetch((await browser.fetch(await browser.start())).headers.get('location') ?? '');
    expect(await again.text()).toContain('name="login"');
  });

  it('serves nobody without PKCE, nor to another address', async () => {
    const url = new URL(await browser.start());
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    expect((await browser.fetch(url.href)).headers.get('location')).toContain('error=invalid_request');
    const elsewhere = new URL(await browser.start());
    elsewhere.searchParams.set('redirect_uri', 'https://evil.example/');
    const refused = await browser.fetch(elsewhere.href);
    expect(refused.status).toBe(400);
    expect(refused.headers.get('location')).toBeNull();
  });

  it('keeps its keys to itself', () => {
    expect(statSync(join(env().YAGONA_DATA_DIR, 'demo-identity-provider.json')).mode & 0o777).toBe(0o600);
  });

  it('does not run in production', async () => {
    const options = { profile: 'production', issuer, host: 'localhost', port: 1, dataDir: '/nowhere', client: { id: 'x', secret: 'x', portal }, findIndividual: async () => null } as const;
    await expect(startDemoIdentityProvider(options)).rejects.toThrow('production');
  });
});
