import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { languages as languageNames } from '@/components/language-switch/languages';
import type { Passport } from '@/server/catalogue/schema';
import type { Locale } from '@/server/platform/i18n/locales';
import { numberText } from '../format';
import { listChanges, type PassportField } from './difference';
import { editedLanguages, type EditedLanguage } from './form';
import { commonFields, linesOf } from './lines';

export function useLines() {
  const t = useTranslations('console.editor');
  const audience = useTranslations('catalogue.audience');
  const channel = useTranslations('catalogue.channel');
  const locale = useLocale() as Locale;
  const words: Parameters<typeof linesOf>[3] = {
    audience: (value) => audience(value),
    channel: (value) => channel(value),
    source: (value) => t(`source.${value}`),
    amount: ({ bhm, soum }) => (bhm === undefined ? t('fee.soumAmount', { amount: numberText(locale, soum ?? 0) }) : t('fee.bhmAmount', { amount: numberText(locale, bhm) })),
    varies: t('fee.variesShort'),
    free: t('fee.free'),
    term: (days) => (days === null ? t('term.none') : t('term.days', { count: days })),
  };
  return (field: PassportField, passport: Passport, language: EditedLanguage) => linesOf(field, passport, language, words);
}

export const languageName = (language: EditedLanguage): string => languageNames.find(({ locale }) => locale === language)?.name ?? language;

/** What changed in some fields from one edition to another, language by language: removed and added lines among those that stay. */
export function DifferenceView({ before, after, fields, level = 3 }: { before: Passport; after: Passport; fields: readonly PassportField[]; level?: 2 | 3 | 4 }) {
  const t = useTranslations('console.editor');
  const lines = useLines();
  const Title = `h${level}` as const;
  return (
    <div className="flex flex-col gap-5">
      {fields.map((field) => {
        const languages: readonly EditedLanguage[] = commonFields.has(field) ? ['uz'] : editedLanguages;
        const parts = languages.map((language) => ({ language, changes: listChanges(lines(field, before, language), lines(field, after, language)) })).filter(({ changes }) => changes.some(({ kind }) => kind !== 'same'));
        return (
          <section key={field} className="rounded-md border border-line">
            <Title className="border-b border-line bg-subtle px-3 py-2 text-h3">{t(`fields.${field}`)}</Title>
            {parts.map(({ language, changes }) => (
              <div key={language} className="grid gap-x-4 border-b border-line px-3 py-2 last:border-b-0 sm:grid-cols-[7rem_1fr]">
                <p className="text-muted">{!commonFields.has(field) && languageName(language)}</p>
                <ul lang={language} className="flex min-w-0 flex-col gap-1">
                  {changes.map(({ kind, item }, index) => (
                    <li key={index} className={clsx('flex gap-2 rounded-sm px-2 py-0.5', kind === 'added' && 'bg-success-soft', kind === 'removed' && 'bg-danger-soft', kind === 'same' && 'text-muted')}>
                      <span aria-hidden="true" className="w-3 shrink-0 font-mono">
                        {kind === 'added' ? '+' : kind === 'removed' ? '−' : ''}
                      </span>
                      {kind === 'added' && (
                        <ins className="min-w-0 no-underline">
                          <span className="sr-only">{t('difference.added')}: </span>
                          {item}
                        </ins>
                      )}
                      {kind === 'removed' && (
                        <del className="min-w-0 decoration-1">
                          <span className="sr-only">{t('difference.removed')}: </span>
                          {item}
                        </del>
                      )}
                      {kind === 'same' && <span className="min-w-0">{item}</span>}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </section>
        );
      })}
    </div>
  );
}
