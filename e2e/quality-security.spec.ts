import { expect, test } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

test('every page carries the security headers and a policy without unsafe scripts', async ({ request }) => {
  for (const path of ['/uz', '/uz/services?q=pasport', '/uz/sign-in', '/uz/no-such-page']) {
    const headers = (await request.get(path)).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy.split(';').find((part) => part.trim().startsWith('script-src')), path).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(policy.split(';').find((part) => part.trim().startsWith('style-src')), path).not.toContain('unsafe-inline');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('the session cookie is out of reach of scripts and of other sites', async ({ page }) => {
  await signInAs(page, 'zuhra');
  const session = (await page.context().cookies()).filter((cookie) => /session/i.test(cookie.name));
  expect(session.length).toBeGreaterThan(0);
  for (const cookie of session) {
    expect(cookie.httpOnly).toBe(true);
    expect(cookie.sameSite).toBe('Lax');
  }
});

test('another site cannot sign anybody in or out', async ({ request }) => {
  for (const path of ['/api/sign-in', '/api/sign-out']) {
    const answer = await request.post(path, { headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }, form: { locale: 'uz', to: '/uz/cabinet' }, maxRedirects: 0 });
    expect(answer.headers()['location'], path).toContain('problem=refused');
    expect(answer.headers()['set-cookie'], path).toBeUndefined();
  }
});

test('strangers reach no procedure, draft, application or document', async ({ page, request }) => {
  expect((await request.get('/api/trpc/cases.list?input=%7B%7D')).status()).toBeGreaterThanOrEqual(400);
  await signInAs(page, 'zuhra');
  const id = '01890000-0000-7000-8000-000000000000';
  for (const path of [`/uz/apply/criminal-record-certificate/${id}`, `/uz/cabinet/applications/YG-0000-0000`, `/api/documents/${id}`, `/api/uploads/${id}`]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});

test('malformed requests never break the server', async ({ request, baseURL }) => {
  const paths = ['/%', '/uz/services/%E0%A4%A', '/uz/services/%00', `/uz/services?q=${'x'.repeat(6_000)}`, '/uz/services?q=%00', '/uz/services?q=%ED%A0%80&page=-1&page=zz', '/uz/services?page=999999999', "/uz/services?q=' | & ! :* <->", '/xx/services', '/uz/apply/..%2f..%2fetc', '/api/suggest?q=%00&locale=zz', '/api/trpc/nope', '/api/documents/nope', '/uz/verify/%2e%2e'];
  for (const path of paths) expect((await fetch(`${baseURL ?? ''}${path}`, { redirect: 'manual', headers: { cookie: 'next-auth.session-token=%00;;=;x' } })).status, path).toBeLessThan(500);
  expect((await request.post('/api/sign-in', { data: 'x'.repeat(2_000_000), headers: { 'content-type': 'application/x-www-form-urlencoded' } })).status()).toBeLessThan(500);
  expect((await request.post('/api/trpc/cases.take', { data: '{"json":', headers: { 'content-type': 'application/json' } })).status()).toBeLessThan(500);
});
