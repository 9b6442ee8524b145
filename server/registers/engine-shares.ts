/** Shares in something whole, exact: `1/3` and not 0.333. Pure. */

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

function reduced(above: bigint, below: bigint): string {
  const common = gcd(above, below);
  const [a, b] = [above / common, below / common];
  return b === 1n ? String(a) : `${a}/${b}`;
}

/** A share above 0 and at most 1 in lowest terms; from `2/6`, `1`, `50 %` or `0,5`. Null when it is none. */
export function readShare(text: string): string | null {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  const fraction = /^(\d{1,9})\/(\d{1,9})$/.exec(plain);
  const decimal = /^(\d{1,3})(?:\.(\d{1,9}))?(%?)$/.exec(plain);
  let above: bigint;
  let below: bigint;
  if (fraction) [above, below] = [BigInt(fraction[1] ?? 0), BigInt(fraction[2] ?? 0)];
  else if (decimal) [above, below] = [BigInt((decimal[1] ?? '') + (decimal[2] ?? '')), 10n ** BigInt(decimal[2]?.length ?? 0) * (decimal[3] === '%' ? 100n : 1n)];
  else return null;
  return below > 0n && above > 0n && above <= below ? reduced(above, below) : null;
}

/** The sum of shares as `readShare` writes them; anything else counts as nothing. */
export function addShares(shares: readonly string[]): string {
  let [above, below] = [0n, 1n];
  for (const share of shares) {
    const parts = /^(\d+)(?:\/(\d+))?$/.exec(share);
    if (!parts) continue;
    const [a, b] = [BigInt(parts[1] ?? 0), BigInt(parts[2] ?? 1)];
    [above, below] = [above * b + a * below, below * b];
    const common = gcd(above, below);
    [above, below] = [above / common, below / common];
  }
  return reduced(above, below);
}
