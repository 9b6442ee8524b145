import { brotliCompressSync } from 'node:zlib';
import { expect, expectAccessible, expectAccessibleInBothThemes, locales, test } from './support/fixtures.ts';

const paths = [
  '', '/services', '/services?q=pasport&fee=paid', '/services?q=zzzzqqqq', '/services?sphere=transport&online=no&agency=soliq', '/services/id-card', '/services/child-birth-registration',
  '/spheres/transport', '/life-events', '/life-events/birth', '/agencies', '/agencies/iiv', '/help', '/about', '/accessibility', '/privacy',
  '/verify', '/verify/no-such-code', '/no-such-page', '/classifiers', '/classifiers/countries', '/classifiers/legal-forms?parent=tijorat', '/classifiers/currencies?q=hogwarts',
];
const indexed = ['', '/services', '/services/id-card', '/spheres/transport', '/life-events/birth', '/agencies/iiv', '/help', '/classifiers', '/classifiers/territories'];

for (const [turn, locale] of locales.entries()) {
  test(`${locale}: no page breaks an accessibility rule, light or dark`, async ({ page }) => {
    test.setTimeout(180_000);
    // Each page in one language of either script, to keep the time of all journeys in bounds; its colours, which depend on no language, in one.
    for (const path of paths.filter((_, index) => (index + turn) % 2 === 0)) {
      await page.goto(`/${locale}${path}`);
      await expectAccessibleInBothThemes(page, path, { dark: turn < 2 });
    }
  });

  test(`${locale}: nothing scrolls sideways at 320 px, every page has one h1 and a title of its own`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const titles = new Set<string>();
    for (const path of paths) {
      await page.goto(`/${locale}${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
      await expect(page.locator('h1'), path).toHaveCount(1);
      titles.add(await page.title());
    }
    expect(titles.size).toBeGreaterThanOrEqual(paths.length - 1);
  });

  test(`${locale}: every page names its other languages`, async ({ request }) => {
    for (const path of indexed) {
      const html = await (await request.get(`/${locale}${path}`)).text();
      const links = [...html.matchAll(/<link rel="(canonical|alternate)"(?: hrefLang="([^"]+)")? href="([^"]+)"/g)].map(([, rel, lang, href]) => [rel, lang, new URL(href ?? '').pathname]);
      expect(links, path).toEqual([
        ['canonical', undefined, `/${locale}${path}`],
        ...locales.map((other) => ['alternate', other, `/${other}${path}`]),
        ['alternate', 'x-default', `/uz${path}`],
      ]);
      expect(html).toContain(`<html lang="${locale}"`);
    }
  });
}

test.describe('search', () => {
  test('suggests while one types, and goes where the keyboard chooses', async ({ page }) => {
    await page.goto('/ru');
    const box = page.getByRole('combobox');
    await box.fill('биометр');
    const first = page.getByRole('option').first();
    await expect(first).toContainText('биометрического паспорта');
    await expect(first.locator('mark')).toHaveText('биометрического');
    await expect(box).toHaveAttribute('aria-expanded', 'true');
    await box.press('ArrowDown');
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expectAccessible(page, 'suggestions');
    await box.press('Enter');
    await expect(page).toHaveURL('/ru/services/biometric-passport');
  });

  test('closes the suggestions with Escape and searches with Enter', async ({ page }) => {
    await page.goto('/uz');
    const box = page.getByRole('combobox');
    await box.fill('haydovchilik guvohnomasi');
    await expect(page.getByRole('option').first()).toBeVisible();
    await box.press('Escape');
    await expect(page.getByRole('listbox', { includeHidden: true })).toBeHidden();
    await box.press('Enter');
    await expect(page).toHaveURL(/\/uz\/services\?q=haydovchilik/);
    await expect(page.locator('main h3 mark').first()).toHaveText('Haydovchilik');
  });

  test('finds across scripts and marks the words in the page’s own', async ({ page }) => {
    await page.goto(`/uz-Cyrl/services?${new URLSearchParams({ q: "haydovchilik guvohnomasi" }).toString()}`);
    await expect(page.locator('main h3').first()).toContainText('Ҳайдовчилик гувоҳномаси');
    await expect(page.locator('main h3 mark').first()).toHaveText('Ҳайдовчилик');
  });

  test('shows every suggestion on a phone, over what follows', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/uz');
    await page.getByRole('combobox').fill('guvohnoma');
    const last = page.getByRole('option').last();
    await expect(last).toBeVisible();
    await last.scrollIntoViewIfNeeded();
    const reached = await last.evaluate((option) => {
      const { left, top, width, height } = option.getBoundingClientRect();
      return option.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(reached).toBe(true);
  });

  test('understands the other keyboard layout and says so', async ({ page }) => {
    await page.goto('/ru/services?q=ghfdf');
    await expect(page.getByText('«права»')).toBeVisible();
    await expect(page.locator('main h3').first()).toContainText('водительск');
  });

  test('keeps the words when the language is switched', async ({ page }) => {
    await page.goto('/ru/services?q=086');
    await page.locator('footer').getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL('/en/services?q=086');
    await expect(page.locator('main h3').first()).toContainText('086');
  });

  test('answers anything without an error', async ({ request }) => {
    for (const q of ["' & | ! ( ) <->", '%00', '%ED%A0%80', 'a'.repeat(6000), '%22%3E%3Cscript%3Ealert(1)%3C/script%3E', '%F0%9F%91%A8']) {
      const response = await request.get(`/uz/services?q=${q}&page=-3&sphere=%00&fee[]=x&agency=../../etc`);
      expect(response.status(), q.slice(0, 30)).toBeLessThan(500);
      expect(await response.text()).not.toContain('<script>alert(1)');
      expect((await request.get(`/api/suggest?q=${q}&locale=xx`)).status(), q.slice(0, 30)).toBeLessThan(500);
    }
  });

  test('suggestions may be kept for a while and are few', async ({ request }) => {
    const response = await request.get('/api/suggest?q=pasport&locale=en');
    expect(response.headers()['cache-control']).toContain('max-age=300');
    const { items } = (await response.json()) as { items: { label: string; href: string }[] };
    expect(items.length).toBeGreaterThan(1);
    expect(items.length).toBeLessThanOrEqual(8);
    expect(items[0]?.href).toMatch(/^\/en\/services\//);
  });
});

test.describe('a service', () => {
  test('describes itself to search engines', async ({ page }) => {
    await page.goto('/en/services/child-birth-registration');
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as Record<string, unknown>;
    expect(data).toMatchObject({ '@type': 'GovernmentService', name: 'Registering the birth of a child', inLanguage: 'en', provider: { '@type': 'GovernmentOrganization' } });
  });

  test('leads to its form, from the top and from any place on a phone', async ({ page }) => {
    await page.goto('/uz/services/child-birth-registration');
    await expect(page.getByRole('link', { name: 'Onlayn ariza berish' }).first()).toHaveAttribute('href', '/uz/apply/child-birth-registration');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.reload();
    const link = page.getByRole('link', { name: 'Onlayn ariza berish' });
    await expect(link).toHaveCount(1);
    await expect(link).toBeInViewport();
    await page.locator('#law').scrollIntoViewIfNeeded();
    await expect(link).toBeInViewport();
  });

  test('says where to go when it is not online', async ({ page }) => {
    await page.goto('/ru/services/id-card');
    await expect(page.getByText('пока нельзя заказать онлайн')).toBeVisible();
  });

  test('writes days, sums and numbers as each language does', async ({ page }) => {
    const fee = page.locator('#fee').locator('..').locator('p').first();
    for (const [locale, sum] of [['uz', '366 680 soʻm (0,89 BHM)'], ['uz-Cyrl', '366 680 сўм (0,89 БҲМ)'], ['ru', '366 680 сумов (0,89 БРВ)'], ['en', '366,680 soum (0.89 BHM)']] as const) {
      await page.goto(`/${locale}/services/id-card`);
      await expect(fee).toHaveText(sum);
    }
    await expect(page.locator('main footer')).toContainText(/Version \d+ of \d+ \w+ \d{4}/);
  });

  test('that does not exist is not found, in the page’s language', async ({ page }) => {
    for (const path of ['services/nope', 'spheres/nope', 'life-events/nope', 'agencies/nope']) {
      const response = await page.goto(`/ru/${path}`);
      expect(response?.status(), path).toBe(404);
      await expect(page.locator('h1')).toHaveText('Страница не найдена');
    }
  });
});

test.describe('weight', () => {
  test('public pages fit the first flight with their styles, or nearly, and need no framework', async ({ request, browserName }) => {
    test.skip(browserName !== 'chromium');
    for (const path of ['/uz', '/en', '/uz/services?q=pasport', '/uz/services/id-card', '/uz/life-events/birth', '/uz/agencies/iiv']) {
      const html = await (await request.get(path)).text();
      expect(brotliCompressSync(html).length, path).toBeLessThan(14 * 1024);
      expect(html, path).not.toContain('/_next/static/chunks/');
      expect(html.match(/<[a-z][^>]*\sstyle="/g) ?? [], path).toEqual([]);
    }
  });

  test('nothing moves while a page loads', async ({ page }) => {
    await page.addInitScript(() => {
      const seen = window as unknown as { shift: number };
      seen.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ['/uz', '/ru/services?q=pasport', '/uz-Cyrl/services/child-birth-registration']) {
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift), path).toBeLessThanOrEqual(0.05);
    }
  });
});

test('the sitemap lists every service in every language, and robots find it', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toMatch(/Sitemap: https?:\/\/.+\/sitemap\.xml/);
  const sitemap = await (await request.get('/sitemap.xml')).text();
  for (const locale of locales) expect(sitemap).toContain(`/${locale}/services/id-card</loc>`);
  expect(sitemap).toContain('hreflang="uz-Cyrl"');
});
