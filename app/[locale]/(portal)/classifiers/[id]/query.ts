import { z } from 'zod';
import { editionNumberSchema, itemListSchema } from '@/server/classifiers/schema';

export type Raw = Record<string, string | string[] | undefined>;

const { parent, q } = itemListSchema.shape;
/** Whatever an address says: what is not understood is left out. */
const querySchema = z.object({
  parent: parent.catch(null),
  q: q.catch(''),
  edition: z.coerce.number().pipe(editionNumberSchema).nullable().default(null).catch(null),
  after: z.coerce.number().int().min(0).max(2_000_000_000).nullable().default(null).catch(null),
});
export type ClassifierQuery = z.infer<typeof querySchema>;

export const readQuery = (raw: Raw): ClassifierQuery => querySchema.parse(raw);

/** The address of a list of items. Words are searched everywhere, so they go without a place. */
export function hrefOf(here: string, change: Partial<ClassifierQuery>): string {
  const params = new URLSearchParams(Object.entries(change).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, String(value)]])));
  return params.size === 0 ? here : `${here}?${params.toString()}`;
}
