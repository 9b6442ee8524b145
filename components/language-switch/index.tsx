'use client';

import { usePathname } from 'next/navigation';
import { languages } from './languages';

/**
 * Links to this page in the other languages. Rendered on the server with the page's own path, so it is right without
 * JavaScript; with it (`public/enhance.js`), the query of the address comes along.
 */
export function LanguageLinks({ locale, className }: { locale: string; className: string }) {
  const rest = usePathname().replace(/^\/[^/]*/, '');
  return languages.map((language) => (
    <li key={language.locale}>
      <a
        href={`/${language.locale}${rest}`}
        lang={language.locale}
        hrefLang={language.locale}
        aria-current={language.locale === locale ? 'true' : undefined}
        className={className}
        data-language=""
      >
        {language.name}
      </a>
    </li>
  ));
}
