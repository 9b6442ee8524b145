import { now } from '../platform/clock/index.ts';
import { deleteExpiredSessions } from './repository.ts';

/** Removes sessions past their end. They open nothing any more; this only tidies up. */
export function pruneSessions(): Promise<number> {
  return deleteExpiredSessions(now());
}
