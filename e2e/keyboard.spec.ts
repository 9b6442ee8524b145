import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

/** Presses Tab until what is focused is called so, and checks on the way that the focus can be seen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent).join(' ') : '';
      const box = element.getBoundingClientRect();
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      const drawn = [element, ...(element.parentElement?.children ?? [])].some((one) => getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none');
      return { name: `${labels} ${element.getAttribute('aria-label') ?? ''} ${element.innerText}`.trim().replace(/\s+/g, ' '), seen: box.width > 0 && (outlineStyle !== 'none' || boxShadow !== 'none' || drawn) };
    });
    if (focused === null) continue;
    expect(focused.seen, `the focus on “${focused.name}” can be seen`).toBe(true);
    if (name.test(focused.name)) return;
  }
  throw new Error(`${String(name)} is not reached by Tab on ${page.url()}`);
}

async function pressOn(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  const before = page.url();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== before);
  await page.waitForLoadState();
}

test('a citizen finds a service and applies with the keyboard alone', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/en');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('Skip to main content');
  await page.keyboard.press('Enter');
  await tabTo(page, /service/i);
  await page.keyboard.type('certificate of income');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/services\?q=/);
  await pressOn(page, /^Certificate of income/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Certificate of income');
  await pressOn(page, /^Apply online/);
  await pressOn(page, /^Sign in and start/);
  await pressOn(page, /^Sign in$/);
  await pressOn(page, /Namunayeva Dilnoza/);
  await pressOn(page, /^Start (now|a new application)/);
  await pressOn(page, /^Continue$/);
  const choose = async (name: RegExp) => {
    await tabTo(page, name);
    await page.keyboard.press('Space');
  };
  // Without an answer: the summary takes the focus and leads to the question.
  await pressOn(page, /^Continue$/);
  await expect(page.getByRole('main').getByRole('alert').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('input[name="period"]').first()).toBeFocused();
  await page.keyboard.press('Space');
  await pressOn(page, /^Continue$/);
  await choose(/^Wages/);
  await pressOn(page, /^Continue$/);
  // Radios are one stop: the arrows go on from there.
  await tabTo(page, /^A bank, for a loan/);
  for (let down = 0; down < 3; down += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('A court')).toBeChecked();
  await pressOn(page, /^Continue$/);
  await choose(/^Uzbek/);
  await pressOn(page, /^Continue$/);
  await pressOn(page, /^Continue$/);
  await expect(page).toHaveURL(/\/check$/);
  await choose(/^I confirm/);
  await pressOn(page, /^Send the application/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Application received');
});
