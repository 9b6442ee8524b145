import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, locales, test, themes } from './support/fixtures.ts';

/** Everything that opens is opened, so that it is looked at too. */
async function openAll(page: Page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not([data-menu])')) details.open = true;
  });
}

async function violations(page: Page, part = 'html') {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().include(part).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

for (const locale of locales) {
  for (const theme of themes) {
    test.describe(`${locale}, ${theme}`, () => {
      test.use({ colorScheme: theme, contextOptions: { reducedMotion: 'reduce' } });

      test('no component breaks an accessibility rule', async ({ page }) => {
        await page.goto(`/${locale}/examples`);
        await openAll(page);
        expect(await violations(page)).toEqual([]);
      });

      test('nor do the menus and the dialog when open', async ({ page }) => {
        await page.goto(`/${locale}/examples`);
        await page.locator('header details summary').last().click();
        expect(await violations(page, 'header')).toEqual([]);
        await page.keyboard.press('Escape');
        await page.locator('[data-component="dialog"] button[aria-haspopup="dialog"]').click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await violations(page, 'dialog')).toEqual([]);
      });
    });
  }

  test(`${locale}: nothing scrolls sideways at 320 px, nor under a phone menu`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/${locale}/examples`);
    await openAll(page);
    await page.locator('header details summary').last().click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test('pages carry no style attributes, which the policy forbids', async ({ request }) => {
  const html = await (await request.get('/uz/examples')).text();
  expect(html.match(/<[a-z][^>]*\sstyle="[^"]*"/g) ?? []).toEqual([]);
});

test('the chosen theme stays', async ({ page }) => {
  await page.goto('/uz/examples');
  const canvas = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await canvas();
  await page.locator('header details summary').last().click();
  await page.locator('[data-theme-choice="dark"]').click();
  await expect(page.locator('[data-theme-choice="dark"]')).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await canvas()).not.toBe(light);
});

test('menus close with Escape, which gives the focus back, and with a press elsewhere', async ({ page }) => {
  await page.goto('/uz/examples');
  const menu = page.locator('header details').last();
  await menu.locator('summary').click();
  await menu.getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await expect(menu).not.toHaveAttribute('open');
  await expect(menu.locator('summary')).toBeFocused();
  await menu.locator('summary').click();
  await page.locator('h1').click();
  await expect(menu).not.toHaveAttribute('open');
});

test('the error summary leads to its fields', async ({ page }) => {
  await page.goto('/uz/examples');
  await page.locator('[data-component="error-summary"] a').first().click();
  await expect(page.locator('#pinfl')).toBeFocused();
});

test('the combobox suggests, and is worked by keyboard', async ({ page }) => {
  await page.route('**/api/suggest?*', (route) => route.fulfill({ json: { items: [{ label: '1-maktab', value: 's1' }, { label: '2-maktab', hint: 'Samarqand', value: 's2' }] } }));
  await page.goto('/uz/examples');
  const box = page.locator('#school');
  await box.pressSequentially('mak');
  await expect(page.locator('#school-list [role="option"]')).toHaveCount(2);
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#school-list [aria-selected="true"]')).toHaveText('2-maktabSamarqand');
  expect(await violations(page, '[data-component="combobox"]')).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('2-maktab');
  await expect(page.locator('#school-value')).toHaveValue('s2');
});

test('the character count says what is left', async ({ page }) => {
  await page.goto('/en/examples');
  await page.locator('#reason').fill('x'.repeat(203));
  await expect(page.locator('[data-component="textarea"]')).toContainText('Characters too many: 3');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('languages keep the page, menus open, choices reveal', async ({ page }) => {
    await page.goto('/uz/examples');
    await page.locator('footer').getByRole('link', { name: 'Русский' }).click();
    await expect(page).toHaveURL('/ru/examples');
    await page.locator('header details summary').last().click();
    await expect(page.locator('header details').last()).toHaveAttribute('open');
    await expect(page.locator('[data-theme-choice]').first()).toBeHidden();
    await page.locator('#delivery').check();
    await expect(page.locator('#address')).toBeHidden();
    await page.locator('#delivery-3').check();
    await expect(page.locator('#address')).toBeVisible();
  });
});
