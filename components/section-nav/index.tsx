export type SectionNavItem = { label: string; href: string; current?: boolean | undefined };

/** Pages of one section, at the side; or the headings of a long page (`href` with #). */
export function SectionNav({ label, items, title }: { label: string; items: readonly SectionNavItem[]; /** Visible title; the label is for screen readers otherwise. */ title?: string | undefined }) {
  return (
    <nav aria-label={label} className="no-print">
      {title && <p className="mb-2 font-semibold text-muted">{title}</p>}
      <ul className="border-l-2 border-line">
        {items.map(({ label: text, href, current }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? 'page' : undefined}
              className="-ml-0.5 flex min-h-11 items-center border-l-[3px] border-transparent px-4 py-1.5 leading-snug text-accent hover:border-line-strong hover:text-accent-hover aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink compact:min-h-9"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
