import pg from 'pg';
import { isSignedBy, Receiver } from '../server/testing/receiver.ts';
import { expect, expectAccessibleInBothThemes, expectNoSidewaysScroll, test } from './support/fixtures.ts';
import { signInAs } from './support/sign-in.ts';

const receiver = new Receiver();

/** An information system with the right to follow parcels, but for their category. */
test.beforeAll(async () => {
  await receiver.start();
  const client = new pg.Client({ connectionString: process.env['E2E_DATABASE_URL'] });
  await client.connect();
  const id = '01890000-0000-7000-8000-0000000e2e01';
  await client.query(`insert into "ApiClient" (id, code, name, "agencyId", "secretHash", "createdAt") values ($1, 'UZ/GOV/soliq/land', 'Land tax accounting', 'soliq', 'none', now())`, [id]);
  await client.query(`insert into "RegisterRight" (id, "registerId", "clientId", actions, fields, "legalGround", "validFrom", "grantedByName", "grantedAt") values ($1, 'parcels', $1, '{subscribe}', '{number,area,districtCode}', 'Tax Code, article 428', '2020-01-01', 'A', now())`, [id]);
  await client.end();
});
test.afterAll(() => receiver.stop());

test('a keeper subscribes a system by webhook and sees that a change has reached it', async ({ page, another }) => {
  test.setTimeout(120_000);
  await signInAs(page, 'kadastr-keeper', '/en/admin/registers/parcels/subscriptions');
  await expect(page.getByRole('main')).toContainText('No subscriptions');
  await page.getByRole('button', { name: 'New subscription' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Subscribe' }).click();
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await expect(dialog).toContainText('Choose how changes are delivered');
  await expectAccessibleInBothThemes(page, 'subscribing, with errors');
  await dialog.getByLabel('Name').fill('Land tax');
  await dialog.getByLabel('Purpose').fill('Accounting of land tax');
  await dialog.getByLabel('Webhook: we send the changes').check();
  await dialog.getByLabel('Address of the webhook').fill('http://10.0.0.1/hook');
  for (const field of ['Cadastral number', 'Area', 'category']) await dialog.getByRole('checkbox', { name: new RegExp(field, 'i') }).first().check();
  await dialog.getByRole('button', { name: 'Subscribe' }).click();
  await expect(dialog.getByRole('alert')).toContainText('must be an https:// address');
  await expect(dialog.getByLabel('Purpose')).toHaveValue('Accounting of land tax');
  await dialog.getByLabel('Address of the webhook').fill(receiver.url);
  await dialog.getByRole('button', { name: 'Subscribe' }).click();
  await expect(dialog.getByRole('heading')).toHaveText('Signing secret');
  const secret = (await dialog.locator('code').textContent()) ?? '';
  expect(secret).toMatch(/^whsec_/);
  await expectAccessibleInBothThemes(page, 'the signing secret');
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await expect(page.getByText(secret)).toHaveCount(0);

  const key = '10:11:12:13:14:0015';
  const status = await page.evaluate(async (number) => {
    const input = { register: 'parcels', data: { number, districtCode: '1726269', area: 640, category: 'settlement' }, validFrom: '2020-01-01', ground: { kind: 'document', text: 'Contract 17 of 1 March 2026' } };
    return (await fetch('/api/trpc/registers.create', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ json: input }) })).status;
  }, key);
  expect(status).toBe(200);
  await expect.poll(() => receiver.events.map((event) => event.key), { timeout: 20_000 }).toEqual([key]);
  expect(receiver.events[0]).toMatchObject({ data: { number: key, area: 640 }, masked: { category: '••••' } });
  expect(receiver.received.every((received) => isSignedBy(secret, received))).toBe(true);

  await page.getByRole('link', { name: 'Land tax', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Land tax');
  const behind = page.getByRole('main').locator('dl > div').filter({ hasText: 'Changes not delivered' }).locator('dd');
  await expect.poll(async () => {
    await page.reload();
    return behind.textContent();
  }).toBe('0');
  const answers = page.getByRole('table', { name: 'Last answers' });
  await expect(answers.getByRole('row', { name: /Sent/ })).toContainText('204');
  await expect(page.getByRole('img', { name: 'Delay of delivery' })).toBeVisible();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByText('The receiver answered: 204')).toBeVisible();
  await expect(answers.getByRole('row', { name: /Test/ })).toContainText('204');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('main')).toContainText('Paused by a person');
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a subscription');
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.goto('/ru/admin/registers/parcels/subscriptions');
  await expect(page.getByRole('main')).toContainText('Приостановлена');
  await expectAccessibleInBothThemes(page, 'subscriptions');
  await expectNoSidewaysScroll(page);

  // Whoever watches over the platform sees the same and changes nothing; keepers of other registers see nothing.
  const auditor = await another();
  await signInAs(auditor, 'auditor', '/en/admin/registers/parcels/subscriptions');
  await expect(auditor.getByRole('button', { name: 'New subscription' })).toHaveCount(0);
  await auditor.getByRole('link', { name: 'Land tax', exact: true }).click();
  await expect(auditor.getByRole('button', { name: 'Resume' })).toHaveCount(0);
  const stranger = await another();
  await signInAs(stranger, 'adliya-keeper', '/en/admin');
  expect((await stranger.goto('/en/admin/registers/parcels/subscriptions'))?.status()).toBe(404);

  await page.goto('/en/admin/registers/parcels/subscriptions');
  await page.getByRole('link', { name: 'Land tax', exact: true }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, remove' }).click();
  await expect(page.getByRole('main')).toContainText('No subscriptions');
});
