import { matchRanges } from '@/server/platform/search/highlight';

/** A text with the sought words marked, in whatever script they were sought. */
export function Highlight({ text, terms = [] }: { text: string; terms?: readonly string[] | undefined }) {
  const ranges = matchRanges(text, terms);
  if (ranges.length === 0) return text;
  return ranges.map(([from, to], index) => (
    <span key={from}>
      {text.slice(ranges[index - 1]?.[1] ?? 0, from)}
      <mark>{text.slice(from, to)}</mark>
      {index === ranges.length - 1 && text.slice(to)}
    </span>
  ));
}
