/** What the editor of a definition keeps: the definition itself, and where each field came from. */
import type { DefinitionInput } from '@/server/registers/schema-definition';

export type EditedField = DefinitionInput['fields'][number] & { /** Its id in the definition in force; null for a new one. */ was: string | null; fill: string; number: number };
export type Edited = Omit<DefinitionInput, 'fields'> & { fields: EditedField[] };
export type EditedStep = { kind: 'rename'; from: string; to: string } | { kind: 'drop'; field: string } | { kind: 'fill'; field: string; value: string };

const words = { uz: '', ru: '', en: '' };

export function emptyDefinition(): Edited {
  return { id: '', version: 1, ownerAgencyId: '', title: words, recordName: words, about: words, legalBasis: [{ title: words }], key: '', fields: [newField(0)], unique: [], indexed: [], searched: [], display: { title: [], columns: [] }, rules: [], duplicates: [] };
}

export function newField(number: number): EditedField {
  return { id: '', type: 'text', label: words, sensitivity: 'public', mask: 'all', required: false, was: null, fill: '', number };
}

export function toEdited(definition: DefinitionInput): Edited {
  return { ...definition, fields: definition.fields.map((field, number) => ({ ...field, was: field.id, fill: '', number })) };
}

/** The definition without what only the editor needs. */
export function fromEdited({ fields, ...rest }: Edited): DefinitionInput {
  return { ...rest, fields: fields.map(({ was: _was, fill: _fill, number: _number, ...field }) => field) };
}

/** How contents of the definition before become contents of this one. */
export function stepsOf(before: DefinitionInput | null, { fields }: Edited): EditedStep[] {
  if (!before) return [];
  const kept = new Map(fields.flatMap(({ was, id }) => (was === null ? [] : [[was, id] as const])));
  return [
    ...before.fields.flatMap(({ id }): EditedStep[] => (kept.has(id) ? [] : [{ kind: 'drop', field: id }])),
    ...[...kept].flatMap(([from, to]): EditedStep[] => (from === to ? [] : [{ kind: 'rename', from, to }])),
    ...fields.flatMap(({ id, fill }): EditedStep[] => (fill.trim() === '' ? [] : [{ kind: 'fill', field: id, value: fill.trim() }])),
  ];
}

/** A field of another id wherever the definition names it. */
export function renamed(edited: Edited, from: string, to: string): Edited {
  const swap = (ids: readonly string[] | undefined) => (ids ?? []).map((id) => (id === from ? to : id));
  if (from === '') return edited;
  return { ...edited, key: edited.key === from ? to : edited.key, unique: swap(edited.unique), indexed: swap(edited.indexed), searched: swap(edited.searched), display: { title: swap(edited.display.title), columns: swap(edited.display.columns) }, duplicates: (edited.duplicates ?? []).map(swap), ...(edited.expires === from && { expires: to }) };
}

export const flags = ['required', 'key', 'unique', 'indexed', 'searched', 'inTitle', 'inColumns'] as const;
export type Flag = (typeof flags)[number];

const listOf = (edited: Edited, flag: Flag): readonly string[] => (flag === 'inTitle' ? edited.display.title : flag === 'inColumns' ? edited.display.columns : flag === 'unique' || flag === 'indexed' || flag === 'searched' ? (edited[flag] ?? []) : []);

export function hasFlag(edited: Edited, field: EditedField, flag: Flag): boolean {
  if (flag === 'required') return field.required ?? false;
  if (flag === 'key') return field.id !== '' && edited.key === field.id;
  return field.id !== '' && listOf(edited, flag).includes(field.id);
}

export function withFlag(edited: Edited, field: EditedField, flag: Flag, on: boolean): Edited {
  if (flag === 'required') return { ...edited, fields: edited.fields.map((one) => (one.number === field.number ? { ...one, required: on } : one)) };
  if (flag === 'key') return on ? { ...edited, key: field.id } : edited;
  const before = listOf(edited, flag).filter((id) => id !== field.id);
  const next = on ? [...before, field.id] : before;
  if (flag === 'inTitle') return { ...edited, display: { ...edited.display, title: next } };
  if (flag === 'inColumns') return { ...edited, display: { ...edited.display, columns: next } };
  return { ...edited, [flag]: next };
}

/** A field no more, nor any mention of it. */
export function without(edited: Edited, field: EditedField): Edited {
  const cleared = (['unique', 'indexed', 'searched', 'inTitle', 'inColumns'] as const).reduce((next, flag) => withFlag(next, field, flag, false), edited);
  return { ...cleared, fields: cleared.fields.filter(({ number }) => number !== field.number), duplicates: (cleared.duplicates ?? []).map((group) => group.filter((id) => id !== field.id)).filter((group) => group.length > 0) };
}

export type Option = { value: string; label: { uz: string; ru: string; en: string } };
export const optionsText = (options: readonly Option[] | undefined): string => (options ?? []).map(({ value, label }) => [value, label.uz, label.ru, label.en].join('; ')).join('\n');
export function readOptions(text: string): Option[] {
  return text.split('\n').map((line) => line.split(';').map((part) => part.trim())).filter(([value = '']) => value !== '').map(([value = '', uz = '', ru = '', en = '']) => ({ value, label: { uz: uz === '' ? value : uz, ru: ru === '' ? uz || value : ru, en: en === '' ? uz || value : en } }));
}
