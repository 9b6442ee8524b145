import type { ReactNode } from 'react';
import { Icon } from '@/components/icon';

/** Words set apart from the text around them: an address, an example, a quotation of the law. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="my-6 max-w-prose border-l-4 border-accent py-1 pl-5">{children}</div>;
}

/** What would cost somebody dearly to miss: a fine, a deadline. `prefix` ("Warning") is for screen readers. */
export function WarningText({ prefix, children }: { prefix: string; children: ReactNode }) {
  return (
    <div className="my-6 flex max-w-prose gap-3 rounded-md bg-warning-soft p-4 font-semibold">
      <Icon name="warning" className="mt-0.5 text-warning" />
      <p className="min-w-0">
        <span className="sr-only">{prefix}: </span>
        {children}
      </p>
    </div>
  );
}
