export type TabItem = { label: string; href: string; current?: boolean | undefined; count?: number | undefined };

/** Views of the same thing, each with its own address: links, not panels that hide each other. */
export function Tabs({ items, label }: { items: readonly TabItem[]; label: string }) {
  return (
    <nav aria-label={label} className="no-print mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {items.map(({ label: text, href, current, count }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? 'page' : undefined}
              className="-mb-px flex min-h-11 items-center gap-2 border-b-[3px] border-transparent px-3 py-2 whitespace-nowrap text-muted -outline-offset-4 hover:border-line-strong hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink compact:min-h-9"
            >
              {text}
              {count !== undefined && <span className="rounded-sm bg-neutral-soft px-1.5 text-[0.875em] text-ink tabular-nums">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
