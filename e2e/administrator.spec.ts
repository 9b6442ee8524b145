import { readFileSync } from 'node:fs';
import { expect, expectAccessible, expectNoSidewaysScroll, test, themes } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

test('a bad day gets a clear message, and every wrong address an accessible page', async ({ page }) => {
  await signInAs(page, 'admin', '/uz/admin');
  await page.goto('/uz/admin/requests?from=2026-99-99&to=abc');
  await expect(page.getByRole('alert').filter({ hasText: 'Xatolarni tuzating' })).toBeVisible();
  await expect(page.locator('#from')).toHaveAttribute('aria-invalid', 'true');
  const addresses = ['requests?from=2026-99-99&to=abc', 'requests?from=2030-02-01&to=2030-01-01', 'requests/list?from=2026-99-99', 'audit?from=2026-99-99', 'audit?subject=no-such'];
  for (const [index, address] of addresses.entries()) {
    await page.emulateMedia({ colorScheme: themes[index % 2] ?? 'light', reducedMotion: 'reduce' });
    await page.goto(`/uz/admin/${address}`);
    await expect(page.locator('h1')).toHaveCount(1);
    await expectAccessible(page);
  }
});

test('figures are for those who watch, not for citizens and officers', async ({ page, another }) => {
  await signInAs(page, 'auditor', '/uz/admin');
  await page.goto('/uz/admin/requests');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Arizalar raqamlarda');
  for (const login of ['jamshid', 'kadastr-officer']) {
    const other = await another();
    await signInAs(other, login);
    for (const path of ['/uz/admin/requests', '/uz/admin/audit']) {
      await other.goto(path);
      await expect(other.getByRole('heading', { level: 1 })).not.toHaveText(/Arizalar raqamlarda|Audit jurnali/);
    }
    expect((await other.request.get('/api/admin/requests?locale=uz')).status()).toBe(403);
  }
});

test('the export has the rows of the page, and the trail shows who made it', async ({ page }) => {
  await signInAs(page, 'admin', '/uz/admin');
  await page.goto('/uz/admin/requests?period=year');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV yuklab olish' }).click()]);
  const [header = '', ...lines] = readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, '').trim().split(/\r?\n/);
  expect(header).toMatch(/^"?Idora/);
  expect(lines.length).toBe(await page.locator('#figures tbody tr').count());
  await page.goto('/uz/admin/audit');
  await expect(page.getByRole('row').filter({ hasText: 'Namunayev Timur' }).filter({ hasText: 'Raqamlarni yuklab oldi' }).first()).toBeVisible();
});

test('charts have words and a table beside them, and a number leads to its list', async ({ page }) => {
  await signInAs(page, 'admin', '/uz/admin');
  await page.goto('/uz/admin/requests?period=year');
  await expect(page.getByRole('figure', { name: 'Holati boʻyicha' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('insight.');
  const row = page.locator('#figures tbody tr').first();
  const received = row.getByRole('link', { name: /Kelib tushgan/ });
  await received.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Barcha arizalar');
  await expect(page.locator('tbody tr').first()).toBeVisible();
});

test('the figures fit the window in every language', async ({ page }) => {
  await signInAs(page, 'admin', '/uz/admin');
  for (const locale of ['uz', 'ru', 'en']) {
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['requests', 'requests/list', 'audit']) {
        await page.goto(`/${locale}/admin/${path}`);
        await expectNoSidewaysScroll(page, `${locale} ${path} ${width}`);
      }
    }
  }
});
