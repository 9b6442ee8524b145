import type { ReactNode } from 'react';
import { InlineScript } from './inline-script';

/**
 * Runs before the first paint: says that scripts work, applies the chosen theme, and lets menus made of
 * `<details data-menu>` close with Escape or a press elsewhere.
 */
const early = `(d=>{let r=d.documentElement,t;r.dataset.js='';try{t=localStorage.theme}catch{}if(t=='light'||t=='dark')r.dataset.theme=t;
let m=(e,f)=>d.querySelectorAll('details[data-menu][open]').forEach(x=>{if(!e||!x.contains(e)){if(f&&x.contains(d.activeElement))x.firstElementChild.focus();x.open=false}});
addEventListener('click',e=>m(e.target));addEventListener('keydown',e=>{if(e.key=='Escape')m(null,1)})})(document)`;

export type DocumentProps = {
  lang: string;
  /** Dense controls and text, for the console. */
  density?: 'compact' | undefined;
  /** "Skip to main content"; it leads to `#main`. */
  skipLabel: string;
  children: ReactNode;
};

/** `<html>` and `<body>` of every root layout. The layout imports `app/globals.css`. */
export function Document({ lang, density, skipLabel, children }: DocumentProps) {
  return (
    <html lang={lang} suppressHydrationWarning>
      <head>
        <InlineScript html={early} />
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
