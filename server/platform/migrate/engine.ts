import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

type Datamodel = { path: string; content: string };
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
  diff: (input: object) => Promise<{ exitCode: number; stdout: string | null }>;
};

type Bindings = {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  SchemaEngine: { new: (options: { datamodels: [string, string][] }, log: (line: string) => void, adapter: unknown) => Promise<SchemaEngine> };
};

/**
 * The adapter cuts scripts at every semicolon, also inside functions and comments. PostgreSQL runs a
 * whole script by itself, in one implicit transaction.
 */
function wholeScripts(factory: PrismaPg, opened: Set<{ end: () => Promise<void> }>): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    opened.add(connection.underlyingDriver());
    connection.executeScript = async (script) => {
      await connection.underlyingDriver().query(script);
    };
    return connection;
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
export async function withSchemaEngine<T>(connectionString: string, datamodels: readonly Datamodel[], work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  bindings ??= load();
  const { SchemaEngine } = await bindings;
  const opened = new Set<{ end: () => Promise<void> }>();
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(new PrismaPg({ connectionString }), opened));
  try {
    const engine = await SchemaEngine.new({ datamodels: datamodels.map(({ path, content }) => [path, content]) }, () => undefined, adapter);
    return await work(engine);
  } finally {
    await Promise.all([...opened].map((pool) => pool.end()));
  }
}
