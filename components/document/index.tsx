import type { ReactNode } from 'react';
import { earlyScript } from './early-script';
import { InlineScript } from './inline-script';

export type DocumentProps = {
  lang: string;
  /** Dense controls and text, for the console. */
  density?: 'compact' | undefined;
  /** "Skip to main content"; it leads to `#main`. */
  skipLabel: string;
  children: ReactNode;
};

/** `<html>` and `<body>` of every root layout. The layout imports `app/globals.css` (the portal's: `app/portal.css`). */
export function Document({ lang, density, skipLabel, children }: DocumentProps) {
  return (
    <html lang={lang} suppressHydrationWarning>
      <head>
        <InlineScript code={earlyScript} />
      </head>
      <body data-density={density}>
        <a
          href="#main"
          className="absolute top-2 left-2 z-50 -translate-y-20 rounded-md bg-white px-4 py-3 font-semibold text-[#004a63] underline focus:translate-y-0"
        >
          {skipLabel}
        </a>
        {children}
      </body>
    </html>
  );
}
