import type { ReactNode } from 'react';

/** The words of an example in the page's language; Uzbek Cyrillic is derived. */
export type Say = (uz: string, ru: string, en: string) => string;

/** A component's examples: each has a name and how to show it. They are both the catalogue and the test bed. */
export type Examples = Readonly<Record<string, (say: Say) => ReactNode>>;
