import { expect, expectAccessible, expectAccessibleInBothThemes, test } from './support/fixtures.ts';
import type { Page } from '@playwright/test';
import { signInAs } from './support/sign-in.ts';

const passport = '/en/admin/services/traffic-fines';

test('an editor changes a passport, sees the difference and publishes; a colleague’s change is never lost', async ({ page, another, request }) => {
  test.setTimeout(200_000);
  await signInAs(page, 'iiv-editor', passport);
  await page.getByRole('button', { name: 'Edit the passport' }).click();
  await page.waitForURL(/\/edit$/);
  const summary = page.locator('#summary-en');
  const before = await summary.inputValue();
  await expectAccessibleInBothThemes(page, 'the editor');

  // What is missing is named, marked and focused; nothing typed is lost.
  await page.locator('#title-ru').fill('');
  await summary.fill('Fines for what cameras and officers recorded, journey edition.');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  const problems = page.getByRole('main').getByRole('alert').first();
  await expect(problems).toBeFocused();
  await problems.getByRole('link').first().click();
  await expect(page.locator('#title-ru')).toBeFocused();
  await expect(summary).toHaveValue(/journey edition/);
  await expectAccessible(page, 'the editor with an error');
  await page.reload();
  await page.getByRole('button', { name: 'Back to the saved draft' }).click();
  await summary.fill('Fines for what cameras and officers recorded, journey edition.');
  await page.locator('#keywords-en').fill('zanzibarfine\nroad fine');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('Everything is saved')).toBeVisible();

  // Citizens see nothing of a draft; the preview shows it.
  expect(await (await request.get('/en/services/traffic-fines')).text()).not.toContain('journey edition');
  const preview = await page.context().newPage();
  await preview.goto('/en/preview/services/traffic-fines');
  await expect(preview.getByRole('main')).toContainText('journey edition');
  await expect(preview.locator('body')).toContainText('Citizens do not see this yet');

  // Another window of the same draft: both changed it, and neither is overwritten.
  const second = await page.context().newPage();
  await second.goto(`${passport}/edit`);
  await second.locator('#eligibility-0-en, [id^="eligibility"][id$="-en"]').first().fill('Every driver and owner, second window.');
  await second.getByRole('button', { name: 'Save the draft' }).click();
  await expect(second.getByText('Everything is saved')).toBeVisible();
  await summary.fill('Fines for what cameras and officers recorded, first window.');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByRole('main')).toContainText('Somebody saved this draft before you');
  await expect(page.getByRole('main')).toContainText('None of your work is lost');
  await expectAccessibleInBothThemes(page, 'a conflict of two editors');
  await page.getByRole('button', { name: 'Bring both together and go on editing' }).click();
  await expect(summary).toHaveValue(/first window/);
  await expect(page.locator('[id^="eligibility"][id$="-en"]').first()).toHaveValue(/second window/);
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('Everything is saved')).toBeVisible();

  await page.goto(`${passport}/compare`);
  await expect(page.getByRole('main')).toContainText('first window');
  await expectAccessibleInBothThemes(page, 'what a draft changes');

  // It goes to the portal through somebody who has not written it.
  await page.goto(passport);
  await page.getByRole('button', { name: 'Send for review…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog).toContainText('Say what has changed');
  await dialog.getByLabel('What has changed').fill('Said more plainly who it is for.');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('In review');
  await expect(page.getByRole('button', { name: 'Approve…' })).toHaveCount(0);
  await page.goto(`${passport}/edit`);
  await expect(page.getByRole('main')).toContainText('This version cannot be changed now: In review');
  const colleague = await another();
  await signInAs(colleague, 'iiv-reviewer', '/en/admin');
  await expect(colleague.getByRole('heading', { name: 'Waiting for your review' })).toBeVisible();
  await colleague.getByRole('main').getByRole('link', { name: /fines/i }).first().click();
  await colleague.waitForURL(/traffic-fines$/);
  const question = colleague.getByRole('dialog');
  await colleague.getByRole('button', { name: 'Ask for amendments…' }).click();
  await question.getByLabel('Comment').fill('Name the law in the summary.');
  await question.getByRole('button', { name: 'Send back' }).click();
  await expect(colleague.getByRole('main')).toContainText('To be amended');
  await page.goto(passport);
  await expect(page.getByRole('main')).toContainText('Name the law in the summary.');
  await expectAccessibleInBothThemes(page, 'a version that was sent back');
  await page.getByRole('button', { name: 'Send for review…' }).click();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('In review');
  await approveAndPublish(colleague);

  // At once on the public page and in the search, found by its new word.
  const anybody = await another();
  await anybody.goto('/en/services/traffic-fines');
  await expect(anybody.getByRole('main')).toContainText('first window');
  await anybody.getByText('History of changes').click();
  await expect(anybody.getByText('Said more plainly who it is for.').first()).toBeVisible();
  await anybody.goto('/en/services?q=zanzibarfine');
  await expect(anybody.getByRole('main').locator('a[href="/en/services/traffic-fines"]').first()).toBeVisible();

  // As it was, for whoever comes after: begun from the first version, published without waiting, approved afterwards.
  await page.goto(passport);
  await page.getByRole('button', { name: 'Begin a new version from version 1' }).click();
  await page.waitForURL(/\/edit$/);
  await expect(summary).toHaveValue(before);
  await page.goto(passport);
  await page.getByRole('button', { name: 'Send for review…' }).click();
  await dialog.getByLabel('What has changed').fill('Back to the earlier words.');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await approveAndPublish(colleague);
  await page.reload();
  await expect(page.getByRole('table')).toContainText('Said more plainly who it is for.');
  await expectAccessibleInBothThemes(page, 'a service with its history');
});

async function approveAndPublish(page: Page): Promise<void> {
  await page.goto(passport);
  await page.getByRole('button', { name: 'Approve…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await page.waitForURL(/published=/);
  await expect(page.getByRole('main')).toContainText('is on the portal and in the search now');
}

test('an author comes back to what was typed and not saved', async ({ page }) => {
  test.setTimeout(90_000);
  const service = '/en/admin/services/vehicle-registration';
  await signInAs(page, 'iiv-editor', service);
  await page.getByRole('button', { name: 'Edit the passport' }).click();
  await page.waitForURL(/\/edit$/);
  await page.locator('#title-en').fill('');
  await page.locator('#summary-en').fill('Half a thou');
  await expect(page.getByText('Kept, but not saved in the draft yet')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('main')).toContainText('What you typed last time and did not save is here again');
  await expect(page.locator('#summary-en')).toHaveValue('Half a thou');
  await page.getByRole('button', { name: 'Back to the saved draft' }).click();
  await expect(page.locator('#summary-en')).not.toHaveValue('Half a thou');
  await page.goto(service);
  await page.getByRole('button', { name: 'Discard…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('Draft discarded');
});

test('a service that is withdrawn says so at its address, and is nowhere else', async ({ page, another, request }) => {
  test.setTimeout(90_000);
  const service = '/en/admin/services/driving-licence-exam';
  await signInAs(page, 'iiv-reviewer', service);
  await page.getByRole('button', { name: 'Withdraw the service' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Withdraw the service' }).click();
  await expect(dialog).toContainText('Write at least 5 characters');
  await expectAccessibleInBothThemes(page, 'withdrawing, with errors');
  for (const [name, text] of [['uz', 'Xizmat tugatildi.'], ['ru', 'Услуга прекращена.'], ['en', 'The service has ended.']] as const) await dialog.locator(`#reason-${name}`).fill(text);
  await dialog.getByRole('button', { name: 'Withdraw the service' }).click();
  await expect(page.getByRole('main')).toContainText('The service is not provided any more');
  const anybody = await another();
  await anybody.goto('/en/services/driving-licence-exam');
  await expect(anybody.getByRole('main')).toContainText('The service has ended.');
  await expectAccessibleInBothThemes(anybody, 'a withdrawn service');
  expect(await (await request.get('/en/agencies/iiv')).text()).not.toContain('/services/driving-licence-exam');
  await page.getByRole('button', { name: 'Bring the service back' }).click();
  await dialog.getByLabel('Why').fill('The law was changed back');
  await dialog.getByRole('button', { name: 'Bring the service back' }).click();
  await expect(page.getByRole('main')).not.toContainText('The service is not provided any more');
  expect(await (await request.get('/en/agencies/iiv')).text()).toContain('/services/driving-licence-exam');
});

test('editors of other agencies and officers cannot edit', async ({ page }) => {
  await signInAs(page, 'editor-two', '/en/admin/services');
  await expect(page.getByRole('main')).not.toContainText('Traffic');
  await page.goto(passport);
  await expect(page.getByRole('button', { name: 'Edit the passport' })).toHaveCount(0);
  await page.goto(`${passport}/edit`);
  await expect(page.getByRole('button', { name: 'Save the draft' })).toHaveCount(0);
  expect((await page.request.post('/api/trpc/catalogue.openDraft', { data: { json: 'traffic-fines' } })).status()).toBe(403);
});
