import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { locales } from './locales.ts';
import { messagesOf, type MessageTree } from './messages.ts';

const root = resolve(import.meta.dirname, '../../..');
const sources = globSync(['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'server/**/*.{ts,tsx}'], { cwd: root })
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

function flatten(tree: MessageTree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, message] of flatten(value, `${prefix}${key}.`)) flat.set(inner, message);
  }
  return flat;
}

const all = Object.fromEntries(locales.map((locale) => [locale, flatten(messagesOf(locale))]));
const reference = all['uz'] ?? new Map<string, string>();

/** Names of the arguments of an ICU message. */
function argumentsOf(message: string): string[] {
  const names = [...message.matchAll(/\{\s*([a-zA-Z]\w*)\s*(?:[,}])/g)].map((match) => match[1] ?? '');
  // A sub-message of a plural or select may be one word, which looks like an argument.
  return [...new Set(names.filter((name) => new RegExp(`(?:^|[^\\w}])\\{\\s*${name}\\s*(?:\\}|,\\s*(?:plural|select|selectordinal|number|date|time))`).test(message)))].sort();
}

describe.each(locales)('messages in %s', (locale) => {
  const flat = all[locale] ?? new Map<string, string>();

  it('has every message that Uzbek has, and no other', () => {
    expect([...reference.keys()].filter((key) => !flat.has(key)), 'missing').toEqual([]);
    expect([...flat.keys()].filter((key) => !reference.has(key)), 'left over').toEqual([]);
  });

  it('takes the same arguments as in Uzbek', () => {
    const odd = [...flat].filter(([key, message]) => {
      const ours = argumentsOf(message).join();
      return !message.includes(' select,') && !message.includes(' plural,') && ours !== argumentsOf(reference.get(key) ?? '').join();
    });
    expect(odd.map(([key]) => key).filter((key) => !/ (select|plural),/.test(reference.get(key) ?? ''))).toEqual([]);
  });

  it('is well-formed', () => {
    const broken: string[] = [];
    for (const [key, message] of flat) {
      const values: Record<string, number> = Object.fromEntries([...message.matchAll(/\{\s*(\w+)/g)].map((match): [string, number] => [match[1] ?? '', 3]));
      const tags: Record<string, (chunks: unknown) => unknown> = Object.fromEntries([...message.matchAll(/<(\w+)>/g)].map((match) => [match[1] ?? '', (chunks: unknown) => chunks] as const));
      const t = createTranslator({ locale, messages: { message } as never, timeZone: 'Asia/Tashkent', onError: (error) => broken.push(`${key}: ${error.message}`) }) as unknown as { rich: (key: string, values: object) => unknown };
      t.rich('message', { ...values, ...tags });
    }
    expect(broken).toEqual([]);
  });

  it('has no empty message', () => {
    expect([...flat].filter(([, message]) => message.trim() === '').map(([key]) => key)).toEqual([]);
  });
});

describe('messages and the code that shows them', () => {
  const namespacesIn = (text: string) => [...text.matchAll(/(?:useTranslations|getTranslations)\(\s*'([\w.-]+)'|namespace:\s*'([\w.-]+)'/g)].map((match) => match[1] ?? match[2] ?? '');

  it('shows no message that does not exist', () => {
    const missing: string[] = [];
    for (const { file, text } of sources) {
      const namespaces = namespacesIn(text);
      if (namespaces.length === 0 || /(?:useTranslations|getTranslations)\(\s*\)/.test(text)) continue;
      for (const [, key = ''] of text.matchAll(/\bt(?:[A-Z]\w*)?(?:\.rich|\.raw|\.markup)?\(\s*'([a-zA-Z][\w.-]*)'/g)) {
        const known = namespaces.some((namespace) => reference.has(`${namespace}.${key}`) || [...reference.keys()].some((each) => each.startsWith(`${namespace}.${key}.`)));
        if (!known) missing.push(`${file}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('keeps no message that nothing shows', () => {
    // Names and paths in the code, and the beginnings of paths made at run time.
    const literals = new Set<string>();
    const beginnings = new Set<string>();
    for (const { text } of sources) {
      for (const [, literal = ''] of text.matchAll(/['"`]([\w.-]+)['"`]/g)) literals.add(literal);
      for (const [, name = ''] of text.matchAll(/\b([a-zA-Z]\w*)\s*:/g)) literals.add(name);
      for (const [, beginning = ''] of text.matchAll(/`([\w.-]*)\$\{/g)) if (beginning !== '') beginnings.add(beginning);
      // `t(kind)` and `` t(`${state}`) `` reach every message directly inside their namespace.
      const reachesAll = /\bt\w*(?:\.rich)?\(\s*(?:[a-zA-Z_$][\w.$!]*\s*[,)]|`\$\{)/.test(text);
      if (reachesAll) for (const namespace of namespacesIn(text)) beginnings.add(`${namespace}.`);
    }
    const used = (key: string) => {
      const parts = key.split('.');
      return parts.some((_, at) => {
        const path = parts.slice(at).join('.');
        return (at < parts.length && at > 0 && literals.has(path)) || [...beginnings].some((beginning) => path.startsWith(beginning));
      });
    };
    expect([...reference.keys()].filter((key) => !used(key))).toEqual([]);
  });
});
