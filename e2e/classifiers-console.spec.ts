import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessibleInBothThemes, expectNoSidewaysScroll, test } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const id = 'fruit-kinds';
const list = '/en/admin/classifiers';

test('an administrator makes a classifier, mends a file, reviews what it changes and publishes; everybody sees it', async ({ page, another }) => {
  test.setTimeout(150_000);
  await signInAs(page, 'admin', list);
  await page.getByRole('link', { name: 'New classifier' }).click();
  await page.locator('#id').fill('Fruit kinds');
  await page.getByRole('button', { name: 'Create the classifier' }).click();
  const summary = page.getByRole('main').getByRole('alert').first();
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Fill in: Title: in Uzbek');
  await expectAccessibleInBothThemes(page, 'a new classifier with errors');
  await page.locator('#id').fill(id);
  for (const [language, title] of [['uz', 'Meva turlari'], ['ru', 'Виды фруктов'], ['en', 'Kinds of fruit']] as const) {
    for (const part of ['title', 'about', 'source']) await page.locator(`#${part}-${language}`).fill(title);
  }
  await page.getByRole('button', { name: 'Create the classifier' }).click();
  await page.waitForURL(`${list}/${id}`);

  // A file with errors changes nothing, and says what is wrong where.
  await page.getByRole('button', { name: 'Import the file' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Choose a file');
  await page.locator('#items').setInputFiles(csv('fruit.csv', 'code;parent;name_uz;name_en\nA;;Olma;Apple\n;;Nok;Pear\nA1;B;Oq olma;White apple\nA;;Yana olma;Apple again\n'));
  await page.getByRole('button', { name: 'Import the file' }).click();
  await expect(page.getByRole('heading', { name: '3 errors in the file' })).toBeFocused();
  await expect(page.getByRole('row', { name: /^Row 3 code empty The code is missing/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Row 4 parent B No item in the file has this code/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Row 5 code A This code is already in row 2/ })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'errors of an import');
  await page.setViewportSize({ width: 360, height: 720 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.locator('#items').setInputFiles({ name: 'fruit.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('code,name_uz\n') });
  await page.getByRole('button', { name: 'Import the file' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'named XLSX but is not one' })).toBeVisible();

  await page.locator('#items').setInputFiles(csv('fruit.csv', 'code;parent;name_uz;name_en;valid_from\nA;;Olma;Apple;\nA1;A;Oq olma;White apple;01.01.2026\nB;;Nok;Pear;\n'));
  await page.getByRole('button', { name: 'Import the file' }).click();
  await expect(page.getByRole('heading', { name: 'Draft of edition 1' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a classifier with a draft');
  const anybody = await another();
  expect((await anybody.request.get(`/en/classifiers/${id}`)).status()).toBe(404);
  await publish(page, '2026-01-01');

  // The next edition: what it adds, takes away and renames is seen before it is published.
  await page.locator('#items').setInputFiles(csv('fruit-2.csv', 'code,parent,name_uz,name_en\nA,,Olma,Apple tree\nC,,Anor,Pomegranate\nB,C,Nok,Pear\n'));
  await page.getByRole('button', { name: 'Import the file' }).click();
  await page.getByRole('link', { name: 'Review the changes and publish' }).click();
  const kinds = page.getByRole('navigation', { name: 'Kinds of changes' });
  for (const [kind, code] of [['Added', 'C'], ['Removed', 'A1'], ['Renamed', 'A'], ['Moved', 'B']] as const) {
    await kinds.getByRole('link', { name: `${kind} 1`, exact: true }).click();
    await expect(page.getByRole('rowheader', { name: code, exact: true })).toBeVisible();
  }
  await expectAccessibleInBothThemes(page, 'what a draft of a classifier changes');
  await page.goto(`${list}/${id}`);
  await publish(page, '2026-02-01');

  await anybody.goto('/en/classifiers');
  await anybody.getByRole('link', { name: /^Kinds of fruit/ }).click();
  await expect(anybody.getByRole('row', { name: /Pomegranate/ })).toBeVisible();
  await expectAccessibleInBothThemes(anybody, 'a classifier with two editions');
  await anybody.getByRole('link', { name: /^What changed/ }).click();
  await expect(anybody.getByRole('row', { name: /Pomegranate/ })).toBeVisible();
  await expectAccessibleInBothThemes(anybody, 'what changed');
  await anybody.goto(`/en/classifiers/${id}?edition=1`);
  await expect(anybody.getByRole('main')).toContainText('This is a past edition');
  await anybody.getByRole('link', { name: 'Apple', exact: true }).click();
  await expect(anybody.getByRole('row', { name: /White apple/ })).toContainText('from 1 January 2026');
  expect(await (await anybody.request.get(`/api/classifiers/${id}?format=csv&edition=1`)).text()).toContain('A1,A,Oq olma,,,White apple,2026-01-01,');

  // What the fruit corresponds to elsewhere: with an error first, then shown on both sides and given as a file.
  await page.goto(`${list}/${id}`);
  await page.locator('#to').selectOption('legal-forms');
  await page.locator('#rows').setInputFiles(csv('map.csv', `from,to,relation\nA,nowhere,same\n`));
  await page.getByRole('button', { name: 'Import the mapping' }).click();
  await expect(page.getByRole('row', { name: /^Row 2 to nowhere The edition of the other classifier has no such code/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Row 2 relation same Write equal, broader/ })).toBeVisible();
  const { items } = (await (await page.request.get('/api/v1/classifiers/legal-forms/items?limit=1')).json()) as { items: { code: string; name: { en: string } }[] };
  const [form = { code: '', name: { en: '' } }] = items;
  await page.locator('#rows').setInputFiles(csv('map.csv', `from,to,relation\nA,${form.code},broader\n`));
  await page.getByRole('button', { name: 'Import the mapping' }).click();
  await expect(page.getByRole('rowheader', { name: 'Kinds of fruit → Legal forms' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a classifier with a mapping');
  await anybody.goto(`/en/classifiers/${id}`);
  const apple = anybody.getByRole('row', { name: /^Apple tree A/ });
  await expect(apple).toContainText(`broader: ${form.name.en} (${form.code})`);
  await expectAccessibleInBothThemes(anybody, 'a classifier with a mapping on the portal');
  await apple.getByRole('link').click();
  await expect(anybody.getByRole('row', { name: new RegExp(`^${form.name.en}`) })).toContainText('narrower: Apple tree (A)');
  const [download] = await Promise.all([anybody.waitForEvent('download'), anybody.getByRole('link', { name: /Download CSV Kinds of fruit/ }).click()]);
  expect(download.suggestedFilename()).toBe(`${id}-to-legal-forms.csv`);
  expect(readFileSync(await download.path(), 'utf8')).toBe(`\ufefffrom,to,relation\r\nA,${form.code},broader\r\n`);
  expect(await (await anybody.request.get(`/api/v1/classifiers/${id}/items/A`)).json()).toMatchObject({ correspondsTo: [{ classifierId: 'legal-forms', code: form.code, relation: 'broader' }] });

  await page.goto('/en/admin/audit');
  await expect(page.getByRole('row').filter({ hasText: 'Published an edition of a classifier' }).first()).toContainText('Namunayev');
});

async function publish(page: Page, day: string): Promise<void> {
  if (!page.url().endsWith('/review')) await page.getByRole('link', { name: 'Review the changes and publish' }).click();
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog).toContainText('Say what has changed');
  await expectAccessibleInBothThemes(page, 'publishing an edition');
  await dialog.getByLabel('Valid from').fill(day);
  await dialog.getByLabel('What has changed').fill('Order 12 of the Ministry');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.waitForURL(/published=/);
  await expect(page.getByRole('main')).toContainText('is on the portal');
}

test('programs read classifiers with tags, pages and problems in their language', async ({ request }) => {
  const all = (await (await request.get('/api/v1/classifiers')).json()) as { classifiers: { id: string }[] };
  expect(all.classifiers.map((one) => one.id)).toContain('countries');
  const answer = await request.get('/api/v1/classifiers/countries/items?limit=100');
  const page = (await answer.json()) as { items: { code: string }[]; next: number };
  const rest = (await (await request.get(`/api/v1/classifiers/countries/items?limit=100&cursor=${page.next}`)).json()) as typeof page;
  expect(new Set([...page.items, ...rest.items].map(({ code }) => code)).size).toBe(200);
  const tag = answer.headers()['etag'] ?? '';
  expect((await request.get('/api/v1/classifiers/countries/items?limit=100', { headers: { 'if-none-match': `"other", W/${tag.replace(/^W\//, '')}` } })).status()).toBe(304);
  expect(await (await request.get('/api/v1/classifiers/territories/items/1703224')).json()).toMatchObject({ code: '1703224', parent: '1703', path: [{ code: '1703' }], children: 0 });
  expect(await (await request.get('/api/v1/classifiers/territories')).json()).toMatchObject({ editionInForce: 1, editions: [{ number: 1 }] });
  for (const [path, status] of [['nothing', 404], ['UPPER/items', 404], ['countries/items/XX9', 404], ['countries/items?edition=7', 404], ['countries/items?limit=0', 422], ['countries/items?colour=red', 422], ['countries/items?cursor=x&q=%00', 422]] as const) {
    const refused = await request.get(`/api/v1/classifiers/${path}`, { headers: { 'accept-language': 'ru-RU,en;q=0.5' } });
    expect(refused.status(), path).toBe(status);
    expect(refused.headers()['content-type'], path).toContain('application/problem+json');
    const { status: said, title } = (await refused.json()) as { status: number; title: string };
    expect([said, /[а-я]/.test(title)], path).toEqual([status, true]);
  }
});

test('editors see only what their agency owns, and nobody else imports', async ({ page, request }) => {
  expect((await request.post('/api/admin/classifiers/countries/draft?name=a.csv', { data: 'code', headers: { 'sec-fetch-site': 'same-origin' } })).status()).toBe(401);
  await signInAs(page, 'iiv-editor', list);
  await expect(page.getByRole('main')).toContainText('There are no classifiers that you keep');
  expect((await page.request.get(`${list}/countries`)).status()).toBe(404);
  const send = (headers: Record<string, string>) => page.request.post('/api/admin/classifiers/countries/draft?name=a.csv', { data: 'code,name_uz\n1,Bir\n', headers });
  expect((await send({ 'sec-fetch-site': 'same-origin' })).status()).toBe(404);
  expect((await send({ 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
});
