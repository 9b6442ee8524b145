import type { ReactNode } from 'react';
import { Icon } from '@/components/icon';

/** It is done: the top of a confirmation page, with the number to keep. */
export function Panel({ title, level = 1, children }: { title: string; level?: 1 | 2 | 3 | undefined; children?: ReactNode }) {
  const Title = `h${level}` as const;
  return (
    <div className="relative isolate mb-8 overflow-hidden rounded-lg bg-leaf p-6 text-on-leaf sm:p-10 print:border print:bg-white print:text-black">
      <div aria-hidden="true" className="motif absolute inset-y-0 right-0 -z-10 w-1/2 opacity-[0.14]" />
      <Icon name="check-circle" size={40} className="mb-4" />
      <Title className="max-w-2xl text-h1">{title}</Title>
      {children && <div className="mt-3 text-lead">{children}</div>}
    </div>
  );
}
