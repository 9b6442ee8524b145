import { expect, expectAccessibleInBothThemes, expectNoSidewaysScroll, test } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

test('an administrator makes a register, adds a field, and renames one by a migration', async ({ page }) => {
  test.setTimeout(180_000);
  await signInAs(page, 'admin', '/en/admin/registers');
  await page.getByRole('link', { name: 'Create a register' }).click();
  const main = page.getByRole('main');
  await main.getByLabel('What for').fill('Order 12');
  await main.getByRole('button', { name: 'Publish' }).click();
  await expect(main.getByRole('alert')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a definition with errors');
  await main.getByLabel('Id', { exact: true }).fill('dog-passports');
  await main.getByLabel('Owner').selectOption('veterinariya');
  for (const [part, words] of Object.entries({ Title: ['Itlar pasportlari', 'Паспорта собак', 'Dog passports'], 'Name of one record': ['It pasporti', 'Паспорт собаки', 'Dog passport'], 'What it is about': ['Itlar', 'Собаки', 'Dogs'], 'Legal basis': ['Veterinariya qonuni', 'Закон о ветеринарии', 'Veterinary law'] })) {
    for (const [index, language] of ['Uzbek', 'Russian', 'English'].entries()) await main.getByLabel(`${part} (${language})`).fill(words[index] ?? '');
  }
  const field = async (index: number, id: string, label: string, flags: string[]) => {
    const box = main.locator('details').nth(index);
    await box.getByLabel('Field id').fill(id);
    for (const language of ['Uzbek', 'Russian', 'English']) await box.getByLabel(`Label (${language})`).fill(label);
    for (const flag of flags) await box.getByLabel(flag, { exact: true }).check();
    return box;
  };
  const chip = await field(0, 'chip', 'Chip', ['Required', 'Key of the record', 'Column of the list']);
  await chip.getByLabel('Pattern').fill('999999');
  await main.getByRole('button', { name: 'Add a field' }).click();
  await field(1, 'name', 'Name', ['Required', 'Found by words', 'In the title of a record']);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page, 'the editor of a definition');
  await page.setViewportSize({ width: 1280, height: 800 });
  await main.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dog passports');
  await expect(main.getByRole('row', { name: /^Chip chip/ })).toContainText('key, required');

  await main.getByRole('link', { name: 'Change the definition' }).click();
  await main.getByRole('button', { name: 'Add a field' }).click();
  await field(2, 'breed', 'Breed', []);
  await main.getByRole('button', { name: 'See what changes' }).click();
  await expect(main.getByText('New field: breed')).toBeVisible();
  await main.getByLabel('What for').fill('Breeds too');
  await main.getByRole('button', { name: 'Publish' }).click();
  await expect(main.getByRole('row', { name: /^1\.1/ })).toContainText('Breeds too');

  await main.getByRole('link', { name: 'Change the definition' }).click();
  const breed = main.locator('details').nth(2);
  await breed.locator('summary').click();
  await breed.getByLabel('Field id').fill('race');
  await main.getByRole('button', { name: 'See what changes' }).click();
  await expect(main.getByText('Id changed: breed')).toBeVisible();
  await expect(main.getByText('new version', { exact: true })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'what a definition changes');
  await main.getByLabel('What for').fill('Race, not breed');
  await main.getByRole('button', { name: 'Publish' }).click();
  await expect(async () => {
    await page.goto('/en/admin/registers/dog-passports/about');
    await expect(main.getByRole('row', { name: /^2\.0/ })).toContainText('Race, not breed', { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expect(main.getByRole('row', { name: /^Breed race/ })).toBeVisible();
});
