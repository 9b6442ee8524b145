import type { Field } from '@/server/registers/schema-definition';

/** A field of a definition in one language, as a form shows it. */
export type FormField = {
  id: string;
  label: string;
  hint: string | null;
  type: Field['type'];
  required: boolean;
  options: { value: string; label: string }[];
  /** Fields of each entry, of a list. */
  items: FormField[];
  pattern: string | null;
};

/** What stands in the boxes: texts, or the entries of a list. */
export type Entry = Record<string, string>;
export type FormValues = Record<string, string | Entry[]>;

const boxText = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');

const isEntries = (value: unknown): value is Record<string, unknown>[] => Array.isArray(value);

export function toFormValues(fields: readonly FormField[], data: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(fields.map(({ id, type, items }): [string, string | Entry[]] => {
    const value = data[id];
    if (type !== 'list') return [id, boxText(value)];
    const entries = isEntries(value) ? value : [];
    return [id, entries.map((entry) => Object.fromEntries(items.map((item) => [item.id, boxText(entry[item.id])])))];
  }));
}

const filled = (entry: Entry): Entry => Object.fromEntries(Object.entries(entry).filter(([, text]) => text.trim() !== ''));

/** What is sent for a field: null for an empty one. Entries of a list that are empty altogether are left out. */
export function toSent(value: string | Entry[] | undefined): string | Entry[] | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  const entries = value.map(filled).filter((entry) => Object.keys(entry).length > 0);
  return entries.length === 0 ? null : entries;
}

/** Fields whose boxes say something else than at first, as they are sent. */
export function changedFields(fields: readonly FormField[], before: FormValues, after: FormValues): Record<string, string | Entry[] | null> {
  return Object.fromEntries(fields.flatMap(({ id }) => (JSON.stringify(toSent(before[id])) === JSON.stringify(toSent(after[id])) ? [] : [[id, toSent(after[id])]])));
}
