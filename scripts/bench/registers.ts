/** Registers: reading, lists and search at two sizes, and import, each against prepared SQL or COPY on the same tables. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { NewVersion } from '../../server/registers/repository-records.ts';
import { measure, report } from './measure.ts';

const rowsImported = 100_000;
const sizes = [10_000, 1_000_000];
const seconds = 4;
const purpose = 'Benchmark';

/** A register like that of individuals, without references, so that it can be filled by itself. */
async function openRegister(id: string): Promise<void> {
  const { definitionSchema } = await import('../../server/registers/schema-definition.ts');
  const { publish } = await import('../../server/registers/repository-definitions.ts');
  const { openPartition } = await import('../../server/registers/repository-records.ts');
  const { transaction } = await import('../../server/platform/db/index.ts');
  const shipped = JSON.parse(readFileSync(join(import.meta.dirname, '../../prisma/seed/registers/individuals.json'), 'utf8')) as { fields: { type: string }[] };
  const definition = definitionSchema.parse({ ...shipped, id, fields: shipped.fields.filter(({ type }) => type !== 'reference') });
  await transaction(async (tx) => {
    await publish(tx, definition, { minor: 0, note: 'Benchmark', at: new Date(), publisherName: 'Benchmark', position: 99 });
    await openPartition(tx, id, { fields: definition.indexed, unique: definition.unique });
  });
}

function* people(from: number, to: number): Generator<Record<string, string>> {
  const names = ['Otkir', 'Dilnoza', 'Rustam', 'Madina', 'Sardor', 'Zuhra', 'Laziz', 'Nodira', 'Jamshid', 'Malika', 'Bekzod', 'Sevara', 'Anvar', 'Gulnora'];
  const surnames = ['Karimov', 'Rahimov', 'Yusupov', 'Saidov', 'Umarov', 'Ergashev', 'Nazarov', 'Qodirov', 'Toshpolatov', 'Xolmatov', 'Sobirov', 'Ismoilov', 'Aliyev', 'Hamidov', 'Joʻrayev', 'Mirzayev', 'Orifov'];
  for (let index = from; index < to; index += 1) {
    const hash = createHash('md5').update(String(index)).digest();
    const birth = new Date(Date.UTC(1940, 0, 1 + (hash.readUInt16BE(0) % 21_000))).toISOString().slice(0, 10);
    const first = `3${birth.slice(8, 10)}${birth.slice(5, 7)}${birth.slice(2, 4)}${String(index % 1_000_000).padStart(6, '0')}`;
    const check = [...first].reduce((sum, digit, at) => sum + Number(digit) * ([7, 3, 1][at % 3] ?? 0), 0) % 10;
    yield {
      pinfl: `${first}${check}`, surname: `${surnames[(hash[4] ?? 0) % surnames.length] ?? ''}${index % 97}`, givenName: names[(hash[5] ?? 0) % names.length] ?? '', sex: 'male', birthDate: birth,
      birthPlace: 'Toshkent shahri', citizenship: 'UZ', passport: `AD${String(index).padStart(7, '0')}`, passportIssuedOn: '2020-01-01', passportExpiresOn: '2030-01-01', districtCode: '1726269', address: `Namuna koʻchasi, ${index}-uy`,
    };
  }
}

/** Fills a register past its checks. */
async function fill(register: string, from: number, to: number): Promise<void> {
  const { transaction } = await import('../../server/platform/db/index.ts');
  const records = await import('../../server/registers/repository-records.ts');
  const { derived } = await import('../../server/registers/service-writing.ts');
  const { findDefinition } = await import('../../server/registers/service-access.ts');
  const definition = await findDefinition(register);
  let batch: NewVersion[] = [];
  const flush = () => transaction(async (tx) => {
    await records.insertVersions(tx, register, batch, { at: '2026-01-05T00:00:00Z', act: '1', definition: 1 });
    batch = [];
  }, { timeoutMs: 120_000 });
  for (const data of people(from, to)) {
    batch.push({ key: data['pinfl'] ?? '', from: data['birthDate'] ?? '', to: null, revision: 1, data, ...derived(definition, data) });
    if (batch.length === 5_000) await flush();
  }
  if (batch.length > 0) await flush();
}

/** One call after another, on one connection each: what counts is the work of both processes together. */
async function reads(client: pg.Client): Promise<void> {
  const { systemActor } = await import('../../server/platform/auth/actor.ts');
  const { readRecord } = await import('../../server/registers/service-reading.ts');
  const actor = systemActor('benchmark');
  const { rows } = await client.query<{ key: string }>('select key from register.version_addresses order by random() limit 500');
  let turn = 0;
  const key = () => rows[(turn = (turn + 7) % rows.length)]?.key ?? '';
  const today = new Date().toISOString().slice(0, 10);
  const text = `select key, valid_from, valid_to, data from register.version_addresses where key = $1 and valid_from <= $2::date and valid_to > $2::date and recorded_to = 'infinity'`;
  const plain = await measure(seconds, () => client.query({ name: 'bench.current', text, values: [key(), today] }));
  const current = await measure(seconds, () => readRecord(actor, { register: 'addresses', key: key(), purpose }));
  const asOf = await measure(seconds, () => readRecord(actor, { register: 'addresses', key: key(), asOf: { valid: '2026-06-01', known: '2026-06-01T00:00:00Z' }, purpose }));
  report('read a current record', current.perSecond, 'prepared SQL, the same table', plain.perSecond);
  report('read as of a day, as known then', asOf.perSecond, 'reading a current record', current.perSecond);
  const person = await client.query<{ key: string }>('select key from register.version_individuals limit 1');
  const log = `insert into "RegisterRead" (at, register, "recordKey", "readerName", purpose, fields) values (now(), 'individuals', $1, 'x', 'y', '{}')`;
  const both = await measure(seconds, async () => {
    await client.query({ name: 'bench.current', text, values: [key(), today] });
    await client.query({ name: 'bench.read', text: log, values: [person.rows[0]?.key] });
  });
  const personal = await measure(seconds, () => readRecord(actor, { register: 'individuals', key: person.rows[0]?.key ?? '', purpose }));
  report('read personal data, recorded', personal.perSecond, 'the same two statements', both.perSecond);
}

async function lists(size: number): Promise<void> {
  const { systemActor } = await import('../../server/platform/auth/actor.ts');
  const { listRecords } = await import('../../server/registers/service-reading.ts');
  const actor = systemActor('benchmark');
  const list = (more: object) => listRecords(actor, { register: 'bench', purpose, ...more });
  const { next } = await list({ limit: 200 });
  const figures = [
    ['by key', await measure(2, () => list({}))],
    ['next page', await measure(2, () => list({ after: next }))],
    ['by birth date', await measure(2, () => list({ order: { field: 'birthDate' } }))],
    ['one birth date', await measure(2, () => list({ filters: { birthDate: '1980-05-05' } }))],
    ['search, rare', await measure(2, () => list({ q: "O'tkir karimov13" }))],
    ['search, frequent', await measure(2, () => list({ q: 'Уткир' }))],
  ] as const;
  console.log(`  ${`${size.toLocaleString('en')} records`.padEnd(20)} ${figures.map(([name, { medianMs }]) => `${name} ${medianMs.toFixed(2)} ms`).join('   ')}`);
}

async function imports(client: pg.Client): Promise<void> {
  const { transaction } = await import('../../server/platform/db/index.ts');
  const { systemActor } = await import('../../server/platform/auth/actor.ts');
  const { receiveFile, readImport } = await import('../../server/registers/service-imports.ts');
  const { checkImport, runImport } = await import('../../server/registers/service-import-run.ts');
  const repository = await import('../../server/registers/repository-imports.ts');
  const actor = systemActor('benchmark');
  const folder = mkdtempSync(join(tmpdir(), 'yagona-bench-import-'));
  const rows = [...people(2_000_000, 2_000_000 + rowsImported)];
  const fields = Object.keys(rows[0] ?? {});
  const file = join(folder, 'people.csv');
  writeFileSync(file, `${fields.join(',')}\n${rows.map((row) => fields.map((field) => `"${row[field] ?? ''}"`).join(',')).join('\n')}\n`);
  const received = await receiveFile(actor, { register: 'bench-import', fileName: 'people.csv', body: createReadStream(file), expected: null });
  if (received.outcome !== 'received') throw new Error(received.reason);
  const { id } = received;
  const { import: one } = await readImport(actor, id);
  await transaction((tx) => repository.updateImport(tx, id, { state: 'checking', mapping: one.mapping, validFrom: new Date('2026-01-01'), groundKind: 'decision', ground: 'Benchmark' }));
  let started = performance.now();
  await checkImport(id);
  const check = rowsImported / ((performance.now() - started) / 1_000);
  const checked = await repository.findImport(id);
  if (checked?.accepted !== rowsImported) throw new Error(`Only ${checked?.accepted} rows are sound`);
  await transaction((tx) => repository.updateImport(tx, id, { state: 'importing', mode: 'accepted', rows: 0, accepted: 0 }));
  started = performance.now();
  await runImport(id);
  const imported = rowsImported / ((performance.now() - started) / 1_000);
  // The very rows that the import has written, into a table of the same kind.
  const pieces: Buffer[] = [];
  const columns = 'key, valid_from, valid_to, recorded_from, recorded_to, revision, definition, act, data, refs, words';
  for await (const piece of client.query(copyTo(`copy (select 'bench-copy', ${columns} from register.version_bench_import) to stdout`))) pieces.push(piece as Buffer);
  started = performance.now();
  await pipeline(Readable.from(pieces), client.query(copyFrom(`copy register.version_bench_copy (register, ${columns}) from stdin`)));
  const copied = rowsImported / ((performance.now() - started) / 1_000);
  report('check rows of a CSV file', check, 'COPY, the same rows and indexes', copied);
  report('import rows of a CSV file', imported, 'COPY, the same rows and indexes', copied);
  rmSync(folder, { recursive: true, force: true });
}

export async function benchRegisters(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const id of ['bench', 'bench-import', 'bench-copy']) await openRegister(id);
    await reads(client);
    await imports(client);
    let filled = 0;
    for (const size of sizes) {
      await fill('bench', filled, size);
      filled = size;
      await client.query('vacuum analyze register.version_bench');
      await lists(size);
    }
  } finally {
    await client.end();
  }
}
