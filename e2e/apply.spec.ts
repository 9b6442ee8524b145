import { readFileSync } from 'node:fs';
import { continueButton, declareAndSend, fillIncomeCertificate, goOn, pdfFile, startDraft } from './support/applying';
import { expect, expectAccessible, test } from './support/fixtures';
import { signInAs } from './support/sign-in';

test('a citizen applies, gets a receipt that anybody can verify, and is told by mail', async ({ page, browser }) => {
  await page.goto('/uz/services/criminal-record-certificate');
  await page.getByRole('main').locator('a[href="/uz/apply/criminal-record-certificate"]').first().click();
  await expectAccessible(page);
  await signInAs(page, 'dilnoza', '/uz/apply/criminal-record-certificate');
  await startDraft(page, 'criminal-record-certificate');
  await expectAccessible(page);

  await goOn(page);
  await expect(page).toHaveTitle(/^Xato: /);
  const summary = page.getByRole('main').getByRole('alert').filter({ hasText: 'Xatolarni tuzating' });
  await expect(summary).toBeFocused();
  await summary.getByRole('link').click();
  await expect(page.locator('#about')).toBeFocused();
  await expectAccessible(page);

  await page.locator('input[value="principal"]').check();
  await goOn(page);
  await expect(page).not.toHaveTitle(/^Xato/);
  await expect(page.getByRole('main')).toContainText('41403900010017');
  await expect(page.getByRole('main')).toContainText('Aholi reyestridan olindi');
  await expectAccessible(page);
  await goOn(page);

  // One digit wrong: both entries stay, only the wrong one is marked.
  await page.locator('#person-name').fill('Misolov Jamshid');
  await page.locator('#person-pinfl').fill('32501790010034');
  await goOn(page);
  await expect(page.locator('#person-name')).toHaveValue('Misolov Jamshid');
  await expect(page.locator('#person-pinfl')).toHaveValue('32501790010034');
  await expect(page.locator('#person-pinfl')).toHaveAccessibleDescription(/Bunday JShShIR yoʻq/);
  await expect(page.locator('#person-name')).not.toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.locator('#person-pinfl').fill('3250 1790 0100 33');
  await goOn(page);

  await page.locator('input[type="file"]').setInputFiles({ name: 'dastur.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0090 this is no PDF') });
  await goOn(page);
  await expect(page).toHaveTitle(/^Xato: /);
  await expect(page.getByRole('main')).toContainText('Bu fayl ochilmadi');
  await expectAccessible(page);
  await page.locator('input[type="file"]').setInputFiles(pdfFile);
  await goOn(page);

  await page.locator('input[name="names-changed"][value="no"]').check();
  await goOn(page);
  await page.locator('input[value="job"]').check();
  await goOn(page);
  await page.locator('#phone').fill('90 123 45 67');
  await goOn(page);

  await expect(page).toHaveURL(/\/check$/);
  await expect(page.getByRole('main')).toContainText('+998 90 123-45-67');
  await expect(page.getByRole('main')).toContainText('ishonchnoma.pdf');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Oʻzgartirish Telefon raqami' }).click();
  await page.locator('#phone').fill('+998 (91) 765-43-21');
  await goOn(page);
  await expect(page).toHaveURL(/\/check$/);
  await expect(page.getByRole('main')).toContainText('+998 91 765-43-21');

  await page.getByRole('button', { name: 'Arizani yuborish' }).click();
  await expect(page).toHaveTitle(/^Xato: /);
  await expectAccessible(page);
  const reference = await declareAndSend(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ariza qabul qilindi');
  await expect(page.getByRole('main')).toContainText(reference);
  await expectAccessible(page);

  // The worker has rendered the receipt by then.
  await page.goto(`/uz/cabinet/applications/${reference}`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('link', { name: /Yuklab olish \(PDF\)/ })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Yuklab olish \(PDF\)/ }).click()]);
  expect(download.suggestedFilename()).toBe(`receipt-${reference.toLowerCase()}.pdf`);
  expect(readFileSync(await download.path()).subarray(0, 5).toString()).toBe('%PDF-');

  const anybody = await (await browser.newContext()).newPage();
  await anybody.goto('/uz/verify');
  await expectAccessible(anybody);
  await anybody.getByLabel('Hujjat raqami yoki tekshirish kodi').fill(` ${reference.toLowerCase()} `);
  await anybody.getByRole('main').getByRole('button', { name: 'Tekshirish' }).click();
  await expect(anybody.getByRole('heading', { level: 1 })).toHaveText('Hujjat haqiqiy');
  await expect(anybody.getByRole('main')).toContainText('N••• D••• A•••');
  await expect(anybody.getByRole('main')).not.toContainText('Namunayeva');
  await expectAccessible(anybody);

  await expect(async () => {
    await anybody.goto('/uz/demo/inbox');
    await expect(anybody.getByText(`Ariza qabul qilindi: ${reference}`)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
});

test('a draft waits in the cabinet for another device, and can be deleted after a question', async ({ page, browser }) => {
  await signInAs(page, 'rustam');
  const first = await startDraft(page, 'kindergarten-enrolment');
  await page.locator('#child-name').fill('Namunayev Amir');
  await page.getByRole('button', { name: 'Saqlab, keyinroq davom etish' }).click();
  await expect(page).toHaveURL(/\/uz\/cabinet$/);

  const other = await (await browser.newContext()).newPage();
  await signInAs(other, 'rustam', '/ru/cabinet');
  const draftId = /[0-9a-f-]{36}/.exec(first)?.[0] ?? '';
  await expectAccessible(other);
  await other.locator(`a[href="/ru/apply/kindergarten-enrolment/${draftId}"]`).click();
  // What was entered so far is there, with what is still missing.
  await expect(other.locator('#child-name')).toHaveValue('Namunayev Amir');
  await expect(other).toHaveTitle(/^Ошибка: /);

  await other.goto(`/ru/apply/kindergarten-enrolment/${draftId}/delete`);
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Да, удалить' }).click();
  await expect(other.getByRole('main').getByRole('alert')).toContainText('Черновик удалён');
  expect((await page.goto(first))?.status()).toBe(404);
});

test('two windows never overwrite each other silently', async ({ page, context }) => {
  await signInAs(page, 'zuhra');
  const first = await startDraft(page, 'criminal-record-certificate', 'en');
  const second = await context.newPage();
  await second.goto(first);
  await page.locator('input[value="self"]').check();
  await goOn(page);
  await second.locator('input[value="child"]').check();
  await goOn(second);
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('This question was answered in another window');
  await expect(second.getByRole('main')).toContainText('Myself');
  await expect(second.getByRole('main')).toContainText('My child under 18');
  await expectAccessible(second);
  await goOn(second);
  await expect(second).toHaveTitle(/^Error: /);
  await expectAccessible(second);
  await second.locator('input[value="mine"]').check();
  await goOn(second);
  await page.goto(first);
  await expect(page.locator('input[value="child"]')).toBeChecked();
});

test('pressing send twice, or again later, makes one application', async ({ page, context }) => {
  await signInAs(page, 'jamshid');
  await startDraft(page, 'income-certificate');
  await fillIncomeCertificate(page);
  const again = await context.newPage();
  await again.goto(page.url());
  await Promise.all([page, again].map((tab) => tab.locator('#declared').check()));
  const references = await Promise.all([declareAndSend(page), declareAndSend(again)]);
  expect(new Set(references).size).toBe(1);
});

test('a long form is a list of tasks', async ({ page }) => {
  await signInAs(page, 'madina');
  await startDraft(page, 'individual-entrepreneur-registration', 'ru');
  await expect(page).toHaveURL(/\/tasks$/);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Налоги и банк' }).click();
  await page.locator('input[value="turnover"]').check();
  await goOn(page);
  await page.locator('#turnover').fill('120 000 000 сум');
  await goOn(page);
  await page.locator('input[name="bank-account"][value="yes"]').check();
  await expect(page.locator('#bank')).toBeVisible();
  await goOn(page);
  await expect(page.getByRole('main')).toContainText('«В каком банке?»: выберите ответ');
  await expectAccessible(page);
  await page.locator('#bank').selectOption('sqb');
  await goOn(page);
  await goOn(page);
  // Back at the list, with this part done.
  await expect(page).toHaveURL(/\/tasks$/);
  await expect(page.getByRole('main')).toContainText('Готово разделов: 1 из 4');
});

test('addresses that were tampered with lead to a clear page, never to somebody else’s data', async ({ page, browser }) => {
  await signInAs(page, 'dilnoza');
  const path = await startDraft(page, 'criminal-record-certificate');
  const draft = path.replace(/\/[^/]+$/, '');
  for (const wrong of [`${draft}/no-such-page`, draft.replace('criminal-record-certificate', 'income-certificate'), '/uz/apply/no-such-service', '/uz/apply/criminal-record-certificate/not-a-draft/about', '/uz/cabinet/applications/YG-2222-2222', '/uz/cabinet/applications/%00']) {
    expect((await page.goto(wrong))?.status(), wrong).toBe(404);
  }
  // A page that the answers hide leads to where to go on.
  await page.goto(`${draft}/power-of-attorney`);
  await expect(page).toHaveURL(`${draft}/about`);
  const stranger = await (await browser.newContext()).newPage();
  await signInAs(stranger, 'rustam');
  expect((await stranger.goto(path))?.status()).toBe(404);
  const anybody = await (await browser.newContext()).newPage();
  await anybody.goto(path);
  await expect(anybody).toHaveURL(/\/uz\/sign-in\?to=/);
  await expect(continueButton(anybody)).toHaveCount(0);
});

test('an application can be followed, asked about and withdrawn', async ({ page }) => {
  await signInAs(page, 'zuhra');
  await startDraft(page, 'income-certificate', 'en');
  await fillIncomeCertificate(page);
  const reference = await declareAndSend(page);
  await page.goto(`/en/cabinet/applications/${reference}`);
  await page.getByRole('button', { name: 'Send the message' }).click();
  await expect(page.getByRole('main').getByRole('alert').filter({ hasText: 'Write the message' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Message to the officer').fill('Could I collect it in person?\nThank you.');
  await page.getByRole('button', { name: 'Send the message' }).click();
  await expect(page.getByRole('main')).toContainText('Could I collect it in person?');
  await page.getByRole('link', { name: 'Withdraw the application' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Yes, withdraw it' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The application was withdrawn');
  await expect(page.getByRole('link', { name: 'Withdraw the application' })).toHaveCount(0);
  await page.goto('/en/cabinet/applications?state=decided');
  await expect(page.getByRole('main')).toContainText(reference);
  await expectAccessible(page);
  await page.goto('/en/cabinet/notifications');
  await expectAccessible(page);
  await page.getByRole('button', { name: new RegExp(`^Open ?: Application withdrawn: ${reference}`) }).click();
  await expect(page).toHaveURL(new RegExp(`/en/cabinet/applications/${reference}$`));
});

test('forged and unknown codes are told apart from genuine ones', async ({ page }) => {
  await page.goto('/en/verify');
  await page.getByRole('main').getByRole('button', { name: 'Verify' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expectAccessible(page);
  await page.goto('/en/verify/YG-2222-2223');
  await expect(page.getByRole('main')).toContainText('There can be no such number or code');
  await expectAccessible(page);
  await page.goto('/en/verify/2222222222222222');
  await expectAccessible(page);
});
