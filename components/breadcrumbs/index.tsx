import { Icon } from '@/components/icon';

export type Crumb = { label: string; href: string };

/** The way from the start to this page; the page itself is its h1, not a crumb. On a phone only the last step shows. */
export function Breadcrumbs({ items, label }: { items: readonly Crumb[]; /** Name of the navigation: "Breadcrumbs". */ label: string }) {
  return (
    <nav aria-label={label} className="no-print py-3 text-[0.9375em]">
      <ol className="flex flex-wrap items-center gap-x-2">
        {items.map(({ label: text, href }, index) => (
          <li key={href} className="flex items-center gap-2 not-last:max-sm:hidden">
            {index > 0 && <Icon name="chevron-right" size={16} className="text-muted max-sm:hidden" />}
            <Icon name="chevron-left" size={16} className="-mr-1 text-muted sm:hidden" />
            <a href={href} className="inline-block py-2 text-accent underline-offset-4 hover:text-accent-hover hover:underline">
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
