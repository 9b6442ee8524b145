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

/** True when a unique constraint refused the write. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 'P2002';
}
