import { prepared } from '../db/index.ts';
import { swapLayout } from './fold.ts';
import type { Correction, SearchAnswer, SearchEngine, SearchQuery, Suggestions } from './index.ts';
import { rebuildIndex, removeDocument, upsertDocument } from './postgres-index.ts';
import { areKnown, browse, rank, rankFew, rankHeads, type Hit } from './postgres-ranking.ts';
import { nearestWords } from './spelling.ts';
import { synonymsFor } from './synonyms.ts';
import { phraseWord, queryTerms, withSynonyms, type Term } from './terms.ts';

/** Counts and pages are made here: a catalogue has hundreds of entries, and every filter needs its own counts. */
function page(hits: readonly Hit[], { filters, limit, offset }: SearchQuery): Pick<SearchAnswer, 'ids' | 'total' | 'facets'> {
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0).map(([name, values]) => ({ name, values: values.map((value) => `${name}:${value}`) }));
  const passes = (hit: Hit, except?: string) => chosen.every(({ name, values }) => name === except || values.some((value) => hit.facets.includes(value)));
  const facets: SearchAnswer['facets'] = {};
  for (const hit of hits) {
    for (const facet of hit.facets) {
      const [name = '', value = ''] = facet.split(/:(.*)/s);
      // A filter's own choice must not hide its other values.
      if (!passes(hit, name)) continue;
      const counts = (facets[name] ??= {});
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  const kept = hits.filter((hit) => passes(hit));
  return { ids: kept.slice(offset, offset + limit).map((hit) => hit.id), total: kept.length, facets };
}

type Understood = { terms: Term[]; text: string; corrections: Correction[] };

/** Terms as they can be found: unknown ones read on the other keyboard layout, or as the nearest known words. */
async function understand(kind: string, text: string): Promise<Understood> {
  const terms = withSynonyms(queryTerms(text), await synonymsFor(text));
  const known = await areKnown(kind, terms);
  if (!known.includes(false)) return { terms, text, corrections: [] };
  // A letter or two is the beginning of something in any layout.
  if (terms.every((term, n) => !known[n] || term.word.length < 3)) {
    const swapped = swapLayout(text.slice(0, 200));
    const other = withSynonyms(queryTerms(swapped), await synonymsFor(swapped));
    if (other.length > 0 && (await areKnown(kind, other)).every(Boolean)) return { terms: other, text: swapped, corrections: [{ typed: text, meant: swapped, layout: true }] };
  }
  // Words of a phrase that has synonyms are known by these.
  const covered = new Set(terms.flatMap((term, n) => (known[n] && term.exact.length === 0 ? term.word.split(' ') : [])));
  const near = await nearestWords(kind, terms.filter((term, n) => !known[n] && term.exact.length > 0 && !covered.has(term.word)));
  const found = terms.flatMap((term, n) => {
    const words = near.get(term.word);
    if (known[n]) return [term];
    return words ? [{ ...term, exact: words, beginnings: words, guessed: true }] : [];
  });
  return { terms: found, text, corrections: [...near].map(([typed, words]) => ({ typed, meant: words[0] ?? typed, layout: false })) };
}

/** Beginnings to highlight: what was typed, or what means the same. */
const sought = (terms: readonly Term[]) => [...new Set(terms.flatMap((term) => [...term.beginnings, ...term.alternatives.flat().flatMap(({ beginnings }) => beginnings.filter((form) => form.length >= 4))]))];

async function search(kind: string, query: SearchQuery): Promise<SearchAnswer> {
  if (queryTerms(query.text).length === 0) return { ...page(await browse(kind), query), terms: [], corrections: [] };
  const { terms, text, corrections } = await understand(kind, query.text);
  const hits = terms.length === 0 ? [] : await rank(kind, terms, phraseWord(text));
  return { ...page(hits, query), terms: sought(terms), corrections };
}

async function suggest(kind: string, typed: string, limit: number): Promise<Suggestions> {
  const plain = queryTerms(typed);
  if (plain.length === 0) return { ids: [], terms: [] };
  const answer = (hits: readonly Hit[], terms: readonly Term[]): Suggestions => ({ ids: hits.map(({ id }) => id), terms: sought(terms) });
  // What stands in titles and keywords as typed needs no understanding: nearly always.
  const terms = withSynonyms(plain, await synonymsFor(typed));
  const phrase = phraseWord(typed);
  const heads = await rankHeads(kind, terms.filter(({ exact }) => exact.length > 0), phrase, limit);
  if (heads.length > 0) return answer(heads, terms);
  const understood = await understand(kind, typed);
  if (understood.terms.length === 0) return { ids: [], terms: [] };
  const corrected = understood.corrections.length > 0 ? await rankHeads(kind, understood.terms, phraseWord(understood.text), limit) : [];
  return answer(corrected.length > 0 ? corrected : await rankFew(kind, understood.terms, phraseWord(understood.text), limit), understood.terms);
}

async function fingerprints(kind: string): Promise<Map<string, string>> {
  const rows = await prepared<{ id: string; fingerprint: string }>('search.fingerprints', `select id, fingerprint from "SearchDocument" where kind = $1`, [kind]);
  return new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
}

/** Full-text search in PostgreSQL: weighted vectors over folded words, spelling from the index's own vocabulary. */
export const postgresSearch: SearchEngine = {
  name: 'postgresql',
  rebuild: rebuildIndex,
  upsert: upsertDocument,
  remove: removeDocument,
  search,
  suggest,
  fingerprints,
  // They are read with each query.
  refreshSynonyms: () => Promise.resolve(false),
};
