import type { Fee } from './schema.ts';

/** An amount of a fee in whole soum; null when it depends on a base amount that is not known. */
export function soumOf(item: Fee['items'][number], baseAmount: number | null): number | null {
  if (item.soum !== undefined) return item.soum;
  return baseAmount === null || item.bhm === undefined ? null : Math.round(item.bhm * baseAmount);
}

/** The least that a service can cost in soum, and whether it can cost more; null when no amount is known. */
export function leastSoum(fee: Fee, baseAmount: number | null): { soum: number; only: boolean } | null {
  const amounts = fee.items.map((item) => soumOf(item, baseAmount)).filter((amount) => amount !== null);
  if (amounts.length === 0) return null;
  return { soum: Math.min(...amounts), only: amounts.length === 1 && fee.items.length === 1 && fee.varies === undefined };
}
