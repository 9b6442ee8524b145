import { z } from 'zod';
import { editionNumberSchema } from '@/server/classifiers/schema';

export const changeKinds = ['added', 'removed', 'renamed', 'moved', 'redated'] as const;
export type ChangeKind = (typeof changeKinds)[number];

const number = z.coerce.number().pipe(editionNumberSchema).nullable().default(null).catch(null);
const querySchema = z.object({
  from: number,
  to: number,
  kind: z.enum(changeKinds).nullable().default(null).catch(null),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});
export type ChangesQuery = z.infer<typeof querySchema>;

export const readChangesQuery = (raw: Record<string, string | string[] | undefined>): ChangesQuery => querySchema.parse(raw);
