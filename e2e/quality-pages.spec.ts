import { expectAccessible, expectNoSidewaysScroll, expect, locales, test, themes } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

/** Every page of the product, without locale. One line adds a page. */
const publicPages = [
  '', '/services', '/services?q=pasport', '/services?q=qqqzzz', '/services?q=pasport&sphere=identity', '/services/id-card', '/services/criminal-record-certificate',
  '/spheres/transport', '/life-events', '/life-events/birth', '/agencies', '/agencies/iiv', '/help', '/about', '/accessibility', '/privacy',
  '/verify', '/verify/no-such-code', '/sign-in', '/demo', '/demo/inbox', '/no-such-page',
];
const staffPages: Record<string, readonly string[]> = {
  dilnoza: ['/cabinet', '/cabinet/applications', '/cabinet/notifications', '/cabinet/profile', '/apply/criminal-record-certificate', '/admin'],
  'iiv-officer': ['/admin', '/admin/cases'],
  'iiv-manager': ['/admin/cases', '/admin/workload'],
  'iiv-editor': ['/admin/services', '/admin/services/id-card'],
  admin: ['/admin', '/admin/requests', '/admin/audit', '/admin/staff'],
};

for (const locale of locales) {
  for (const theme of themes) {
    // Every page in one language and theme, and one page of every kind in the others.
    const pages = (locale === 'uz' && theme === 'light') || (locale === 'ru' && theme === 'dark') ? publicPages : publicPages.filter((_, index) => (index + locales.indexOf(locale)) % 4 === 0);
    test(`public pages are accessible: ${locale}, ${theme}`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      for (const path of pages) {
        await page.goto(`/${locale}${path}`);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expect(page.locator('h1')).toHaveCount(1);
        expect(await page.title(), path).not.toBe('');
        await expectAccessible(page, `${locale} ${theme} ${path}`);
      }
    });
  }
}

for (const [login, pages] of Object.entries(staffPages)) {
  for (const [locale, theme] of [['uz', 'light'], ['ru', 'dark']] as const) {
    test(`pages of ${login} are accessible: ${locale}, ${theme}`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await signInAs(page, login, `/${locale}/cabinet/profile`);
      for (const path of pages) {
        await page.goto(`/${locale}${path}`);
        await expect(page.locator('h1')).toHaveCount(1);
        await expectAccessible(page, `${login} ${locale} ${theme} ${path}`);
        await page.setViewportSize({ width: 320, height: 640 });
        await expectNoSidewaysScroll(page, `${login} ${path}`);
        await page.setViewportSize({ width: 1280, height: 720 });
      }
    });
  }
}

// 1280 px at 400 % zoom is 320 CSS pixels.
for (const locale of ['uz-Cyrl', 'ru'] as const) {
  test(`public pages fit 320 px: ${locale}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of publicPages) {
      await page.goto(`/${locale}${path}`);
      await expectNoSidewaysScroll(page, `${locale}${path}`);
    }
  });
}

test('no link of the public pages leads nowhere', async ({ request }) => {
  test.setTimeout(180_000);
  const queue = ['/en'];
  const seen = new Set(queue);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBeLessThan(400);
    // Filters combine without end: one page of results stands for all.
    if (path.includes('?') || !(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue;
    for (const [, link = ''] of (await answer.text()).matchAll(/\shref="(\/en[^"#]*)/g)) {
      const next = link.replaceAll('&amp;', '&');
      if (!seen.has(next) && seen.size < 400) queue.push(next);
      seen.add(next);
    }
  }
  expect(seen.size).toBeGreaterThan(120);
});

test('public pages name their translations and themselves', async ({ page }) => {
  for (const path of ['', '/services/id-card', '/agencies/iiv', '/life-events/birth']) {
    await page.goto(`/ru${path}`);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`/ru${path}$`));
    for (const locale of locales) await expect(page.locator(`link[rel=alternate][hreflang="${locale}"]`)).toHaveAttribute('href', new RegExp(`/${locale}${path}$`));
  }
});

test('the language switch keeps the page and the query', async ({ page }) => {
  await page.goto('/uz/services?q=pasport');
  await page.locator('header details').filter({ has: page.locator('a[hreflang="ru"]') }).first().locator('summary').click();
  await page.locator('header a[hreflang="ru"]:visible').first().click();
  await expect(page).toHaveURL(/\/ru\/services\?q=pasport$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
});
