import { expect, expectAccessibleInBothThemes, test } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

test('an administrator makes a synonym, and people find a service by the new word at once', async ({ page, another }) => {
  test.setTimeout(90_000);
  const anybody = await another();
  await anybody.goto('/en/services?q=bumfuzzle');
  await expect(anybody.getByRole('main').locator('a[href="/en/services/weapon-permit"]')).toHaveCount(0);
  await signInAs(page, 'admin', '/en/admin/search');
  await page.getByRole('button', { name: 'Add synonyms' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('Enter different words or phrases');
  await expectAccessibleInBothThemes(page, 'adding synonyms, with errors');
  await dialog.getByLabel('Words', { exact: true }).fill('bumfuzzle\nweapon permit');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The synonyms have been saved.')).toBeVisible();
  await anybody.goto('/en/services?q=bumfuzzle');
  await expect(anybody.getByRole('main').locator('a[href="/en/services/weapon-permit"]').first()).toBeVisible();
});
