import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { declareAndSend, fillIncomeCertificate, startDraft } from './support/applying';
import { expect, expectAccessible, test, themes } from './support/fixtures';
import { signInAs } from './support/sign-in';

async function accessibleInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page, `${page.url()} ${colorScheme}`);
  }
}

/** A citizen asks for an income certificate; the citizen's window stays on the application. */
async function apply(page: Page, login: string): Promise<string> {
  await signInAs(page, login);
  await startDraft(page, 'income-certificate');
  await fillIncomeCertificate(page);
  const reference = await declareAndSend(page);
  await page.goto(`/uz/cabinet/applications/${reference}`);
  return reference;
}

async function officerOf(browser: Browser, login: string, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, login, path);
  return page;
}

test('an officer takes a case, checks the register, and approves; the citizen gets a document anybody can verify', async ({ page, browser }) => {
  const reference = await apply(page, 'madina');
  const officer = await officerOf(browser, 'soliq-officer', '/uz/admin/cases?view=unassigned');
  const row = officer.getByRole('row').filter({ hasText: reference });
  await expect(row).toContainText(/ish kuni qoldi|Bugun oxirgi kun/);
  await row.getByRole('link', { name: reference }).click();
  await expect(officer.getByRole('main')).toContainText('Misolova Madina');
  await expect(officer.getByRole('main')).toContainText('Reyestr maʼlumotini faqat ish ijrochisi koʻradi');
  await accessibleInBothThemes(officer);
  await officer.getByRole('button', { name: 'Ishga olish' }).click();
  await expect(officer.getByRole('main')).toContainText('Ijrochi: Men');
  await expect(officer.getByRole('region', { name: 'Jismoniy shaxslar reyestri' })).toContainText('61705060010051');

  await officer.getByRole('button', { name: 'Tasdiqlash…' }).click();
  await expect(officer.getByRole('dialog')).toBeVisible();
  await accessibleInBothThemes(officer);
  await officer.getByRole('button', { name: 'Tasdiqlash va hujjat berish' }).click();
  await expect(officer.getByRole('dialog')).toBeHidden();
  await expect(officer.getByRole('main')).toContainText('Tasdiqlangan');
  await expect(officer.getByRole('button', { name: 'Rad etish…' })).toBeHidden();
  await accessibleInBothThemes(officer);

  await page.reload();
  await expect(page.getByRole('main')).toContainText('Qaror ijobiy');
  const result = page.getByRole('main').locator('a[href*="/api/documents/"]').first();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('main').locator('a[href*="/api/documents/"]')).toHaveCount(2, { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  const number = /SOLIQ-[\w-]+/.exec(await result.innerText())?.[0] ?? '';
  const [download] = await Promise.all([page.waitForEvent('download'), result.click()]);
  expect(readFileSync(await download.path()).subarray(0, 5).toString()).toBe('%PDF-');

  const anybody = await (await browser.newContext()).newPage();
  await anybody.goto('/uz/verify');
  await anybody.getByLabel('Hujjat raqami yoki tekshirish kodi').fill(number);
  await anybody.getByRole('main').getByRole('button', { name: 'Tekshirish' }).click();
  await expect(anybody.getByRole('heading', { level: 1 })).toHaveText('Hujjat haqiqiy');
});

test('an officer asks for a correction with a reason, and the citizen sees it at once', async ({ page, browser }) => {
  const reference = await apply(page, 'dilnoza');
  const officer = await officerOf(browser, 'soliq-officer', `/uz/admin/cases/${reference}`);
  await officer.getByRole('button', { name: 'Ishga olish' }).click();
  await officer.getByRole('button', { name: 'Tuzatish soʻrash…' }).click();
  const dialog = officer.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Tuzatishga yuborish' }).click();
  await expect(dialog).toContainText('Kamida bitta sahifani belgilang');
  await expect(dialog.locator('input[name="page"]').first()).toBeFocused();
  await accessibleInBothThemes(officer);
  await dialog.locator('input[name="page"]').first().check();
  await dialog.getByLabel('Arizachiga izoh').fill('Davrni qaytadan tanlang: ikki yil kerak.');
  await dialog.getByRole('button', { name: 'Tuzatishga yuborish' }).click();
  await expect(dialog).toBeHidden();
  await expect(officer.getByRole('main')).toContainText('Muddat toʻxtatilgan');
  await accessibleInBothThemes(officer);
  await page.reload();
  await expect(page.getByRole('main')).toContainText('Davrni qaytadan tanlang: ikki yil kerak.');
  await page.getByRole('button', { name: 'Javoblarni tuzatish' }).click();
  await page.waitForURL(/\/apply\/income-certificate\//);
});

test('a refusal needs a reason, and the citizen reads it; a stale window overwrites nothing; other agencies see nothing', async ({ page, browser }) => {
  const reference = await apply(page, 'rustam');
  const path = `/uz/admin/cases/${reference}`;
  const stranger = await officerOf(browser, 'kadastr-officer', '/uz/admin/cases');
  expect((await stranger.goto(path))?.status()).toBe(404);

  const officer = await officerOf(browser, 'soliq-officer', path);
  const stale = await officer.context().newPage();
  await stale.goto(path);
  await officer.getByRole('button', { name: 'Ishga olish' }).click();
  await expect(officer.getByRole('main')).toContainText('Ijrochi: Men');
  await stale.getByRole('button', { name: 'Ishga olish' }).click();
  const refusal = stale.getByRole('main').getByRole('alert');
  await expect(refusal).toContainText('ish oʻzgardi');
  await expect(refusal).toBeFocused();
  await accessibleInBothThemes(stale);

  await officer.getByRole('button', { name: 'Rad etish…' }).click();
  const dialog = officer.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Rad etish', exact: true }).click();
  await expect(dialog.locator('#reason')).toBeFocused();
  await accessibleInBothThemes(officer);
  await dialog.locator('#reason').fill('Soʻralgan davr uchun daromad haqida maʼlumot topilmadi.');
  await dialog.getByRole('button', { name: 'Rad etish', exact: true }).click();
  await expect(dialog).toBeHidden();
  await accessibleInBothThemes(officer);
  await page.reload();
  await expect(page.getByRole('main')).toContainText('Soʻralgan davr uchun daromad haqida maʼlumot topilmadi.');
});

test('an officer approves with the keyboard alone', async ({ page, browser }) => {
  const reference = await apply(page, 'zuhra');
  const officer = await officerOf(browser, 'soliq-officer', `/uz/admin/cases/${reference}`);
  /** Presses Tab until the button is reached. */
  const tabTo = async (name: string) => {
    const button = officer.getByRole('button', { name, exact: true });
    await expect(button).toBeVisible();
    for (let presses = 0; presses < 60; presses += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) return button;
      await officer.keyboard.press('Tab');
    }
    throw new Error(`${name} is out of the keyboard's reach`);
  };
  await tabTo('Ishga olish');
  await officer.keyboard.press('Enter');
  const opener = await tabTo('Tasdiqlash…');
  expect(await opener.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
  await officer.keyboard.press('Enter');
  const dialog = officer.getByRole('dialog');
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await officer.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await officer.keyboard.press('Enter');
  await tabTo('Tasdiqlash va hujjat berish');
  await officer.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(officer.getByRole('main')).toContainText('Tasdiqlangan');
});
