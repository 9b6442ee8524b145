import { expect, expectAccessible, expectAccessibleInBothThemes, locales, test } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

const profile = '/en/cabinet/profile';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a citizen signs in, sees their data and signs out', async ({ page }) => {
      await page.goto(profile);
      await expect(page).toHaveURL(/\/en\/sign-in\?to=%2Fen%2Fcabinet%2Fprofile$/);
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who do you want to be?');
      await page.getByRole('button', { name: /Namunayeva Dilnoza/ }).click();
      await expect(page).toHaveURL(new RegExp(`${profile}$`));
      await expect(page.getByText('41403900010017')).toBeVisible();
      await page.reload();
      await expect(page.getByText('41403900010017')).toBeVisible();
      await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
      await expect(page).toHaveURL(/\/en$/);
      await page.goto(profile);
      await expect(page).toHaveURL(/\/en\/sign-in/);
      // The provider has forgotten the person too.
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who do you want to be?');
    });

    test('whoever cancels at the provider is told so and can start again', async ({ page }) => {
      await page.goto('/ru/sign-in');
      await page.getByRole('main').getByRole('button', { name: 'Войти' }).click();
      await page.getByRole('button', { name: 'Отменить' }).click();
      await expect(page.getByRole('main').getByRole('heading', { name: 'Вы не вошли' })).toBeVisible();
      await page.getByRole('main').getByRole('button', { name: 'Войти' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Кем вы хотите быть?');
    });

    test('a session in another browser is ended from here', async ({ page, browser }) => {
      await signInAs(page, 'zuhra', profile);
      const other = await browser.newContext({ javaScriptEnabled });
      const elsewhere = await other.newPage();
      await signInAs(elsewhere, 'zuhra', profile);
      await page.reload();
      await page.getByRole('button', { name: 'End all other sessions' }).click();
      await expect(page.getByRole('main').getByRole('alert')).toContainText(/other sessions? (has|have) ended/);
      await elsewhere.reload();
      await expect(elsewhere).toHaveURL(/\/en\/sign-in/);
      await page.reload();
      await expect(page.getByText('This browser')).toBeVisible();
      await other.close();
    });
  });
}

test('a citizen without a staff role is told so and can become somebody else', async ({ page }) => {
  await signInAs(page, 'alex', profile);
  await page.goto(`/en/sign-in?${new URLSearchParams({ to: profile, problem: 'role' }).toString()}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You do not have access to this page');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await page.getByRole('button', { name: /Misolova Kamola/ }).click();
  await expect(page).toHaveURL(new RegExp(`${profile}$`));
  await expect(page.getByRole('main')).toContainText('Auditor');
});

test('any individual signs in by PINFL; a wrong one is explained', async ({ page }) => {
  await page.goto(`/en/sign-in?to=${profile}`);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  const field = page.getByLabel('Personal identifier (PINFL)');
  await field.fill('30211975910034');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/correct check digit/);
  await expect(field).toHaveValue('30211975910034');
  await expectAccessible(page);
  await field.fill('30211975910033');
  await field.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${profile}$`));
  await expect(page.getByText('30211975910033', { exact: true })).toBeVisible();
});

test('forms of other sites, foreign return paths and stray callbacks lead nowhere', async ({ request, baseURL }) => {
  const post = (headers: Record<string, string>, to: string) => request.post('/api/sign-in', { headers, form: { locale: 'en', to }, maxRedirects: 0 });
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    expect((await post(headers, '/en')).headers()['location']).toBe('/en/sign-in?to=%2Fen&problem=refused');
  }
  const stray = await request.get('/api/auth/callback/yagona?code=x&state=y', { maxRedirects: 0 });
  expect(stray.headers()['location']).toContain('problem=expired');
  const started = await post({ origin: baseURL ?? '' }, '//evil.example');
  expect(started.status()).toBe(303);
  expect(started.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie').some(({ value }) => value.includes('evil'))).toBe(false);
  const forged = await request.get('/api/auth/callback/yagona?code=x&state=y', { maxRedirects: 0 });
  expect(forged.headers()['location']).toContain('problem=provider');
  for (const path of ['/api/auth/signin', '/api/auth/session', '/api/auth/error', '/api/auth/callback/other']) expect((await request.get(path)).status()).toBe(404);
});

for (const locale of locales) {
  test(`the pages are accessible: ${locale}`, async ({ page }) => {
    for (const path of ['sign-in', 'sign-in?problem=provider', 'demo', 'demo/inbox?to=nobody@demo.example']) {
      await page.goto(`/${locale}/${path}`);
      await expectAccessibleInBothThemes(page);
    }
    await page.goto(`/${locale}/sign-in?to=/${locale}/cabinet/profile`);
    await page.locator('main form button').click();
    const person = page.locator('button[value="editor-two"]');
    await person.waitFor();
    await expectAccessibleInBothThemes(page);
    await person.click();
    await page.waitForURL(/\/cabinet\/profile$/);
    await expectAccessibleInBothThemes(page);
  });
}
