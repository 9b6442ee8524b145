import type { Fee } from './schema.ts';

/** An amount of a fee in whole soum; null when it depends on a base amount that is not known. */
export function soumOf(item: Fee['items'][number], baseAmount: number | null): number | null {
  if (item.soum !== undefined) return item.soum;
  return baseAmount === null || item.bhm === undefined ? null : Math.round(item.bhm * baseAmount);
}

export type FeeSummary = { soum: number; kind: 'exact' | 'from' | 'upTo' };

/**
 * A fee in one amount, for lists: the least of several; the one there is, exact, or at most that when it
 * is charged only for what its label names. Null when no amount is known.
 */
export function summaryOf(fee: Fee, baseAmount: number | null): FeeSummary | null {
  const amounts = fee.items.map((item) => soumOf(item, baseAmount)).filter((amount) => amount !== null);
  if (amounts.length === 0) return null;
  const soum = Math.min(...amounts);
  if (fee.items.length > 1 || fee.varies !== undefined) return { soum, kind: 'from' };
  return { soum, kind: fee.items[0]?.label === undefined ? 'exact' : 'upTo' };
}
