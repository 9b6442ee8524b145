import type { ReactNode } from 'react';
import { Icon } from '@/components/icon';

export type DetailsProps = {
  summary: ReactNode;
  open?: boolean | undefined;
  /** Details of one name close each other. */
  name?: string | undefined;
  children: ReactNode;
};

/** Help only some people need. */
export function Details({ summary, open, name, children }: DetailsProps) {
  return (
    <details open={open} name={name} className="group/details max-w-prose">
      <summary className="inline-flex min-h-11 items-center gap-1.5 text-accent underline decoration-1 underline-offset-4 hover:text-accent-hover hover:decoration-2">
        <Icon name="chevron-right" size={20} className="-ml-1 group-open/details:rotate-90" />
        {summary}
      </summary>
      <div className="mt-1 mb-3 border-l-4 border-line py-1 pl-5">{children}</div>
    </details>
  );
}

export type AccordionItem = { id: string; title: ReactNode; children: ReactNode };

/** Several sections, closed at first: questions and answers. */
export function Accordion({ items, level = 3 }: { items: readonly AccordionItem[]; level?: 2 | 3 | 4 | undefined }) {
  const Title = `h${level}` as const;
  return (
    <div className="border-t border-line">
      {items.map(({ id, title, children }) => (
        <details key={id} id={id} className="group/item border-b border-line">
          <summary className="flex min-h-14 items-center justify-between gap-4 py-3 hover:text-accent">
            <Title className="text-h3">{title}</Title>
            <Icon name="chevron-down" className="text-accent group-open/item:rotate-180" />
          </summary>
          <div className="max-w-prose pb-5">{children}</div>
        </details>
      ))}
    </div>
  );
}
