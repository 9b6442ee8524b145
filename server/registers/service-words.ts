/** Values of records as people read them. */
import { namesEver } from '../classifiers/service-codes.ts';
import { dayInWords, numberInWords } from '../platform/i18n/dates.ts';
import type { Locale } from '../platform/i18n/locales.ts';
import { messagesOf } from '../platform/i18n/messages.ts';
import { textIn } from '../platform/i18n/text.ts';
import { createTranslator } from 'next-intl';
import type { Definition, Field, ScalarField, Value } from './schema-definition.ts';
import type { Shown } from './schema-shown.ts';

export type Describe = (field: Field, value: Value) => Shown;

/** A function that puts values of the definition's fields into words of the language. */
export async function describer(definition: Pick<Definition, 'fields'>, locale: Locale): Promise<Describe> {
  const parts = definition.fields.flatMap((field) => (field.type === 'list' ? field.items : [field]));
  const classifiers = [...new Set(parts.flatMap((field) => (field.type === 'code' && field.classifier !== undefined ? [field.classifier] : [])))];
  const names = new Map(await Promise.all(classifiers.map(async (id) => [id, await namesEver(id, locale)] as const)));
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'registers.values' }) as (key: string, values?: Record<string, string>) => string;
  const scalar = (field: ScalarField, value: Value): Shown => {
    const text = typeof value === 'object' ? '' : String(value);
    switch (field.type) {
      case 'date':
        return { kind: 'text', text: dayInWords(text, locale) };
      case 'amount':
        return { kind: 'text', text: t('soum', { amount: numberInWords(Number(value), locale) }) };
      case 'number':
        return { kind: 'text', text: numberInWords(Number(value), locale) };
      case 'boolean':
        return { kind: 'text', text: t(value === true ? 'yes' : 'no') };
      case 'code': {
        const option = field.options?.find((one) => one.value === text);
        const name = option ? textIn(option.label, locale) : names.get(field.classifier ?? '')?.get(text);
        return { kind: 'text', text: name ?? text };
      }
      case 'reference':
        return { kind: 'reference', register: field.register, key: text };
      case 'text':
        return { kind: field.check || field.pattern !== undefined ? 'code' : 'text', text };
      case 'integer':
      case 'share':
        return { kind: 'code', text };
    }
  };
  return (field, value) => {
    if (field.type !== 'list') return scalar(field, value);
    const entries = Array.isArray(value) ? value : [];
    const used = field.items.filter(({ id }) => entries.some((entry) => entry[id] !== undefined));
    return { kind: 'list', columns: used.map(({ id, label }) => ({ id, label: textIn(label, locale) })), rows: entries.map((entry) => used.map((item) => (entry[item.id] === undefined ? null : scalar(item, entry[item.id] ?? '')))) };
  };
}

/** The title of a record, in the words that are seen. */
export function titleOf(definition: Definition, { key, data }: { key: string; data: Readonly<Record<string, Value>> }): string {
  const words = definition.display.title.flatMap((id) => (data[id] === undefined || typeof data[id] === 'object' ? [] : [String(data[id])]));
  return words.length === 0 ? key : words.join(' ');
}
