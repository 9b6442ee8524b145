'use client';

import { useTranslations } from 'next-intl';
import type { FormField } from './form-field';

export type Problem = { field: string; reason: string; value: string; params: Record<string, string | number> };

/** Words for what is wrong with a value, with the names of the fields that people know. */
export function useProblemWords(fields: readonly FormField[]): (problem: Problem) => { short: string; full: string } {
  const t = useTranslations('registers.problems');
  const form = useTranslations('registers.form');
  const labelOf = (path: string): string => {
    const [id, index, item] = path.split('.');
    const field = fields.find((one) => one.id === id);
    if (!field) return path;
    return item === undefined ? field.label : `${field.label}, ${form('entry', { number: Number(index) + 1 }).toLowerCase()}: ${field.items.find((one) => one.id === item)?.label ?? item}`;
  };
  return ({ field, reason, value, params }) => {
    const other = params['other'];
    const short = t.has(reason) ? t(reason, { ...params, value, ...(typeof other === 'string' && { other: labelOf(other) }) }) : reason;
    return { short, full: `${labelOf(field)}: ${short}` };
  };
}
