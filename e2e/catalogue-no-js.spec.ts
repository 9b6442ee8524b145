import { expect, test } from './support/fixtures.ts';

test.use({ javaScriptEnabled: false });

test('a service is found, narrowed down and read without JavaScript', async ({ page }) => {
  await page.goto('/ru');
  await page.getByRole('combobox').fill('права');
  await page.getByRole('search').getByRole('button').click();
  await expect(page).toHaveURL(/\/ru\/services\?q=/);
  await expect(page.getByRole('combobox')).toHaveValue('права');
  await expect(page.getByRole('heading', { name: /услуг.* по запросу «права»/ })).toBeVisible();
  await page.getByRole('link', { name: /водительского удостоверения/i }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('водительск');
  await expect(page.getByRole('heading', { name: 'Что понадобится' })).toBeVisible();
});

test('filters are links with counts, and each can be taken away', async ({ page }) => {
  await page.goto('/en/services');
  const filters = page.getByRole('complementary', { name: 'Filters' });
  const free = filters.getByRole('link', { name: /^Free of charge/ });
  const count = Number((await free.innerText()).match(/\d+/)?.[0]);
  await free.click();
  await expect(page).toHaveURL('/en/services?fee=free');
  await expect(page.getByRole('heading', { name: `${count} services` })).toBeVisible();
  await filters.getByRole('link', { name: /^Citizens/ }).click();
  await expect(page).toHaveURL('/en/services?audience=individual&fee=free');
  const chosen = page.getByRole('list', { name: 'Filters chosen' });
  await chosen.getByRole('link', { name: /Free of charge/ }).click();
  await expect(page).toHaveURL('/en/services?audience=individual');
  await chosen.getByRole('link', { name: 'Clear all filters' }).click();
  await expect(page).toHaveURL('/en/services');
});

test('filters open by hand on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/uz/services');
  const free = page.getByRole('link', { name: /^Bepul/ });
  await expect(free).toBeHidden();
  await page.locator('.list-filters > summary').click();
  await expect(free).toBeVisible();
});

test('pages of results have addresses', async ({ page }) => {
  await page.goto('/uz/services');
  const first = await page.locator('main h3').first().innerText();
  await page.getByRole('navigation', { name: 'Sahifalar' }).getByRole('link', { name: '2-sahifa', exact: true }).click();
  await expect(page).toHaveURL('/uz/services?page=2');
  expect(await page.locator('main h3').first().innerText()).not.toBe(first);
  // A page beyond the last is the last.
  await page.goto('/uz/services?page=400');
  await expect(page.locator('main h3').first()).toBeVisible();
});

test('a search without results offers ways on', async ({ page }) => {
  await page.goto('/ru/services?q=бцдщшгк');
  await expect(page.getByRole('heading', { name: /ничего не найдено/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Посмотреть все услуги' })).toBeVisible();
  await page.getByRole('link', { name: 'Здравоохранение' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Здравоохранение');
});

test('a life event leads through its services in order', async ({ page }) => {
  await page.goto('/uz');
  await page.getByRole('link', { name: 'Farzand tugʻildi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Farzand tugʻildi');
  await expect(page.locator('main ol > li h2').first()).toHaveText('Bola tugʻilganini qayd etish');
  await page.getByRole('link', { name: 'Bola tugʻilganini qayd etish' }).click();
  await expect(page).toHaveURL('/uz/services/child-birth-registration');
});

test('the language is switched by a link to the same page', async ({ page }) => {
  await page.goto('/uz/agencies/iiv');
  await page.locator('footer').getByRole('link', { name: 'Ўзбекча' }).click();
  await expect(page).toHaveURL('/uz-Cyrl/agencies/iiv');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ички ишлар вазирлиги');
});
