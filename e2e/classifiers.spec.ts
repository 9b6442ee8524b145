import { readFileSync } from 'node:fs';
import { expect, test } from './support/fixtures.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a classifier is found, browsed, searched in any script and downloaded whole', async ({ page }) => {
      await page.goto('/ru');
      await page.locator('footer').getByRole('link', { name: 'Классификаторы' }).click();
      await page.getByRole('main').getByRole('link', { name: /^Территории/ }).click();
      await page.getByRole('row', { name: /Андижанская область/ }).getByRole('link').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Андижанская область');
      await expect(page.getByRole('row', { name: /Асакинский район/ })).toContainText('1703224');
      await page.getByRole('navigation', { name: 'Путь к странице' }).getByRole('link', { name: 'Территории' }).click();
      for (const words of ['asaka', 'асака', '1703224']) {
        await page.locator('#q').fill(words);
        await page.getByRole('main').getByRole('button', { name: 'Найти' }).click();
        await expect(page.getByRole('row', { name: /Асакинский район/ })).toBeVisible();
      }
      await page.locator('#q').fill('hogwarts');
      await page.getByRole('main').getByRole('button', { name: 'Найти' }).click();
      await expect(page.getByRole('main')).toContainText('По запросу «hogwarts» ничего не найдено');
      await page.getByRole('main').getByRole('link', { name: 'Весь классификатор' }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Скачать CSV' }).click()]);
      expect(download.suggestedFilename()).toBe('territories-1.csv');
      const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
      expect(lines[0]).toBe('\ufeffcode,parent,name_uz,name_uz-Cyrl,name_ru,name_en,valid_from,valid_to');
      expect(lines).toContain('1703224,1703,Asaka tumani,,Асакинский район,Asaka district,,');
    });
  });
}

test('long classifiers go on page by page, and programs get them with a tag that saves sending them again', async ({ page, request }) => {
  await page.goto('/en/classifiers/countries');
  const first = await page.getByRole('rowheader').allInnerTexts();
  await page.getByRole('main').getByRole('link', { name: 'Next' }).click();
  const second = await page.getByRole('rowheader').allInnerTexts();
  expect([first.length, second.length]).toEqual([50, 50]);
  expect(second.filter((name) => first.includes(name))).toEqual([]);
  const answer = await request.get('/api/classifiers/countries');
  const { items, itemCount } = (await answer.json()) as { items: { code: string }[]; itemCount: number };
  expect(items).toHaveLength(itemCount);
  expect((await request.get('/api/classifiers/countries', { headers: { 'if-none-match': answer.headers()['etag'] ?? '' } })).status()).toBe(304);
  for (const path of ['/api/classifiers/nothing', '/en/classifiers/nothing', '/en/classifiers/UPPER', '/en/classifiers/countries?parent=XX-nowhere', '/en/classifiers/countries?edition=9', '/en/classifiers/countries/changes?from=9', '/api/classifiers/countries?edition=x']) expect((await request.get(path)).status(), path).toBe(404);
  expect(await (await request.get('/en/classifiers/countries/changes')).text()).toContain('There is no earlier edition to compare with');
  expect((await request.get('/en/classifiers/countries?after=x&q=%00&parent=%2e%2e')).status()).toBeLessThan(500);
});
