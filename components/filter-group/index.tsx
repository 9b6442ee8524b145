import { Icon } from '@/components/icon';

export type FilterOption = {
  label: string;
  /** The list with this option switched over. */
  href: string;
  chosen: boolean;
  count?: number | undefined;
};

export type FilterGroupProps = { title: string; options: readonly FilterOption[]; /** Open at first; chosen options open it anyway. */ open?: boolean | undefined; /** "chosen", for screen readers. */ chosenLabel: string };

/** One facet of a list as links, so that it works by itself, without a form or JavaScript. */
export function FilterGroup({ title, options, open = true, chosenLabel }: FilterGroupProps) {
  return (
    <details open={open || options.some((option) => option.chosen)} className="group/filter border-b border-line py-1">
      <summary className="flex min-h-11 items-center justify-between gap-3 font-semibold hover:text-accent">
        {title}
        <Icon name="chevron-down" size={20} className="text-accent group-open/filter:rotate-180" />
      </summary>
      <ul className="pb-3">
        {options.map(({ label, href, chosen, count }) => (
          <li key={href}>
            <a href={href} rel="nofollow" className="group/option -mx-2 flex min-h-10 items-center gap-3 rounded-sm px-2 py-1 hover:bg-accent-soft">
              <span
                aria-hidden="true"
                className={`grid size-5 shrink-0 place-items-center rounded-sm border-2 ${chosen ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-raised group-hover/option:border-accent'}`}
              >
                {chosen && <Icon name="check" size={16} />}
              </span>
              <span className="min-w-0 flex-1 leading-snug">
                {label}
                {chosen && <span className="sr-only"> ({chosenLabel})</span>}
              </span>
              {count !== undefined && <span className="text-[0.9375em] text-muted tabular-nums">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The chosen options over the list, each with a way to drop it. */
export function ChosenFilters({ label, options, removeLabel, clear }: { label: string; options: readonly { label: string; href: string }[]; removeLabel: string; clear?: { href: string; label: string } | undefined }) {
  if (options.length === 0) return null;
  return (
    <ul aria-label={label} className="mb-4 flex flex-wrap items-center gap-2">
      {options.map((option) => (
        <li key={option.href}>
          <a href={option.href} rel="nofollow" className="inline-flex min-h-9 items-center gap-1.5 rounded-full bg-accent-soft py-1 pr-2.5 pl-3.5 text-accent-hover hover:bg-accent hover:text-on-accent">
            <span className="sr-only">{removeLabel}: </span>
            {option.label}
            <Icon name="close" size={16} />
          </a>
        </li>
      ))}
      {clear && (
        <li>
          <a href={clear.href} className="link inline-block px-2 py-1.5">
            {clear.label}
          </a>
        </li>
      )}
    </ul>
  );
}
