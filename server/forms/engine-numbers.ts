/** Numbers and sums as people enter them: with spaces, a decimal comma or a currency. */
import type { FieldOf } from './schema.ts';

type NumberReading = { ok: true; value: string } | { ok: false; key: string; params?: Record<string, string | number> };

export function readNumber(field: FieldOf<'number'> | FieldOf<'money'>, entry: string): NumberReading {
  const decimals = field.kind === 'money' ? 0 : field.decimals;
  const plain = entry
    .replace(/[\s'’]/g, '')
    .replace(/(?:soʻm|so'm|so‘m|сум|сўм|soum|uzs)\.?$/iu, '')
    .replace(',', '.');
  if (!/^[+-]?\d{1,15}(?:\.\d{1,10})?$/.test(plain)) return { ok: false, key: 'number' };
  const [, fraction = ''] = plain.split('.');
  if (fraction.replace(/0+$/, '').length > decimals) return decimals === 0 ? { ok: false, key: 'wholeNumber' } : { ok: false, key: 'decimals', params: { decimals } };
  const value = Number(plain);
  const min = field.min ?? (field.kind === 'money' ? 0 : undefined);
  if (min !== undefined && value < min) return { ok: false, key: 'numberMin', params: { min } };
  if (field.max !== undefined && value > field.max) return { ok: false, key: 'numberMax', params: { max: field.max } };
  return { ok: true, value: String(value === 0 ? 0 : value) };
}
