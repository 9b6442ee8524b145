import { expect, type Locator, type Page } from '@playwright/test';

/** A small file that is what its name says. */
export const pdfFile = { name: 'ishonchnoma.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n% e2e\n%%EOF\n') };

const onward: Record<string, string> = { uz: 'Davom etish', 'uz-Cyrl': 'Давом этиш', ru: 'Продолжить', en: 'Continue' };

/** The button that goes on, in the language of the address. */
export function continueButton(page: Page): Locator {
  const locale = new URL(page.url()).pathname.split('/')[1] ?? '';
  return page.getByRole('main').getByRole('button', { name: onward[locale] ?? 'Davom etish', exact: true });
}

/** Presses the button that goes on and waits for the next page, or for the same one with what is wrong. */
export async function goOn(page: Page): Promise<void> {
  const before = page.url();
  await continueButton(page).click();
  await page.waitForURL((url) => url.href !== before);
  await page.waitForLoadState();
}

/** Starts a draft of a service; the person is signed in. Returns the path of its first question. */
export async function startDraft(page: Page, service: string, locale = 'uz'): Promise<string> {
  await page.goto(`/${locale}/apply/${service}`);
  await page.getByRole('main').getByRole('button', { name: /^(Boshlash|Yangi ariza boshlash|Начать|Начать новое заявление|Start now|Start a new application)$/ }).click();
  await page.waitForURL(/\/apply\/[^/]+\/[0-9a-f-]{36}\//);
  await page.waitForLoadState();
  return new URL(page.url()).pathname;
}

/** The form of the income certificate, answered to the end with the shortest answers. */
export async function fillIncomeCertificate(page: Page): Promise<void> {
  await goOn(page);
  await page.locator('input[name="period"][value="12m"]').check();
  await goOn(page);
  await page.locator('input[name="income-kinds"][value="salary"]').check();
  await goOn(page);
  await page.locator('input[name="recipient"][value="court"]').check();
  await goOn(page);
  await page.locator('input[name="certificate-language"][value="uz"]').check();
  await goOn(page);
  await goOn(page);
  await expect(page).toHaveURL(/\/check$/);
}

/** Confirms and sends from the page that shows the answers; returns the reference. */
export async function declareAndSend(page: Page): Promise<string> {
  await page.locator('#declared').check();
  await page.getByRole('main').getByRole('button', { name: /^(Arizani yuborish|Отправить заявление|Send the application)$/ }).click();
  await page.waitForURL(/\/sent$/);
  const reference = /YG-\w{4}-\w{4}/.exec(page.url())?.[0];
  if (!reference) throw new Error(`No reference in ${page.url()}`);
  return reference;
}
