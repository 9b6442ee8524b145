import type { ReactNode } from 'react';

/** Pages of one person: made for each request, never kept. */
export const dynamic = 'force-dynamic';

export default function CabinetLayout({ children }: { children: ReactNode }) {
  return children;
}
