/** Measures the main paths against a reference in the same run: `npm run bench`, or a part: `npm run bench -- registers`. Prints ratios, asserts nothing. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { freePort } from '../../server/platform/embedded/ports.ts';
import { startPlatform, type Platform } from '../lib/platform.ts';
import { postgresFolder } from '../lib/settings.ts';
import { signIn } from './browser.ts';
import { measure, report } from './measure.ts';
import { benchRegisters } from './registers.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'yagona-bench-'));
chmodSync(dataDir, 0o755);
const [port, oidc, smtp] = [await freePort(), await freePort(), await freePort()];
Reflect.deleteProperty(process.env, 'DATABASE_URL');
Object.assign(process.env, { DEMO_OIDC_PORT: String(oidc), DEMO_SMTP_PORT: String(smtp), SEED_PEOPLE: '1000' });
const portal = `http://localhost:${port}`;

async function requestsPerSecond(url: string): Promise<number> {
  const result = await autocannon({ url, connections: 16, duration: 8, headers: { 'accept-encoding': 'br' } });
  if (result.non2xx > 0 || result.errors > 0) console.log(`  (${result.non2xx} answers other than 2xx, ${result.errors} errors)`);
  return result.requests.average;
}

async function page(): Promise<void> {
  const url = `${portal}/uz/services/id-card`;
  await fetch(url);
  // The best compression of a page is ready a moment after it was first sent.
  await new Promise((done) => setTimeout(done, 2_000));
  await fetch(url, { headers: { 'accept-encoding': 'br' } });
  const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const headers = Object.fromEntries(answer.headers);
  for (const name of ['content-encoding', 'transfer-encoding', 'content-length', 'connection']) Reflect.deleteProperty(headers, name);
  const plain = createServer((_request, response) => response.writeHead(200, headers).end(bytes)).listen(0, '127.0.0.1');
  await new Promise((done) => plain.once('listening', done));
  const address = plain.address();
  const reference = await requestsPerSecond(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
  report('published page', await requestsPerSecond(url), 'node:http, the same bytes', reference);
  plain.close();
}

async function search(platform: Platform): Promise<void> {
  const { searchServices } = await import('../../server/catalogue/service.ts');
  const client = new pg.Client({ connectionString: platform.databaseUrl });
  await client.connect();
  const sql = `select id from "SearchDocument" where kind = 'service' and vector @@ to_tsquery('simple', $1) order by ts_rank(vector, to_tsquery('simple', $1)) desc limit 20`;
  const ours = await measure(4, () => searchServices({ q: 'haydovchilik guvohnomasi' }));
  const reference = await measure(4, () => client.query({ name: 'search', text: sql, values: ['haydovchilik:* & guvohnoma:*'] }));
  report('search with counts and cards', ours.perSecond, 'prepared SQL, identifiers only', reference.perSecond);
  await client.end();
}

async function submit(platform: Platform): Promise<void> {
  const { demoActor, fillDraft } = await import('../../server/testing/filling.ts');
  const { submitDraft } = await import('../../server/applications/service-submission.ts');
  const actor = await demoActor('dilnoza');
  const count = 40;
  let spent = 0;
  for (let made = 0; made < count; made += 1) {
    const draftId = await fillDraft(actor, 'address-certificate');
    const started = performance.now();
    await submitDraft(actor, { draftId, declared: true });
    spent += performance.now() - started;
  }
  const ours = (count / spent) * 1_000;
  const client = new pg.Client({ connectionString: platform.databaseUrl });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>('select * from "Application" order by "submittedAt" desc limit 1');
  const row = rows[0] ?? {};
  const columns = Object.keys(row);
  await client.query('create table bench_application (like "Application" including all)');
  const json = (value: unknown) => (value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value);
  const values = (unique: string) => columns.map((name) => (name === 'id' || name === 'draftId' ? unique : name === 'reference' ? unique.slice(0, 30) : json(row[name])));
  const text = `insert into bench_application (${columns.map((name) => `"${name}"`).join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`;
  const reference = await measure(3, () => client.query({ name: 'insert', text, values: values(crypto.randomUUID()) }));
  report('submit: case, receipt, audit, jobs', ours, 'bare insert of the row', reference.perSecond);
  await client.end();
}

async function signInBench(platform: Platform): Promise<void> {
  const client = new pg.Client({ connectionString: platform.databaseUrl });
  await client.connect();
  const ours = await measure(5, () => signIn(portal, 'zuhra'));
  await client.query('create table bench_session (id uuid primary key default gen_random_uuid(), "tokenHash" text unique, "userId" uuid, expires timestamptz)');
  const reference = await measure(3, () => client.query({ name: 'session', text: 'insert into bench_session ("tokenHash", "userId", expires) values ($1, gen_random_uuid(), now())', values: [crypto.randomUUID()] }));
  report('sign-in, all six requests', ours.perSecond, 'bare insert of a session', reference.perSecond);
  await client.end();
}

let platform: Platform | undefined;
try {
  platform = await startPlatform(
    { profile: 'demo', dev: false, dataDir, postgresDir: postgresFolder(dataDir), host: '127.0.0.1', port, publicUrl: portal },
    { extra: { RATE_LIMIT_PER_MINUTE: '1000000', LOG_LEVEL: 'error' } },
  );
  Object.assign(process.env, platform.env);
  console.log('\nratio: how many times as fast as ours the reference is\n');
  const only = process.argv[2];
  if (only === undefined || only === 'portal') {
    await page();
    await search(platform);
    await submit(platform);
    await signInBench(platform);
  }
  if (only === undefined || only === 'registers') await benchRegisters(platform.databaseUrl);
} finally {
  const { closeDb } = await import('../../server/platform/db/index.ts');
  await closeDb();
  await platform?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);
