'use client';

import { useSyncExternalStore, type ReactNode } from 'react';

const never = () => () => undefined;

/** Boxes and buttons that wait until the page is alive: what is typed before that would not be known to it. */
export function WhenReady({ children }: { children: ReactNode }) {
  const ready = useSyncExternalStore(never, () => true, () => false);
  return (
    <fieldset disabled={!ready} className="min-w-0">
      {children}
    </fieldset>
  );
}
