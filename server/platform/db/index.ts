import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from '../../../prisma/generated/client/client.ts';
import { env } from '../env/index.ts';

/** A connection or an open transaction: repositories take either. */
export type Db = Prisma.TransactionClient;

// Survives hot reload in development, where this module is evaluated many times.
const holder = globalThis as { yagonaPrisma?: PrismaClient };

function create(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 5_000,
  });
  return new PrismaClient({ adapter });
}

/** The shared connection pool; for repositories, and for services to hand to them. */
export function db(): PrismaClient {
  holder.yagonaPrisma ??= create();
  return holder.yagonaPrisma;
}

/** Runs `work` in one transaction; any error rolls everything back. */
export function transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 5_000, timeout: 20_000 });
}

export async function closeDb(): Promise<void> {
  await holder.yagonaPrisma?.$disconnect();
  delete holder.yagonaPrisma;
}

const unavailableCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '08006', '08001']);

/** True when the error means that the database could not be reached, rather than that it refused. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string' && unavailableCodes.has(code)) return true;
    if (/Can't reach database|Connection terminated|ECONNREFUSED|DatabaseNotReachable|ConnectionClosed|terminating connection|the database system is (starting|shutting)/.test(cause.message)) return true;
  }
  return false;
}

/** True when a unique constraint refused the write. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 'P2002';
}
