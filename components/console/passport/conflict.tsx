'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/button';
import { Details } from '@/components/details';
import type { Passport } from '@/server/catalogue/schema';
import type { Locale } from '@/server/platform/i18n/locales';
import { shortTime } from '../format';
import { changedFields, compareWork, merged, type PassportField } from './difference';
import { DifferenceView } from './difference-view';

/** The edition that somebody else made meanwhile; without a revision the draft itself is gone. */
export type Rival = { passport: Passport; author: string | null; at: Date; revision: number | null };

type Props = { base: Passport; mine: Passport; rival: Rival; onAdopt: (passport: Passport) => void; error: string | null };

/** Somebody else saved first: what they changed, and how to go on without losing either's work. */
export function Conflict({ base, mine, rival, onAdopt, error }: Props) {
  const t = useTranslations('console.editor.conflict');
  const field = useTranslations('console.editor.fields');
  const locale = useLocale();
  const title = useRef<HTMLHeadingElement>(null);
  const [keepTheirs, setKeepTheirs] = useState<ReadonlySet<PassportField>>(new Set());
  useEffect(() => title.current?.focus(), []);
  const theirs = rival.passport;
  const work = compareWork({ base, mine, theirs });
  const choose = (name: PassportField, other: boolean) => setKeepTheirs((chosen) => new Set(other ? [...chosen, name] : [...chosen].filter((one) => one !== name)));
  const changed = changedFields(base, theirs);
  return (
    <section aria-labelledby="conflict" className="rounded-md border-2 border-warning p-4">
      <h2 id="conflict" ref={title} tabIndex={-1}>
        {t('title')}
      </h2>
      <p className="mt-2 max-w-prose">
        {t(rival.revision === null ? 'gone' : 'text', { author: rival.author ?? t('somebody'), time: shortTime(locale as Locale, rival.at) })} {t('nothingLost')}
      </p>
      <ul className="mt-3 flex flex-col gap-1">
        {work.mine.length > 0 && <li>{t('mine', { fields: work.mine.map((name) => field(name)).join(', ') })}</li>}
        {work.theirs.length > 0 && <li>{t('theirs', { fields: work.theirs.map((name) => field(name)).join(', ') })}</li>}
      </ul>
      {changed.length > 0 && (
        <Details summary={t('show')}>
          <DifferenceView before={base} after={theirs} fields={changed} />
        </Details>
      )}
      {work.both.map((name) => (
        <fieldset key={name} className="mt-5 rounded-md border border-line p-3">
          <legend className="px-1 font-semibold">{t('both', { field: field(name) })}</legend>
          <p className="mb-2 text-muted">{t('bothText')}</p>
          <DifferenceView before={theirs} after={mine} fields={[name]} level={4} />
          <div className="mt-3 flex flex-wrap gap-x-8 gap-y-1">
            {[false, true].map((other) => (
              <label key={String(other)} className="flex min-h-9 items-center gap-2">
                <input type="radio" name={`keep-${name}`} checked={keepTheirs.has(name) === other} onChange={() => choose(name, other)} className="choice my-0! rounded-full" />
                {other ? t('keepTheirs', { author: rival.author ?? t('somebody') }) : t('keepMine')}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {error !== null && (
        <p role="alert" className="mt-4 font-semibold text-danger">
          {error}
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button type="button" onClick={() => onAdopt(merged({ base, mine, theirs }, keepTheirs))}>
          {t('merge')}
        </Button>
        <Button type="button" variant="quiet" onClick={() => onAdopt(theirs)}>
          {t('dropMine')}
        </Button>
      </div>
    </section>
  );
}
