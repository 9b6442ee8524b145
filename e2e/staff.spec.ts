import { expect, expectAccessibleInBothThemes, test } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

test('an administrator gives a role and takes it away, with effect at once', async ({ page, another }) => {
  test.setTimeout(90_000);
  const zuhra = await another();
  await signInAs(zuhra, 'zuhra');
  await zuhra.goto('/en/admin/cases');
  await expect(zuhra.getByRole('heading', { level: 1 })).toHaveText('You do not have access to this page');

  await signInAs(page, 'admin', '/en/admin/staff');
  await page.getByRole('button', { name: 'Grant a role' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('PINFL of the staff member').fill('40908580010048');
  await dialog.getByRole('button', { name: 'Grant', exact: true }).click();
  await expect(dialog.getByLabel('PINFL of the staff member')).toBeFocused();
  await expect(dialog).toContainText('correct check digit');
  await expect(dialog).toContainText('State the ground');
  await expectAccessibleInBothThemes(page, 'granting a role, with errors');
  await dialog.getByLabel('PINFL of the staff member').fill('40908580010047');
  await dialog.getByLabel('Role').selectOption('agency_officer');
  await dialog.getByLabel('Agency').selectOption('bandlik');
  await dialog.getByLabel('Ground').fill('Order 7 of 23 November');
  await dialog.getByRole('button', { name: 'Grant', exact: true }).click();
  await expect(page.getByText('The role has been granted.')).toBeVisible();
  await zuhra.goto('/en/admin/cases');
  await expect(zuhra.getByRole('heading', { level: 1 })).toHaveText('Cases');

  await page.getByLabel('Name or e-mail').fill('sinovova zuhra');
  await page.getByRole('button', { name: 'Find' }).click();
  const row = page.getByRole('row', { name: /Sinovova Zuhra/ });
  await expect(page.getByRole('row')).toHaveCount(2);
  await row.getByRole('button', { name: /^Revoke/ }).click();
  await dialog.getByLabel('Ground').fill('Order 8 of 23 November');
  await dialog.getByRole('button', { name: 'Yes, revoke' }).click();
  await expect(page.getByRole('main')).toContainText('No such staff member');
  await zuhra.goto('/en/admin/cases');
  await expect(zuhra.getByRole('heading', { level: 1 })).toHaveText('You do not have access to this page');

  // Nobody takes away their own role, and everything is on the record.
  await page.goto('/en/admin/staff?q=Timur');
  await expect(page.getByRole('row', { name: /Namunayev Timur/ }).getByRole('button')).toHaveCount(0);
  await page.goto('/en/admin/audit?action=identity.revoke-role');
  await expect(page.getByRole('main')).toContainText('Order 8 of 23 November');
});

test('managers see the staff of their agency and give ordinary roles only; officers see nothing', async ({ page, another }) => {
  await signInAs(page, 'iiv-manager', '/en/admin/staff?agency=soliq');
  await expect(page.getByRole('row', { name: /Sinovov Botir/ })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Namunayev Otabek');
  await page.getByRole('button', { name: 'Grant a role' }).click();
  await expect(page.getByRole('dialog').getByLabel('Role').getByRole('option')).toHaveText(['Choose a role', 'Agency officer', 'Agency editor', 'Reviewer of passports', 'Publisher of passports']);
  const officer = await another();
  await signInAs(officer, 'iiv-officer', '/en/admin');
  await officer.goto('/en/admin/staff');
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText('You do not have access to this page');
});
