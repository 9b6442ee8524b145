export type Figure = { perSecond: number; medianMs: number };

/** Runs `work` one after another for `seconds`, after a short warm-up. */
export async function measure(seconds: number, work: () => Promise<unknown>): Promise<Figure> {
  for (let warm = 0; warm < 5; warm += 1) await work();
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  for (let now = performance.now(); now < end; ) {
    await work();
    const after = performance.now();
    times.push(after - now);
    now = after;
  }
  times.sort((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  return { perSecond: (times.length / total) * 1_000, medianMs: times[Math.floor(times.length / 2)] ?? 0 };
}

const rate = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1));

/** One line: ours, the reference of the same run, and how many times slower ours is. */
export function report(what: string, ours: number, reference: string, theirs: number): void {
  console.log(`  ${what.padEnd(34)} ${rate(ours).padStart(8)}/s   ${reference.padEnd(34)} ${rate(theirs).padStart(9)}/s   ratio ${(theirs / ours).toFixed(1)}`);
}
