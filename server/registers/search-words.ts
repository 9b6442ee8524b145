/** Words by which a record is found. Pure. */
import { spellings, wordsOf } from '../platform/search/fold.ts';
import type { Definition, RecordData } from './schema-definition.ts';

/** Every spelling of every word in the searched fields, and in the key; letters and digits only. */
export function indexWords(definition: Pick<Definition, 'searched' | 'key'>, data: RecordData): string {
  const texts = [definition.key, ...definition.searched].flatMap((id) => (typeof data[id] === 'string' || typeof data[id] === 'number' ? [String(data[id])] : []));
  const words = new Set(texts.flatMap(wordsOf).flatMap(spellings).map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')));
  for (const text of texts) words.add(text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  words.delete('');
  return [...words].join(' ');
}

/** A `tsquery` for records that have each word typed, or (`beginnings`) words that begin so. Null when nothing telling was typed. */
export function searchQuery(text: string, { beginnings }: { beginnings: boolean }): string | null {
  const terms = wordsOf(text).slice(0, 8).map((word) => [...new Set(spellings(word).map((form) => form.replace(/[^\p{L}\p{N}]/gu, '')))].filter((form) => form !== ''));
  const telling = terms.filter((forms) => forms.length > 0);
  return telling.length === 0 ? null : telling.map((forms) => `(${forms.map((form) => `'${form}'${beginnings ? ':*' : ''}`).join(' | ')})`).join(' & ');
}
