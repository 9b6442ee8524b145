/** What one definition of a register changes in another, and whether records can stay as they are. Pure. */
import { canonical } from './engine-history.ts';
import type { Definition, Field, RecordData, Scalar } from './schema-definition.ts';

export type Step = { kind: 'rename'; from: string; to: string } | { kind: 'drop'; field: string } | { kind: 'fill'; field: string; value: Scalar };

export const evolutionKinds = ['added', 'addedRequired', 'removed', 'renamed', 'typeChanged', 'madeRequired', 'narrowed', 'changed', 'uniqueAdded', 'ruleAdded', 'keyChanged', 'register'] as const;
export type Evolution = { kind: (typeof evolutionKinds)[number]; field: string; breaking: boolean };

/** A content of the version before as one of the version after; what the steps do not name stays. */
export function migrateData(steps: readonly Step[], data: RecordData): RecordData {
  let next: RecordData = { ...data };
  for (const step of steps) {
    if (step.kind === 'rename' && next[step.from] !== undefined) {
      const { [step.from]: value, ...rest } = next;
      next = value === undefined ? rest : { ...rest, [step.to]: value };
    }
    if (step.kind === 'drop') next = Object.fromEntries(Object.entries(next).filter(([id]) => id !== step.field));
    if (step.kind === 'fill' && next[step.field] === undefined) next = { ...next, [step.field]: step.value };
  }
  return next;
}

/** Whether every value that the field had may still be one. */
function narrows(before: Field, after: Field): boolean {
  const lower = (was: number | undefined, is: number | undefined) => is !== undefined && (was === undefined || is > was);
  const upper = (was: number | undefined, is: number | undefined) => is !== undefined && (was === undefined || is < was);
  if (before.type === 'text' && after.type === 'text') return upper(before.maxLength, after.maxLength) || (after.check !== undefined && after.check !== before.check) || (after.pattern !== undefined && after.pattern !== before.pattern);
  if ((before.type === 'integer' && after.type === 'integer') || (before.type === 'number' && after.type === 'number')) return lower(before.min, after.min) || upper(before.max, after.max);
  if (before.type === 'code' && after.type === 'code') {
    const kept = new Set(after.options?.map(({ value }) => value));
    return before.classifier !== after.classifier || (before.options ?? []).some(({ value }) => !kept.has(value));
  }
  if (before.type === 'reference' && after.type === 'reference') return before.register !== after.register;
  if (before.type === 'date' && after.type === 'date') return after.past && !before.past;
  if (before.type === 'list' && after.type === 'list') return after.maxItems < before.maxItems || canonical(before.items) !== canonical(after.items);
  return false;
}

/** Every change from one definition to the next, with the steps that say what was renamed. */
export function compareDefinitions(before: Definition, after: Definition, steps: readonly Step[] = []): Evolution[] {
  const found: Evolution[] = [];
  const add = (kind: Evolution['kind'], field: string, breaking: boolean) => found.push({ kind, field, breaking });
  const renamed = new Map(steps.flatMap((step) => (step.kind === 'rename' ? [[step.from, step.to] as const] : [])));
  const later = new Map(after.fields.map((field) => [field.id, field]));
  const earlier = new Set<string>();
  for (const field of before.fields) {
    const id = renamed.get(field.id) ?? field.id;
    earlier.add(id);
    const next = later.get(id);
    if (!next) add('removed', field.id, true);
    else {
      if (id !== field.id) add('renamed', field.id, true);
      if (next.type !== field.type) add('typeChanged', id, true);
      else if (narrows(field, next)) add('narrowed', id, true);
      else if (next.required && !field.required) add('madeRequired', id, true);
      else if (id === field.id && canonical(field) !== canonical(next)) add('changed', id, false);
    }
  }
  for (const field of after.fields) if (!earlier.has(field.id)) add(field.required ? 'addedRequired' : 'added', field.id, field.required);
  for (const field of after.unique) if (!before.unique.includes(field) && !renamed.has(field)) add('uniqueAdded', field, true);
  for (const rule of after.rules) if (!before.rules.some((one) => canonical(one) === canonical(rule))) add('ruleAdded', rule.kind, true);
  if ((renamed.get(before.key) ?? before.key) !== after.key) add('keyChanged', after.key, true);
  const rest = ({ fields: _fields, version: _version, unique: _unique, rules: _rules, ...other }: Definition) => canonical(other);
  if (rest(before) !== rest(after)) add('register', '', false);
  return found;
}
