/** How well an engine finds the shipped services: what people type, with the services that answer it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { searchKind } from '../catalogue/service-index.ts';
import type { SearchEngine } from '../platform/search/index.ts';

/** `everyday` words are those of the catalogue's keywords; `plain` sentences were written without a look at them. */
const categories = ['everyday', 'plain', 'misspelling', 'layout', 'mixed', 'official', 'abbreviation', 'forms'] as const;

/** Grades: 3 is what was meant, 2 answers it too, 1 is near it. */
const querySchema = z.strictObject({ query: z.string().min(1), category: z.enum(categories), services: z.record(z.string(), z.union([z.literal(1), z.literal(2), z.literal(3)])) });

export type LabelledQuery = z.infer<typeof querySchema> & { language: string };

const folder = join(import.meta.dirname, '../catalogue/relevance');

export function labelledQueries(): LabelledQuery[] {
  return readdirSync(folder).sort().flatMap((file) => z.array(querySchema).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))).map((label) => ({ ...label, language: basename(file, '.json') })));
}

const gain = (grades: readonly number[]) => grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);

export type Judged = LabelledQuery & { found: string[]; ndcg: number; recall: number };

const depth = 10;

export function judge(label: LabelledQuery, ids: readonly string[]): Judged {
  const found = ids.slice(0, depth);
  const grades = Object.values(label.services);
  const ideal = gain(grades.toSorted((a, b) => b - a).slice(0, depth));
  const right = found.filter((id) => label.services[id] !== undefined).length;
  return { ...label, found, ndcg: gain(found.map((id) => label.services[id] ?? 0)) / ideal, recall: right / Math.min(depth, grades.length) };
}

export async function judgeAll(engine: Pick<SearchEngine, 'search'>): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const label of labelledQueries()) judged.push(judge(label, (await engine.search(searchKind, { text: label.query, filters: {}, limit: depth, offset: 0 })).ids));
  return judged;
}

export type Measures = { queries: number; ndcg: number; recall: number; /** Part of the queries that find nothing at all. */ zero: number };

export function measuresOf(judged: readonly Judged[]): Measures {
  const mean = (value: (one: Judged) => number) => judged.reduce((sum, one) => sum + value(one), 0) / judged.length;
  return { queries: judged.length, ndcg: mean(({ ndcg }) => ndcg), recall: mean(({ recall }) => recall), zero: mean(({ found }) => (found.length === 0 ? 1 : 0)) };
}

/** The measures of all, of each language and of each category. */
export function groupsOf(judged: readonly Judged[]): [name: string, measures: Measures][] {
  const of = (name: string, fits: (one: Judged) => boolean): [string, Measures][] => {
    const some = judged.filter(fits);
    return some.length === 0 ? [] : [[name, measuresOf(some)]];
  };
  return [
    ...of('all', () => true),
    ...[...new Set(judged.map(({ language }) => language))].flatMap((language) => of(language, (one) => one.language === language)),
    ...categories.flatMap((category) => of(category, (one) => one.category === category)),
  ];
}
