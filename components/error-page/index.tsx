'use client';

import { useParams } from 'next/navigation';
import { buttonClass } from '@/components/button/look';
import { errorWords } from './words';

/** Something broke on our side: said plainly, with a way to try again. It carries its own words, as messages may be what broke. */
export function ErrorPage({ digest, retry }: { digest?: string | undefined; retry: () => void }) {
  const { locale } = useParams<{ locale?: string }>();
  const words = errorWords(locale);
  return (
    <main id="main" tabIndex={-1} className="wrap flex-1 py-16">
      <div className="max-w-prose">
        <h1>{words.title}</h1>
        <p className="mt-4 text-lead text-muted">{words.text}</p>
        {digest && (
          <p className="mt-4">
            {words.number}: <code className="font-mono">{digest}</code>
          </p>
        )}
        <div className="mt-8 flex flex-wrap gap-3">
          <button type="button" onClick={retry} className={buttonClass()}>
            {words.retry}
          </button>
          <a href={`/${locale ?? 'uz'}`} className={buttonClass({ variant: 'secondary' })}>
            {words.home}
          </a>
        </div>
      </div>
    </main>
  );
}
