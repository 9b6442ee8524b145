import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Person } from '../platform/auth/actor.ts';
import { db } from '../platform/db/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { loadPeople, openRegisters } from '../testing/registers.ts';
import { answerRest } from './rest.ts';
import type { GrantRight } from './schema-clients.ts';
import { definitionSchema } from './schema-definition.ts';
import { findDefinition } from './service-access.ts';
import { createRegister } from './service-definitions.ts';
import { createClient, disableClient, grantRight, listRights, renewSecret, revokeRight } from './service-clients.ts';

createTestDatabase();
const prefix = '/api/v1/registers';
const administrator: Person = { ...anonymous(), kind: 'person', userId: '01890000-0000-7000-8000-000000000001', name: 'Administrator', roles: [{ role: 'platform_administrator', agencyId: null }] };
const keeper: Person = { ...administrator, userId: '01890000-0000-7000-8000-000000000002', name: 'Keeper', roles: [{ role: 'register_keeper', agencyId: 'kadastr' }] };
const pinfl = '30211870010021';
let secret = '';
let clientId = '';

type Options = { method?: string; body?: unknown; headers?: Record<string, string>; as?: string | null };
async function call(path: string, { method = 'GET', body, headers = {}, as = secret }: Options = {}) {
  const request = new Request(`http://localhost${prefix}${path}`, {
    method, headers: { ...(as !== null && { Authorization: `Bearer ${as}` }), ...(body !== undefined && { 'Content-Type': 'application/json' }), 'Accept-Language': 'en', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const response = await answerRest(request, { prefix, path: path.split('?')[0] ?? '' });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null) as Record<string, unknown> };
}
const number = (index: number) => `10:01:01:01:01:${String(index).padStart(4, '0')}`;
const parcel = (index: number, more: object = {}) => ({ number: number(index), districtCode: '1726269', area: 600.5, category: 'settlement', ...more });
const parcels = '/data/parcels/1';

beforeAll(async () => {
  await openRegisters();
  await loadPeople([{ pinfl, surname: 'Namunayev', givenName: 'Rustam', sex: 'male', birthDate: '1987-11-02', passport: 'AA9000002' }]);
  const made = await createClient(administrator, { agencyId: 'soliq', subsystem: 'land', name: 'Land tax', reason: 'Order 1' });
  [secret, clientId] = [made.secret, made.id];
  expect(made.code).toBe('UZ/GOV/soliq/land');
  const right = { agencyId: null, clientId, validFrom: '2020-01-01', validTo: null };
  await grantRight(keeper, { ...right, register: 'parcels', actions: ['read', 'search', 'write', 'subscribe'], fields: ['number', 'districtCode', 'area', 'category', 'addressCode'], legalGround: 'Tax Code, article 428' });
  await grantRight(administrator, { ...right, register: 'individuals', actions: ['read', 'search'], fields: ['pinfl', 'surname', 'birthDate'], legalGround: 'Tax Code, article 12' });
});

describe('who calls', () => {
  it('must say so with a secret that is theirs', async () => {
    expect((await call(parcels, { as: null })).status).toBe(401);
    const wrong = await call(parcels, { as: 'yg_'.padEnd(46, 'x') });
    expect([wrong.status, wrong.headers.get('content-type'), wrong.json['type']]).toEqual([401, 'application/problem+json', 'urn:yagona:problem:secret']);
    expect((await call(parcels, { headers: { 'Information-Mediator-Client': 'UZ/GOV/iiv/other' } })).status).toBe(403);
    expect((await call(parcels, { headers: { 'Information-Mediator-Client': 'UZ/GOV/soliq/land' } })).status).toBe(200);
    const { id, secret: first } = await createClient(administrator, { agencyId: 'iiv', subsystem: 'passport', name: 'Passports', reason: 'Order 2' });
    const { secret: second } = await renewSecret(administrator, { id, reason: 'Leaked' });
    expect([(await call('/databases', { as: first })).status, (await call('/databases', { as: second })).status]).toEqual([401, 200]);
    await disableClient(administrator, { id, reason: 'Closed' });
    expect((await call('/databases', { as: second })).status).toBe(401);
    await expect(createClient(keeper, { agencyId: 'iiv', subsystem: 'more', name: 'More', reason: 'Order 3' })).rejects.toMatchObject({ category: 'forbidden' });
    expect(JSON.stringify(await db().apiClient.findMany())).not.toContain(secret);
  });

  it('does only what a right in force allows', async () => {
    expect((await call('/data/vehicles/1')).status).toBe(403);
    expect((await call('/data/individuals/1/create', { method: 'POST', body: { write: { content: {} } } })).status).toBe(403);
    // The words of a search are of fields that the right does not name.
    expect((await call('/data/individuals/1?search=namunayev')).json['type']).toBe('urn:yagona:problem:registers.notIndexed');
    const read = await call('/data/individuals/1/read', { method: 'POST', body: { query: { content: { pinfl } } }, headers: { Purpose: encodeURIComponent('Tekshiruv №5') } });
    expect(read.json['content']).toMatchObject({ $id: pinfl, surname: 'Namunayev', $masked: { givenName: 'R.', passport: '••••0002' } });
    expect(read.json['content']).not.toHaveProperty('passport');
    expect(await db().registerRead.findFirst({ where: { recordKey: pinfl }, orderBy: { id: 'desc' } })).toMatchObject({ purpose: 'Tekshiruv №5', clientId, agencyId: 'soliq' });
    expect((await call(`/data/individuals/1/${pinfl}/read-value/passport.json`)).status).toBe(403);
    expect((await call(`/data/individuals/1/${pinfl}/readValue/surname.txt`)).text).toBe('Namunayev');
    const usage = await call(`/data/MyPersonalDataUsage/1.0?userID=${pinfl}&DatabaseID=individuals`);
    expect(usage.json[0]).toMatchObject({ ReaderInstitutionID: 'soliq', ReaderInstitutionName: 'Tax Committee', ReaderApplicationName: 'Land tax', Purpose: 'Tax Code, article 12' });
    const { id } = await grantRight(keeper, { register: 'addresses', agencyId: null, clientId, actions: ['read', 'search'], fields: ['code'], legalGround: 'Law on addresses', validFrom: '2020-01-01', validTo: null });
    expect((await call('/data/addresses/1')).status).toBe(200);
    await revokeRight(keeper, { id, reason: 'Law repealed' });
    expect((await call('/data/addresses/1')).status).toBe(403);
    expect((await listRights(keeper, { register: 'addresses' })).rights.map((right) => [right.legalGround, right.revokedReason])).toEqual([['Law on addresses', 'Law repealed']]);
  });
});

describe('records', () => {
  it('are entered, read, changed and ended, with their grounds and revisions', async () => {
    const made = await call(`${parcels}/create`, { method: 'POST', body: { write: { content: parcel(1) }, validFrom: '2026-01-01', ground: { kind: 'document', text: 'Contract 5' } } });
    expect([made.status, made.json['content']]).toEqual([200, { $id: number(1), $revision: 1, ...parcel(1) }]);
    expect((await call(`${parcels}/create`, { method: 'POST', body: { write: { content: parcel(1) } } })).status).toBe(409);
    expect((await call(`${parcels}/exists`, { method: 'POST', body: { query: { content: { number: number(1) } } } })).json['answer']).toMatchObject({ status: true });
    const read = await call(`${parcels}/read`, { method: 'POST', body: { query: { content: { number: number(1) } } } });
    const tag = read.headers.get('etag') ?? '';
    expect(read.json['content']).toMatchObject({ area: 600.5, $valid: { from: '2026-01-01', to: null } });
    const update = (area: number, headers = {}) => call(`${parcels}/update`, { method: 'PUT', headers, body: { query: { content: { number: number(1) } }, write: { content: { area } }, validFrom: '2026-02-01' } });
    expect((await update(700, { 'If-Match': tag })).json['content']).toEqual({ $id: number(1), $revision: 2 });
    expect([(await update(800, { 'If-Match': tag })).status, (await update(800)).status]).toEqual([412, 200]);
    expect((await call(`${parcels}/${encodeURIComponent(number(1))}/read-value/area.json?asOf=2026-01-15`)).json).toEqual({ value: 600.5 });
    const or = (index: number, area: number) => call(`${parcels}/updateOrCreate`, { method: 'POST', body: { query: { content: { number: number(index) } }, write: { content: parcel(index, { area }) } } });
    expect([(await or(2, 5)).status, (await or(2, 6)).json['content']]).toMatchObject([200, { $revision: 2, area: 6 }]);
    expect((await call(`${parcels}/update-entries`, { method: 'PUT', body: { query: { content: { category: 'settlement' } }, write: { content: { category: 'reserve' } } } })).json).toEqual({ updated: 2 });
    const past = await call(`${parcels}/${encodeURIComponent(number(2))}/history`);
    expect((past.json['acts'] as { act: { by: string; ground: { text: string } } }[])[0]?.act).toMatchObject({ by: 'Land tax', ground: { text: 'Tax Code, article 428' } });
    // Entered today, so that ending it today would leave nothing of it.
    await call(`${parcels}/create`, { method: 'POST', body: { write: { content: parcel(3) }, validFrom: '2026-01-01' } });
    expect((await call(`${parcels}/${encodeURIComponent(number(3))}/delete`, { method: 'DELETE' })).status).toBe(204);
    expect((await call(`${parcels}/read`, { method: 'POST', body: { query: { content: { number: number(3) } } } })).status).toBe(404);
    expect((await call(`${parcels}/${encodeURIComponent(number(3))}/read-value/area.txt?asOf=2026-03-01`)).text).toBe('600.5');
  });

  it('are listed page by page and filtered', async () => {
    for (let index = 10; index < 22; index += 1) await call(`${parcels}/create`, { method: 'POST', body: { write: { content: parcel(index, { category: 'industry' }) }, validFrom: '2026-01-01' } });
    const first = await call(`${parcels}?query.category=industry&page_size=5`);
    expect([first.json['count'], (first.json['results'] as unknown[]).length, first.json['previous']]).toEqual([12, 5, null]);
    const seen: unknown[] = [];
    for (let path: string | null = `${parcels}?query.category=industry&pageSize=5&ordering=descending`; path !== null; ) {
      const page: Awaited<ReturnType<typeof call>> = await call(path);
      seen.push(...(page.json['results'] as { $id: string }[]).map(({ $id }) => $id));
      path = (page.json['next'] as string | null)?.replace(prefix, '') ?? null;
    }
    expect(seen).toEqual(Array.from({ length: 12 }, (_, index) => number(21 - index)));
    expect((await call(`${parcels}?filter=category&search=industry&page=3&page_size=5`)).json['results']).toHaveLength(2);
    expect((await call(`${parcels}?page=3000`)).status).toBe(422);
    expect((await call(`${parcels}?query.area=5`)).status).toBe(422);
    const known = await call(`${parcels}?known=2020-01-01T00:00:00Z`);
    expect(known.json['count']).toBe(0);
  });
});

describe('what is wrong', () => {
  it('is said with its place, in the caller’s language', async () => {
    const refused = await call(`${parcels}/create`, { method: 'POST', headers: { 'Accept-Language': 'ru-RU,ru;q=0.9' }, body: { write: { content: parcel(50, { number: '10', area: -1, colour: 'red' }) } } });
    expect([refused.status, refused.headers.get('content-language')]).toEqual([422, 'ru']);
    expect(refused.json['errors']).toEqual([
      { field: 'colour', reason: 'unknownField', value: 'red', message: 'В реестре нет такого поля' }, { field: 'number', reason: 'cadastralNumber', value: '10', message: 'Кадастровый номер: 10:01:02:03:04:0001' }, { field: 'area', reason: 'tooSmall', value: '-1', message: 'Не меньше 0.01' },
    ]);
    expect((await call('/data/parcels/7')).json).toMatchObject({ status: 404, version: 1 });
    expect((await call('/nothing')).status).toBe(404);
    const method = await call(`${parcels}/create`);
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await call(`${parcels}/create`, { method: 'POST', body: '{' })).status).toBe(400);
    expect((await call(`${parcels}/create`, { method: 'POST', body: {}, headers: { 'Content-Type': 'text/plain' } })).status).toBe(415);
    expect((await call(`${parcels}/create`, { method: 'POST', body: 'x'.repeat(1_100_000) })).status).toBe(413);
    expect((await call('/database/parcels', { method: 'DELETE' })).status).toBe(405);
  });

  it('is never a fault of ours, whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('/create', '/read', '/exists', '/update', '/update-or-create', '/update-entries'), fc.oneof(fc.jsonValue(), fc.record({ query: fc.record({ content: fc.dictionary(fc.string(), fc.jsonValue()) }), write: fc.record({ content: fc.dictionary(fc.constantFrom('number', 'area', 'category', '__proto__', 'x'), fc.jsonValue()) }) })), async (operation, body) => {
        const { status } = await call(`${parcels}${operation}`, { method: operation === '/update-entries' ? 'PUT' : 'POST', body: JSON.stringify(body) });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
    await fc.assert(fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
      expect((await call(`${path.startsWith('/') ? path : `/${path}`}?${query}`)).status).toBeLessThan(500);
    }), { numRuns: 100 });
    await fc.assert(fc.asyncProperty(fc.constantFrom('search', 'filter', 'ordering', 'page', 'page_size', 'cursor', 'asOf', 'known', 'query.number', 'Purpose'), fc.string({ unit: 'binary' }), async (name, value) => {
      expect((await call(`${parcels}?${new URLSearchParams({ [name]: value }).toString()}`)).status).toBeLessThan(500);
    }), { numRuns: 150, examples: [['query.number', '\0'], ['search', '\0'], ['cursor', '\0']] });
    for (const key of ['%00', 'erased-%00']) expect((await call(`${parcels}/${key}/history`)).status).toBeLessThan(500);
  });
});

describe('the description', () => {
  it('is valid OpenAPI 3.1, of all registers and of each', async () => {
    for (const path of ['/openapi.json', '/individuals/openapi.json']) {
      const { json } = await call(path, { as: null });
      const validator = new Validator();
      expect(await validator.validate(json), path).toMatchObject({ valid: true });
      expect(validator.version).toBe('3.1');
    }
  });

  it('tells of nothing that is not there', async () => {
    const { json } = await call('/parcels/openapi.json', { as: null });
    for (const [path, operations] of Object.entries(json['paths'] as Record<string, Record<string, unknown>>)) {
      const address = path.replace('{id}', 'parcels').replace('{field}', 'area').replace('{ext}', 'json');
      for (const method of Object.keys(operations)) {
        const { status, json: answer } = await call(address, { method: method.toUpperCase(), ...(method !== 'get' && method !== 'delete' && { body: {} }) });
        expect([405, 500], `${method} ${path}`).not.toContain(status);
        expect(answer['type'], `${method} ${path}`).not.toBe('urn:yagona:problem:path');
      }
    }
  });
});

describe('registers themselves', () => {
  const words = (text: string) => ({ uz: text, ru: text, en: text });
  const field = (id: string, more: object = {}) => ({ id, type: 'text', label: words(id), sensitivity: 'official', ...more });
  const definition = { id: 'land-plots', version: 1, ownerAgencyId: 'soliq', title: words('Plots'), recordName: words('Plot'), about: words('Plots under tax'), legalBasis: [{ title: words('Tax Code') }], key: 'code', fields: [field('code', { required: true }), field('state')], display: { title: ['code'], columns: ['code', 'state'] } };
  const modify = (body: object) => call('/database/modify', { method: 'POST', body });

  it('are defined by systems that an administrator has given the right to, and by no other', async () => {
    expect((await modify({ code: 'land-plots', definition, note: 'Order 9' })).status).toBe(403);
    await createRegister(administrator, { definition: definitionSchema.parse({ ...definition, id: 'tax-zones' }), note: 'Order 8' });
    const right: GrantRight = { register: 'tax-zones', agencyId: null, clientId, actions: ['define'], fields: ['code'], legalGround: 'Tax Code, article 428', validFrom: '2020-01-01', validTo: null };
    await expect(grantRight({ ...keeper, roles: [{ role: 'register_keeper', agencyId: 'soliq' }] }, right)).rejects.toMatchObject({ category: 'forbidden' });
    await expect(grantRight(administrator, { ...right, agencyId: 'soliq', clientId: null })).rejects.toThrow();
    await grantRight(administrator, right);
    expect((await modify({ code: 'land-plots', definition: { ...definition, ownerAgencyId: 'kadastr' }, note: 'Order 9' })).status).toBe(403);
    expect((await modify({ code: 'other', definition, note: 'Order 9' })).status).toBe(422);
    expect((await modify({ code: 'land-plots', definition: { ...definition, key: 'nothing' }, note: 'Order 9' })).json).toMatchObject({ status: 422, errors: [{ field: 'key', reason: 'unknownField' }] });
    expect((await modify({ code: 'land-plots', definition, note: 'Order 9' })).json).toMatchObject({ outcome: 'published', version: '1.0' });
  });

  it('evolve under the version that the caller has read', async () => {
    const { json } = await call('/database/tax-zones');
    expect(json).toMatchObject({ version: '1.0', institution: 'soliq', allowed: ['define'], schema: { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] } });
    const read = json['definition'] as { fields: object[] };
    const next = { code: 'tax-zones', definition: { ...read, fields: [...read.fields, field('rate')] }, note: 'Order 10' };
    expect((await modify({ ...next, version: '1.0' })).json).toMatchObject({ outcome: 'published', version: '1.1' });
    expect((await modify({ ...next, version: '1.0' })).status).toBe(409);
    const opened = { ...next.definition, fields: next.definition.fields.map((one) => ({ ...one, sensitivity: 'public' })) };
    expect((await modify({ ...next, definition: opened, version: '1.1' })).status).toBe(403);
    expect((await modify({ code: 'parcels', definition: await findDefinition('parcels'), version: '1.0', note: 'Order 11' })).status).toBe(403);
  });
});
