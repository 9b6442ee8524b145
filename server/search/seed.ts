import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { now } from '../platform/clock/index.ts';
import { transaction } from '../platform/db/index.ts';
import { synonymKeys } from '../platform/search/synonyms.ts';
import * as repository from './repository.ts';
import { synonymSchema, type SynonymInput } from './schema.ts';

export function shippedSynonyms(): SynonymInput[] {
  return z.array(synonymSchema).parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../prisma/seed/synonyms.json'), 'utf8')));
}

/** Everyday words for official ones, to begin with; an installation that has its own keeps them. */
export async function seedSynonyms(): Promise<number> {
  if ((await repository.countSynonyms()) > 0) return 0;
  const groups = shippedSynonyms();
  await transaction(async (tx) => {
    for (const group of groups) await repository.insertSynonym(tx, { ...group, keys: synonymKeys(group), changedAt: now(), changedBy: 'Yagona' });
  });
  return groups.length;
}
