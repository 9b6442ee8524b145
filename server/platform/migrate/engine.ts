import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { QueryResult } from 'pg';

export type SchemaFile = { path: string; content: string };
type Filters = { externalTables: string[]; externalEnums: string[] };
export const noFilters: Filters = { externalTables: [], externalEnums: [] };

export type MigrationsList = {
  baseDir: string;
  lockfile: { path: string; content: string };
  shadowDbInitScript: string;
  migrationDirectories: { path: string; migrationFile: { path: string; content: { tag: 'ok'; value: string } } }[];
};

/** The part of Prisma's schema engine that is used here. */
export type SchemaEngine = {
  applyMigrations: (input: { migrationsList: MigrationsList; filters: Filters }) => Promise<{ appliedMigrationNames: string[] }>;
  diff: (input: { from: { tag: 'migrations' } & MigrationsList; to: { tag: 'schemaDatamodel'; files: readonly SchemaFile[] }; script: true; exitCode: null; filters: Filters }) => Promise<{ stdout: string | null }>;
};

type Bindings = {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  SchemaEngine: { new: (options: { datamodels: [string, string][] }, log: (line: string) => void, adapter: unknown) => Promise<SchemaEngine> };
};

/** What is open, and what PostgreSQL said of a script that it refused: the engine only tells that something was wrong. */
type Session = { pools: Set<{ end: () => Promise<void> }>; refused?: Error };

/** PostgreSQL's one-byte `"char"` of its catalogues, which the adapter refuses, and text, which it takes. */
const [catalogueChar, text] = [18, 25];

/** A connection as the engine needs it, where the adapter, made for applications, falls short. */
async function connect(connectionString: string, session: Session) {
  const connection = await new PrismaPg({ connectionString }).connect();
  const pool = connection.underlyingDriver();
  session.pools.add(pool);
  const charColumns = new WeakMap<object, Set<number>>();
  const query = pool.query.bind(pool) as (...all: unknown[]) => Promise<QueryResult>;
  pool.query = (async (...all: unknown[]) => {
    const result = await query(...all);
    // A script of several statements answers with a list.
    if (Array.isArray(result)) return result;
    const chars = result.fields.flatMap(({ dataTypeID }, index) => (dataTypeID === catalogueChar ? [index] : []));
    charColumns.set(result.rows, new Set(chars));
    for (const index of chars) Object.assign(result.fields[index] ?? {}, { dataTypeID: text });
    return result;
  }) as typeof pool.query;
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (input) => {
    const result = await queryRaw(input);
    const chars = charColumns.get(result.rows);
    return { ...result, columnTypes: result.columnTypes.map((type, index) => (chars?.has(index) ? ColumnTypeEnum.Character : type)) };
  };
  // The adapter's own cuts a script at every semicolon, also inside functions; PostgreSQL takes it whole.
  connection.executeScript = async (script) => {
    await pool.query(script).catch((error: unknown) => {
      if (error instanceof Error) session.refused = error;
      throw error;
    });
  };
  return connection;
}

function adapterFor(connectionString: string, session: Session): PrismaPg {
  const factory = new PrismaPg({ connectionString });
  factory.connect = () => connect(connectionString, session);
  // The adapter's own lets the database of the connection string win, i.e. it would work in the real one.
  factory.connectToShadowDb = async () => {
    const name = `yagona_shadow_${randomBytes(6).toString('hex')}`;
    const admin = await connect(connectionString, session);
    await admin.underlyingDriver().query(`create database ${name}`);
    const shadow = await connect(Object.assign(new URL(connectionString), { pathname: `/${name}` }).href, session);
    shadow.dispose = async () => {
      session.pools.delete(shadow.underlyingDriver());
      await shadow.underlyingDriver().end();
      await admin.underlyingDriver().query(`drop database ${name} with (force)`);
    };
    return shadow;
  };
  return factory;
}

let bindings: Promise<Bindings> | undefined;

/** Prisma publishes its schema engine for bundlers; Node needs it instantiated by hand. */
async function load(): Promise<Bindings> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const folder = dirname(entry);
  const bg = (await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href)) as Bindings;
  const wasm = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': bg as unknown as WebAssembly.ModuleImports });
  bg.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return bg;
}

/** Runs `work` with Prisma's own schema engine, compiled to WebAssembly, over the pg adapter; leaves no connection open. */
export async function withSchemaEngine<T>(connectionString: string, schema: readonly SchemaFile[], work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  bindings ??= load();
  const { SchemaEngine } = await bindings;
  const session: Session = { pools: new Set() };
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterFor(connectionString, session));
  try {
    const engine = await SchemaEngine.new({ datamodels: schema.map(({ path, content }) => [path, content]) }, () => undefined, adapter);
    return await work(engine);
  } catch (error) {
    if (!session.refused) throw error;
    const [, migration] = /migration_name="([^"]+)"/.exec(String(error)) ?? [];
    throw new Error(`${migration ? `The migration ${migration}` : 'A migration'} was refused by PostgreSQL: ${session.refused.message}`, { cause: session.refused });
  } finally {
    await Promise.all([...session.pools].map((pool) => pool.end()));
  }
}
