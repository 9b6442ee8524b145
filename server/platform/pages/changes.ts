/** Public pages are rendered once and kept by every web process; whoever changes what they show says so in the same transaction. */
import pg from 'pg';
import type { Db } from '../db/index.ts';
import { logger } from '../log/index.ts';

const channel = 'yagona_pages';
const retryMs = 1_000;
/** A page that was being rendered when the change was committed may still say what was before. */
const againMs = 800;

type Shared = { changedAt: number };
const shared = ((globalThis as Record<symbol, unknown>)[Symbol.for('yagona.pages')] ??= { changedAt: 0 }) as Shared;
const listeners = new Set<() => void>();

/** Tells every web process, when the transaction commits, that public pages have changed. */
export async function tellPages(tx: Db): Promise<void> {
  await tx.$executeRaw`select pg_notify(${channel}, '')`;
}

/** Whether what was kept at an instant (milliseconds of the wall clock) may still be shown. */
export const isFresh = (keptAt: number): boolean => keptAt > shared.changedAt;

export function onPagesChanged(listener: () => void): void {
  listeners.add(listener);
}

function changed(): void {
  shared.changedAt = performance.timeOrigin + performance.now();
  for (const listener of listeners) listener();
}

/** Listens for changes for as long as the process lives. What was missed while the database was away counts as a change. */
export function watchPages(connectionString: string): { stop: () => Promise<void> } {
  let stopped = false;
  let client: pg.Client | null = null;
  let away = false;
  const connect = async () => {
    const next = new pg.Client({ connectionString, keepAlive: true });
    client = next;
    next.on('notification', () => {
      changed();
      setTimeout(changed, againMs).unref();
    });
    next.on('error', () => undefined);
    next.on('end', () => {
      if (!stopped && client === next) setTimeout(() => void connect(), retryMs).unref();
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      away = false;
      changed();
    } catch (error) {
      // Once for each outage, however long it is.
      if (!away) logger().warn({ err: error }, 'cannot listen for changes of pages yet');
      away = true;
      if (client === next) client = null;
      await next.end().catch(() => undefined);
      if (!stopped) setTimeout(() => void connect(), retryMs).unref();
    }
  };
  void connect();
  return {
    stop: async () => {
      stopped = true;
      await client?.end().catch(() => undefined);
    },
  };
}
