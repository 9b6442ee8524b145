import { z } from 'zod';

/** A word or a short phrase of any language. */
const phrase = z.string().trim().min(2).max(80).regex(/[\p{L}\p{N}]{2}/u).refine((text) => text.split(/\s+/).length <= 5);

const distinct = (phrases: readonly string[]) => new Set(phrases.map((text) => text.toLowerCase())).size === phrases.length;

export const directions = ['both', 'one_way'] as const;
export type Direction = (typeof directions)[number];

const fields = { direction: z.enum(directions), words: z.array(phrase).min(1).max(30), targets: z.array(phrase).max(30) };

type Group = { direction: Direction; words: string[]; targets: string[] };

/** A group of two words or more, or words that lead to others and say so. */
const checks = [
  { path: ['words'], fits: ({ direction, words }: Group) => direction === 'one_way' || words.length >= 2 },
  { path: ['targets'], fits: ({ direction, targets }: Group) => (targets.length > 0) === (direction === 'one_way') },
  { path: ['words'], fits: ({ words }: Group) => distinct(words) },
  { path: ['targets'], fits: ({ words, targets }: Group) => distinct([...new Set(words.map((word) => word.toLowerCase())), ...targets]) },
];

const check = (group: Group, context: z.RefinementCtx) => {
  for (const { path, fits } of checks) if (!fits(group)) context.addIssue({ code: 'custom', path, message: 'unfit' });
};

export const synonymSchema = z.strictObject(fields).superRefine(check);
export type SynonymInput = z.infer<typeof synonymSchema>;

export const synonymRefSchema = z.strictObject({ id: z.uuid(), revision: z.number().int().positive() });
export const changeSynonymSchema = z.strictObject({ ...synonymRefSchema.shape, ...fields }).superRefine(check);

export const synonymCursorSchema = z.uuid();
/** The place of a query in the list, which begins with the most frequent ones. */
export const missCursorSchema = z.strictObject({ count: z.coerce.number().int().min(1), query: z.string().min(1).max(200) });
export type MissCursor = z.infer<typeof missCursorSchema>;
