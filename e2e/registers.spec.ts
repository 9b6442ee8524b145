import { expect, expectAccessibleInBothThemes, expectNoSidewaysScroll, test } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

test('a keeper enters a record, changes it, corrects it, and sees it as it was and as it was known', async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, 'kadastr-keeper', '/en/admin/registers/parcels');
  await page.getByRole('link', { name: 'Enter a record' }).click();
  const main = page.getByRole('main');
  await main.getByLabel('Cadastral number').fill('10:77:01');
  await main.getByLabel('Area, m²').fill('0');
  await main.getByLabel('From', { exact: true }).fill('2020-05-01');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(main.getByRole('alert')).toContainText('Choose the kind of ground');
  await main.getByLabel('Kind of ground').selectOption('document');
  await main.getByLabel('Ground: name, number, date').fill('Contract 17 of 1 May 2020');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(main.getByRole('alert')).toContainText('Cadastral number: A cadastral number: 10:01:02:03:04:0001');
  await expect(main.getByRole('alert')).toContainText('Area, m²: At least 0.01');
  await expect(main.getByRole('alert')).toContainText('District: Enter a value');
  await expectAccessibleInBothThemes(page, 'a record with errors');
  await main.getByLabel('Cadastral number').fill('10 77 01 01 01 0001'.replaceAll(' ', ':'));
  await main.getByLabel('Area, m²').fill('612,5');
  await main.getByLabel('District').selectOption('1726269');
  await main.getByLabel('Category of land').selectOption('settlement');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('10:77:01:01:01:0001');
  await expect(main).toContainText('612.5');
  await expect(main).toContainText('Valid since 1 May 2020');

  await main.getByRole('link', { name: 'Change', exact: true }).click();
  await main.getByLabel('Area, m²').fill('650');
  await main.getByLabel('From', { exact: true }).fill('2026-02-01');
  await main.getByLabel('Kind of ground').selectOption('decision');
  await main.getByLabel('Ground: name, number, date').fill('Survey 4');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(main).toContainText('650');
  await main.getByRole('link', { name: 'Change', exact: true }).click();
  await main.getByLabel('A mistake is corrected').check();
  await expect(main.getByLabel('From', { exact: true })).toHaveValue('2026-02-01');
  await main.getByLabel('Category of land').selectOption('reserve');
  await main.getByLabel('Kind of ground').selectOption('report');
  await main.getByLabel('Ground: name, number, date').fill('Letter 5');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(main).toContainText('Reserve land');

  await main.getByLabel('As it was on').fill('2021-01-01');
  await main.getByRole('button', { name: 'Show' }).click();
  await expect(main).toContainText('612.5');
  await expect(main).toContainText('Land of settlements');
  await main.getByLabel('As known on').fill('2019-01-01');
  await main.getByRole('button', { name: 'Show' }).click();
  await expect(main).toContainText('No such record then');
  await main.getByRole('link', { name: 'History' }).first().click();
  await expect(main.getByText('A mistake was corrected')).toBeVisible();
  await expect(main.getByRole('row', { name: 'Area, m² 612.5 650' })).toBeVisible();
  await expect(main.getByRole('row', { name: 'Category of land Land of settlements Reserve land' })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page, 'history');
});

test('two keepers who change one record do not overwrite each other', async ({ page }) => {
  await signInAs(page, 'kadastr-keeper', '/en/admin/registers/addresses/records/1726269000002/edit');
  const other = await page.context().newPage();
  await other.goto(page.url());
  for (const [index, one] of [page, other].entries()) {
    await one.getByLabel('Street').fill(index === 0 ? 'Birinchi' : 'Ikkinchi');
    await one.getByLabel('Kind of ground').selectOption('decision');
    await one.getByLabel('Ground: name, number, date').fill('Order 3');
    await one.getByRole('button', { name: 'Save' }).click();
    if (index === 0) await expect(one.getByRole('heading', { level: 1 })).toContainText('Birinchi');
  }
  await expect(other.getByRole('main')).toContainText('Somebody else has changed the record');
  await expect(other.getByLabel('Street')).toHaveValue('Ikkinchi');
});

test('a person sees what the registers hold, reports an error, and is answered', async ({ page, another }) => {
  test.setTimeout(120_000);
  await signInAs(page, 'rustam', '/en/cabinet/records');
  const main = page.getByRole('main');
  for (const register of ['Individuals', 'Civil status acts', 'Rights in real estate']) await expect(main.getByRole('heading', { name: register })).toBeVisible();
  await main.getByRole('link', { name: /^Report an error/ }).first().click();
  await main.getByLabel('Which fact is wrong?').selectOption('birthPlace');
  await main.getByLabel('What is wrong, and what is right?').fill('Wrong');
  await main.getByRole('button', { name: 'Send the report' }).click();
  await expect(main.getByRole('alert')).toContainText('Explain in at least 10 characters');
  await expect(main.getByLabel('What is wrong, and what is right?')).toHaveValue('Wrong');
  await expect(main.getByLabel('Which fact is wrong?')).toHaveValue('birthPlace');
  await expectAccessibleInBothThemes(page, 'a report with an error');
  await main.getByLabel('What is wrong, and what is right?').fill('I was born in Samarkand: certificate I-SM 0012 of 1987.');
  await main.getByRole('button', { name: 'Send the report' }).click();
  await expect(main).toContainText('Your report has gone to the owner of the register');
  await expect(main).toContainText('Being looked at');

  const keeper = await another();
  await signInAs(keeper, 'iiv-keeper', '/en/admin/registers');
  await keeper.getByRole('link', { name: /reports? of (?:an error|errors)/ }).click();
  await keeper.getByRole('link', { name: '30211870010021' }).first().click();
  await expect(keeper.getByRole('main')).toContainText('born in Samarkand');
  await keeper.getByRole('button', { name: /^Answer/ }).first().click();
  const dialog = keeper.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send the answer' }).click();
  await expect(dialog).toContainText('Choose what was done');
  await dialog.getByLabel('The record is right').check();
  await dialog.getByLabel('Answer to the person').fill('The certificate says Tashkent; bring the original if it does not.');
  await dialog.getByRole('button', { name: 'Send the answer' }).click();
  await expect(keeper.getByText('The answer has been sent.')).toBeVisible();

  await page.reload();
  await expect(main).toContainText('The certificate says Tashkent');
  // The keeper's reading is there for the person to see, with its purpose.
  await expect(main.getByRole('row', { name: /Sinovov Jasur.*Report of an error/ }).first()).toBeVisible();
  await page.goto('/en/cabinet/notifications');
  await expect(main).toContainText('Your report about the register was answered');
});

test('a report is sent without JavaScript too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, 'madina', '/ru/cabinet/records');
  await page.getByRole('link', { name: /^Сообщить об ошибке/ }).first().click();
  await page.getByRole('button', { name: 'Отправить сообщение' }).click();
  await expect(page.getByRole('alert')).toContainText('не менее чем 10 знаками');
  await page.getByLabel('Что неверно').fill('Телефон другой: +998 90 000 00 01.');
  await page.getByRole('button', { name: 'Отправить сообщение' }).click();
  await expect(page.getByRole('main')).toContainText('Ваше сообщение отправлено');
  await context.close();
});

test('a keeper imports a file: errors row by row first, then the sound rows', async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, 'kadastr-keeper', '/en/admin/registers/parcels/imports');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Send the file' }).click();
  await expect(main).toContainText('Choose a file');
  await main.getByLabel('File', { exact: true }).setInputFiles({ name: 'parcels.xlsx', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('not a zip') });
  await main.getByRole('button', { name: 'Send the file' }).click();
  await expect(main).toContainText('This is no XLSX file');
  const rows = Array.from({ length: 60 }, (_, index) => `10:88:01:01:01:${String(index).padStart(4, '0')};1726269;${index === 7 ? 'wide' : 100 + index};settlement`);
  await main.getByLabel('File', { exact: true }).setInputFiles({ name: 'parcels.csv', mimeType: 'text/csv', buffer: Buffer.from(`Cadastral number;District;Square metres;Category of land\n${rows.join('\n')}\n`) });
  await main.getByRole('button', { name: 'Send the file' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('parcels.csv');
  await expect(main.getByLabel('Cadastral number')).toHaveValue('number');
  await expectAccessibleInBothThemes(page, 'columns of an import');
  await main.getByLabel('Square metres').selectOption('area');
  await main.getByLabel('From when the rows hold').fill('2026-01-01');
  await main.getByRole('button', { name: 'Check the file' }).click();
  await expect(main.getByRole('alert')).toContainText('Choose the kind of ground');
  await main.getByLabel('Kind of ground').selectOption('decision');
  await main.getByLabel('Ground: name, number, date').fill('Order 12 of 3 March 2026');
  await main.getByRole('button', { name: 'Check the file' }).click();
  await expect(main.getByRole('heading', { name: 'Result of the check' })).toBeVisible({ timeout: 30_000 });
  await expect(main.getByRole('row', { name: '9 Square metres wide Enter a number' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'errors of an import');
  await main.getByRole('button', { name: 'Import 59 sound rows' }).click();
  await expect(main.getByRole('heading', { name: 'Result of the import' })).toBeVisible({ timeout: 30_000 });
  await page.goto('/en/admin/registers/parcels?f_number=10:88:01:01:01:0059');
  await expect(main.getByRole('row', { name: '10:88:01:01:01:0059' })).toContainText('159');
  const download = page.waitForEvent('download');
  await main.getByRole('link', { name: 'Download: CSV' }).click();
  const stream = await (await download).createReadStream();
  let text = '';
  for await (const piece of stream) text += String(piece);
  expect(text.split('\r\n').slice(0, 2)).toEqual(['\ufeffnumber,districtCode,area,category,addressCode', '10:88:01:01:01:0059,1726269,159,settlement,']);
});

test('those who watch over the platform see no personal data', async ({ page }) => {
  await signInAs(page, 'auditor', '/en/admin/registers/individuals');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Namunayev');
  await expect(page.getByRole('main')).toContainText('••••');
  await page.goto('/en/admin/registers/individuals/records/41403900010017');
  await expect(page.getByRole('main')).not.toContainText('Dilnoza');
  expect((await page.request.get('/api/registers/individuals/export?purpose=curious')).status()).toBe(403);
  await page.goto('/en/admin/registers/individuals/new');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
});

test('personal data are erased by law: a keeper proposes, somebody else decides', async ({ page, another }) => {
  await signInAs(page, 'iiv-keeper', '/en/admin/registers/driving-licences?purpose=Test');
  const address = await page.getByRole('main').getByRole('table').getByRole('link').last().getAttribute('href');
  const path = address?.split('?')[0] ?? '';
  await page.goto(`${path}?purpose=Test`);
  await page.getByRole('button', { name: 'Erase by law' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kind of ground').selectOption('decision');
  await dialog.getByLabel('Ground: name, number, date').fill('Court decision 12 of 3 November');
  await dialog.getByRole('button', { name: 'Erase by law' }).click();
  await expect(page.getByText('Proposed: somebody else has to confirm it.')).toBeVisible();
  await page.goto('/en/admin/registers/driving-licences/erasures');
  await expect(page.getByRole('row', { name: /Court decision 12/ })).toContainText('You proposed it');
  const administrator = await another();
  await signInAs(administrator, 'admin', '/en/admin/registers/driving-licences/erasures');
  const row = administrator.getByRole('row', { name: /Court decision 12/ });
  await row.getByRole('button', { name: /^Erase: / }).click();
  await administrator.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(row).toContainText('Erased');
  await page.goto(`${path}?purpose=Test`);
  await expect(page.getByRole('main')).toContainText('There is no such record');
});

test('staff of an agency with a right find the register in the console, and in it just what the right names', async ({ page, another }) => {
  const keeper = await another();
  await signInAs(keeper, 'kadastr-keeper', '/en/admin/registers/buildings/rights');
  await keeper.getByRole('button', { name: 'Grant a right' }).click();
  const grant = keeper.getByRole('dialog');
  await grant.getByLabel('To whom').selectOption({ value: 'agency:adliya' });
  for (const name of ['read', 'search', 'Cadastral number']) await grant.getByLabel(name, { exact: true }).check();
  await expect(grant.getByLabel('define what it holds')).toHaveCount(0);
  await grant.getByLabel('Legal ground').fill('Law on notaries, article 20');
  await grant.getByRole('button', { name: 'Grant a right' }).click();
  await expect(keeper.getByText('The right has been granted.')).toBeVisible();
  await signInAs(page, 'adliya-officer', '/en/admin');
  await page.getByRole('navigation').getByRole('link', { name: 'Registers' }).first().click();
  await page.getByRole('main').getByRole('link', { name: 'Buildings' }).click();
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('main')).toContainText('••••');
});
