import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { declareAndSend, fillIncomeCertificate, goOn, startDraft } from './support/applying.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

const service = 'income-certificate';

/** Somebody applies for an income certificate. Returns the reference. */
async function apply(page: Page, login: string): Promise<string> {
  await signInAs(page, login);
  await startDraft(page, service, 'en');
  await fillIncomeCertificate(page);
  return declareAndSend(page);
}

async function openCase(page: Page, reference: string): Promise<void> {
  await page.goto(`/en/admin/cases?q=${reference}`);
  await expect(page.getByRole('row', { name: new RegExp(reference) })).toContainText(/Last day is today|working days? left/);
  await page.getByRole('link', { name: reference }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/cases/${reference}$`));
}

/** Reloads until the worker has made the file. */
async function downloadable(page: Page, path: string): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByRole('listitem').filter({ hasText: 'Result' }).getByRole('link', { name: /Download/ })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}

test('an officer asks for a correction and approves; the citizen, without scripts, sees each step at once', async ({ page, another }) => {
  test.setTimeout(120_000);
  const citizen = await another({ javaScriptEnabled: false });
  const reference = await apply(citizen, 'madina');
  const own = `/en/cabinet/applications/${reference}`;

  await signInAs(page, 'soliq-officer', '/en/admin/cases?view=unassigned');
  await openCase(page, reference);
  await expect(page.getByRole('main')).toContainText('Only the officer who holds the case');
  await page.getByRole('button', { name: 'Take the case' }).click();
  await expect(page.getByText('The case is yours now.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Register of individuals' })).toContainText('61705060010051');
  await expectAccessibleInBothThemes(page, 'a case held');
  await citizen.goto(own);
  await expect(citizen.getByRole('main')).toContainText('Under review');

  await page.getByRole('button', { name: 'Ask for a correction…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send for correction' }).click();
  await expect(dialog).toContainText('Tick at least one page');
  await expectAccessible(page, 'the question what to correct, with errors');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByLabel('Note to the applicant').fill('Please choose the whole of last year.');
  await dialog.getByRole('button', { name: 'Send for correction' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('main')).toContainText('Awaiting correction');

  await citizen.goto(own);
  await expect(citizen.getByRole('main')).toContainText('Please choose the whole of last year.');
  await citizen.getByRole('button', { name: /^Correct the answer/ }).click();
  await expect(citizen.getByRole('main')).toContainText('Please choose the whole of last year.');
  // Only what was asked for is open; nothing else is asked again.
  while (!citizen.url().endsWith('/check')) await goOn(citizen);
  await citizen.locator('#declared').check();
  await citizen.getByRole('button', { name: 'Send the correction' }).click();
  await expect(citizen.getByRole('main')).toContainText('Correction sent');

  await page.reload();
  await expect(page.getByRole('main')).toContainText('The applicant sent a correction');
  await page.getByRole('button', { name: 'Approve…' }).click();
  await expectAccessible(page, 'the question whether to approve');
  await dialog.getByLabel(/Note on the document/).fill('Income of twelve months.');
  await dialog.getByRole('button', { name: 'Approve and issue the document' }).click();
  const number = /[A-Z]{2,}-[\w-]+/.exec(await page.getByText(/Number of the document: /).innerText())?.[0] ?? '';
  await expect(page.getByRole('main').getByText('Approved', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve…' })).toHaveCount(0);
  await expectAccessible(page, 'a decided case');

  await citizen.goto(own);
  await expect(citizen.getByRole('main')).toContainText('Application approved');
  await downloadable(citizen, own);
  const [download] = await Promise.all([citizen.waitForEvent('download'), citizen.getByRole('listitem').filter({ hasText: 'Result' }).getByRole('link', { name: /Download/ }).click()]);
  expect(readFileSync(await download.path()).subarray(0, 5).toString()).toBe('%PDF-');

  const anybody = await another();
  await anybody.goto('/en/verify');
  await anybody.getByLabel('Document number or verification code').fill(number);
  await anybody.getByRole('main').getByRole('button', { name: 'Verify' }).click();
  await expect(anybody.getByRole('heading', { level: 1 })).toHaveText('The document is genuine');
  await expect(async () => {
    await anybody.goto('/en/demo/inbox?to=madina@demo.yagona.example');
    await expect(anybody.getByText(reference).filter({ hasText: /qanoatlantirildi|approved/ }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });

  // The person concerned learns who read the register.
  await citizen.goto('/en/cabinet/records');
  await expect(citizen.getByRole('row', { name: /Namunayev Otabek/ }).first()).toContainText(reference);
});

test('a refusal gives its reason; a second window decides nothing twice; other agencies see nothing', async ({ page, another }) => {
  test.setTimeout(90_000);
  const citizen = await another();
  const reference = await apply(citizen, 'jamshid');
  await signInAs(page, 'soliq-officer', `/en/admin/cases/${reference}`);
  const second = await page.context().newPage();
  await second.goto(`/en/admin/cases/${reference}`);
  await page.getByRole('button', { name: 'Take the case' }).click();
  await expect(page.getByText('The case is yours now.')).toBeVisible();

  await second.getByRole('button', { name: 'Take the case' }).click();
  const refusal = second.getByRole('main').getByRole('alert');
  await expect(refusal).toContainText('changed while you were looking at it');
  await expectAccessible(second, 'a refused press');
  await refusal.getByRole('button').click();
  await expect(second.getByRole('button', { name: 'Refuse…' })).toBeVisible();

  await page.getByRole('button', { name: 'Refuse…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Refuse', exact: true }).click();
  await expect(dialog.getByLabel('The reason in your own words')).toBeFocused();
  await expect(dialog).toContainText('Explain the reason in at least');
  await dialog.getByLabel('The reason in your own words').fill('The tax bodies hold no income of yours for this period.');
  await dialog.getByRole('button', { name: 'Refuse', exact: true }).click();
  await expect(page.getByText(/Number of the letter/)).toBeVisible();

  await second.getByRole('button', { name: 'Approve…' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Approve and issue the document' }).click();
  await expect(second.getByRole('dialog').getByRole('alert')).toContainText(/already decided|changed|present state/);

  await citizen.goto(`/en/cabinet/applications/${reference}`);
  await expect(citizen.getByRole('main')).toContainText('The tax bodies hold no income of yours for this period.');
  await expectAccessibleInBothThemes(citizen, 'a refused application');

  const stranger = await another();
  await signInAs(stranger, 'kadastr-officer', '/en/admin');
  expect((await stranger.goto(`/en/admin/cases/${reference}`))?.status()).toBe(404);
  await stranger.goto(`/en/admin/cases?q=${reference}`);
  await expect(stranger.getByRole('main')).toContainText('Nothing found');
  expect((await citizen.goto(`/en/admin/cases/${reference}`))?.url()).toContain('problem=role');
});

test('an officer decides by keyboard alone', async ({ page, another }) => {
  test.setTimeout(90_000);
  const reference = await apply(await another(), 'dilnoza');
  await signInAs(page, 'soliq-officer', `/en/admin/cases/${reference}`);
  const press = async (name: string) => {
    // Every step of the way is visible to whoever cannot point.
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      if ((await focused.count()) === 0) continue;
      expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle !== 'none' || getComputedStyle(element).boxShadow !== 'none')).toBe(true);
      if ((await focused.innerText()).trim() === name) {
        await page.keyboard.press('Enter');
        return;
      }
    }
    throw new Error(`“${name}” is not reached by Tab`);
  };
  await press('Take the case');
  await expect(page.getByText('The case is yours now.')).toBeVisible();
  await press('Approve…');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator(':focus')).toHaveText('Approve…');
  await page.keyboard.press('Enter');
  await press('Approve and issue the document');
  await expect(page.getByText(/Number of the document/)).toBeVisible();
});
