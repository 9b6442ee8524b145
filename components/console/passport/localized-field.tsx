'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { createContext, use, type ReactNode } from 'react';
import { Fieldset } from '@/components/fieldset';
import { FieldError, describedBy } from '@/components/field';
import { toCyrillic } from '@/server/platform/i18n/transliterate';
import { languageName } from './difference-view';
import type { EditedLanguage, Texts } from './form';

export type EditorView = { languages: readonly EditedLanguage[]; errors: ReadonlyMap<string, string> };
export const EditorContext = createContext<EditorView>({ languages: ['uz', 'ru', 'en'], errors: new Map() });

const columns = ['', 'lg:grid-cols-1', 'lg:grid-cols-2', 'lg:grid-cols-3', 'lg:grid-cols-2 2xl:grid-cols-4'] as const;

/** One text in the languages that are shown, side by side where they fit. */
export function TextsInputs({ id, texts, onChange, rows = 2 }: { id: string; texts: Texts; onChange: (texts: Texts) => void; rows?: number }) {
  const { languages, errors } = use(EditorContext);
  const t = useTranslations('console.editor');
  const common = useTranslations('common.form');
  return (
    <div className={clsx('grid gap-x-3 gap-y-2', columns[languages.length])}>
      {languages.map((language) => {
        const field = `${id}-${language}`;
        const error = errors.get(field);
        return (
          <div key={language} className="min-w-0">
            <label htmlFor={field} className="block text-[0.9375em] text-muted">
              {languageName(language)}
              {language === 'uz-Cyrl' && <span> {t('derived')}</span>}
            </label>
            <textarea
              id={field}
              lang={language}
              rows={rows}
              value={texts[language]}
              placeholder={language === 'uz-Cyrl' ? toCyrillic(texts.uz) : undefined}
              onChange={(event) => onChange({ ...texts, [language]: event.target.value })}
              aria-invalid={error ? true : undefined}
              aria-describedby={describedBy(field, { error })}
              className="control mt-0.5 field-sizing-content resize-y"
            />
            {error && <FieldError id={field} error={error} errorPrefix={common('errorPrefix')} />}
          </div>
        );
      })}
    </div>
  );
}

export function LocalizedField({ id, label, hint, optional, texts, onChange, rows }: { id: string; label: ReactNode; hint?: ReactNode; optional?: boolean; texts: Texts; onChange: (texts: Texts) => void; rows?: number }) {
  const common = useTranslations('common.form');
  return (
    <Fieldset id={id} legend={label} hint={hint} optional={optional} optionalLabel={common('optional')}>
      <TextsInputs id={id} texts={texts} onChange={onChange} {...(rows !== undefined && { rows })} />
    </Fieldset>
  );
}

/** The words of what is wrong with a field, if anything. */
export function useFieldError(id: string): string | undefined {
  return use(EditorContext).errors.get(id);
}
