import type { ReactNode } from 'react';

/** Forms of one person: made for each request, never kept. */
export const dynamic = 'force-dynamic';

export default function ApplyLayout({ children }: { children: ReactNode }) {
  return children;
}
