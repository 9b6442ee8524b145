import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient, type Prisma } from '../../../prisma/generated/client/client.ts';
import { env } from '../env/index.ts';

/** A connection or an open transaction: repositories take either. */
export type Db = Prisma.TransactionClient;

// Survives hot reload in development, where this module is evaluated many times.
const holder = globalThis as { yagonaDb?: { pool: pg.Pool; prisma: PrismaClient } };

function create(): { pool: pg.Pool; prisma: PrismaClient } {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL_SIZE, connectionTimeoutMillis: 5_000 });
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) }) };
}

/** The shared connection pool; for repositories, and for services to hand to them. */
export function db(): PrismaClient {
  holder.yagonaDb ??= create();
  return holder.yagonaDb.prisma;
}

/**
 * Hot reads: SQL prepared once per connection under its name, through the same pool. The name must say everything
 * that the text says.
 */
export async function prepared<Row extends pg.QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
  // PostgreSQL knows the first 63 signs of a name only: longer ones would be taken for each other.
  const short = name.length <= 60 ? name : createHash('sha1').update(text).digest('hex');
  holder.yagonaDb ??= create();
  return (await holder.yagonaDb.pool.query<Row>({ name: short, text, values: [...values] })).rows;
}

/** Runs `work` in one transaction; any error rolls everything back. */
export function transaction<T>(work: (tx: Db) => Promise<T>, { timeoutMs = 20_000 }: { timeoutMs?: number } = {}): Promise<T> {
  return db().$transaction(work, { maxWait: 5_000, timeout: timeoutMs });
}

export async function closeDb(): Promise<void> {
  await holder.yagonaDb?.prisma.$disconnect();
  delete holder.yagonaDb;
}

/** PostgreSQL: unique_violation and exclusion_violation. */
const refusals = /"(?:originalCode|code)":"(?:23505|23P01)"/;

/** True when a unique or an exclusion constraint refused the write. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, meta } = error as { code?: unknown; meta?: unknown };
  return code === 'P2002' || (code === 'P2010' && refusals.test(JSON.stringify(meta)));
}

/** True when a reference to a row that does not exist refused the write. */
export function isForeignKeyViolation(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 'P2003';
}
