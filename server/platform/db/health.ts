import { db } from './index.ts';

export type Health = { database: 'up' | 'down' };

export async function databaseHealth(): Promise<Health> {
  try {
    await db().$queryRaw`select 1`;
    return { database: 'up' };
  } catch {
    return { database: 'down' };
  }
}
