'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

export type SideNavItem = { href: string; label: string; icon: ReactNode };

/** Where one may go. The first place is current on its own page only, the others on everything below them too. */
export function SideNav({ label, home, items }: { label: string; home: string; items: readonly SideNavItem[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label}>
      <ul className="flex flex-col gap-0.5">
        {items.map(({ href, label: text, icon }) => {
          const here = href === home ? path === href : path === href || path.startsWith(`${href}/`);
          return (
            <li key={href}>
              <a
                href={href}
                aria-current={here ? 'page' : undefined}
                className="flex min-h-11 items-center gap-3 rounded-md px-3 py-1.5 leading-snug hover:bg-accent-soft aria-[current]:bg-accent aria-[current]:font-semibold aria-[current]:text-on-accent lg:min-h-10"
              >
                {icon}
                {text}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
