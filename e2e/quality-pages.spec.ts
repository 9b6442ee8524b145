import { expect, expectAccessibleInBothThemes, expectNoSidewaysScroll, locales, test } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

/** Pages behind the sign-in, without locale: one line adds a page. Public pages are in catalogue.spec.ts. */
const staffPages: Record<string, readonly string[]> = {
  dilnoza: ['/cabinet', '/cabinet/applications', '/cabinet/notifications', '/cabinet/records', '/cabinet/records/report?register=individuals&key=41403900010017', '/cabinet/profile', '/apply/criminal-record-certificate', '/admin'],
  'iiv-officer': ['/admin', '/admin/cases'],
  'iiv-manager': ['/admin/cases', '/admin/workload'],
  'iiv-editor': ['/admin/services', '/admin/services/id-card', '/admin/classifiers'],
  'kadastr-keeper': ['/admin', '/admin/registers', '/admin/registers/parcels', '/admin/registers/parcels/about', '/admin/registers/parcels/imports', '/admin/registers/real-estate-rights/new', '/admin/registers/reports', '/admin/registers/parcels/rights', '/admin/registers/parcels/quality', '/admin/registers/parcels/duplicates', '/admin/registers/parcels/subscriptions', '/admin/registers/addresses/records/1726269000001', '/admin/registers/addresses/records/1726269000001/edit', '/admin/registers/addresses/records/1726269000001?view=history'],
  'iiv-keeper': ['/admin/registers/individuals', '/admin/registers/individuals/erasures', '/admin/registers/individuals?purpose=Test&q=namunayeva', '/admin/registers/individuals/records/41403900010017', '/admin/registers/individuals/records/41403900010017?purpose=Test', '/admin/registers/individuals/records/41403900010017?purpose=Test&view=history'],
  auditor: ['/admin/registers', '/admin/registers/individuals'],
  admin: ['/admin', '/admin/requests', '/admin/audit', '/admin/staff', '/admin/clients', '/admin/search', '/admin/registers', '/admin/registers/new', '/admin/registers/individuals/definition', '/admin/classifiers', '/admin/classifiers/new', '/admin/classifiers/territories', '/admin/classifiers/territories/about', '/admin/classifiers/territories/review'],
};

for (const [login, pages] of Object.entries(staffPages)) {
  for (const [turn, locale] of locales.entries()) {
    test(`pages of ${login} are accessible and fit 320 px: ${locale}`, async ({ page }) => {
      test.setTimeout(180_000);
      await signInAs(page, login, `/${locale}/cabinet/profile`);
      // Each page in one language of either script, to keep the time of all journeys in bounds; what axe sees depends on no language.
      for (const path of pages.filter((_, index) => (index + turn) % 2 === 0)) {
        await page.goto(`/${locale}${path}`);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expect(page.locator('h1')).toHaveCount(1);
        expect(await page.title(), path).not.toBe('');
        if (turn < 2) await expectAccessibleInBothThemes(page, `${login} ${locale} ${path}`);
        await page.setViewportSize({ width: 320, height: 640 });
        await expectNoSidewaysScroll(page, `${login} ${path}`);
        await page.setViewportSize({ width: 1280, height: 720 });
      }
    });
  }
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
