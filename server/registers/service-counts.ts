/** How many records registers have: exact while that is cheap. */
import type { Actor } from '../platform/auth/actor.ts';
import { listRegisters } from './service-access.ts';
import { countUpTo } from './repository-lists.ts';

export type RecordCount = { records: number; exact: boolean };

/** For the registers that the actor may open. */
export async function countRecords(actor: Actor): Promise<Map<string, RecordCount>> {
  const open = (await listRegisters(actor)).filter(({ actions }) => actions.length > 0);
  return new Map(await Promise.all(open.map(async ({ definition }) => [definition.id, await countUpTo(definition.id, 10_000)] as const)));
}
