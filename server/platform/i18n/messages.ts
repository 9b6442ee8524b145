import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { optimised } from '../env/index.ts';
import type { Locale } from './locales.ts';
import { transliterateMessage } from './transliterate.ts';

export type MessageTree = { [key: string]: string | MessageTree };

/** Messages live one file a namespace, `messages/<locale>/<namespace>.json`; uz-Cyrl is derived from uz. */
const root = join(process.cwd(), 'server', 'platform', 'i18n', 'messages');

const cache = new Map<Locale, MessageTree>();

function read(locale: string): MessageTree {
  const folder = join(root, locale);
  const tree: MessageTree = {};
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.json')) tree[file.slice(0, -5)] = JSON.parse(readFileSync(join(folder, file), 'utf8')) as MessageTree;
  }
  return tree;
}

function derive(tree: MessageTree): MessageTree {
  const entries = Object.entries(tree).map(([key, value]) => [key, typeof value === 'string' ? transliterateMessage(value) : derive(value)] as const);
  return Object.fromEntries(entries);
}

/** All messages of a locale. Read once in production, on every call in development. */
export function messagesOf(locale: Locale): MessageTree {
  const known = cache.get(locale);
  if (known) return known;
  const tree = locale === 'uz-Cyrl' ? derive(read('uz')) : read(locale);
  if (optimised) cache.set(locale, tree);
  return tree;
}
