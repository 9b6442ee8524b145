import { expect, expectAccessible, expectAccessibleInBothThemes, test } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

const passport = '/en/admin/services/traffic-fines';

test('an editor changes a passport, sees the difference and publishes; a colleague’s change is never lost', async ({ page, another, request }) => {
  test.setTimeout(150_000);
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
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog).toContainText('Say what has changed');
  await dialog.getByLabel('What has changed').fill('Said more plainly who it is for.');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.waitForURL(/published=/);
  await expect(page.getByRole('main')).toContainText('is on the portal and in the search now');

  // At once on the public page and in the search, found by its new word.
  const anybody = await another();
  await anybody.goto('/en/services/traffic-fines');
  await expect(anybody.getByRole('main')).toContainText('first window');
  await anybody.goto('/en/services?q=zanzibarfine');
  await expect(anybody.getByRole('main').locator('a[href="/en/services/traffic-fines"]').first()).toBeVisible();

  // As it was, for whoever comes after.
  await page.goto(passport);
  await page.getByRole('button', { name: 'Edit the passport' }).click();
  await page.waitForURL(/\/edit$/);
  await summary.fill(before);
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('Everything is saved')).toBeVisible();
  await page.goto(`${passport}/compare`);
  await page.getByRole('button', { name: 'Publish…' }).click();
  await dialog.getByLabel('What has changed').fill('Back to the earlier words.');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.waitForURL(/published=/);
  await expect(page.getByRole('table')).toContainText('Said more plainly who it is for.');
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
