'use client';

import { useEffect, useRef } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/button/look';

/** Why the last press was refused; focused, with the way to see how things stand now. */
export function Refusal({ act: { error, clear } }: { act: { error: string | null; clear: () => void } }) {
  const t = useTranslations('console.failure');
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== null) box.current?.focus();
  }, [error]);
  if (error === null) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="mb-4 flex flex-wrap items-center gap-3 rounded-md border-2 border-danger bg-danger-soft p-3">
      <p className="min-w-0 flex-1 font-semibold text-danger">{error}</p>
      <button
        type="button"
        className={buttonClass({ variant: 'secondary', fit: true })}
        onClick={() => {
          clear();
          router.refresh();
        }}
      >
        {t('refresh')}
      </button>
    </div>
  );
}
