'use client';

import { useTranslations } from 'next-intl';
import { languageName } from './difference-view';
import { editedLanguages, type EditedLanguage } from './form';

/** Which languages are shown side by side; at least one. */
export function LanguageChoice({ shown, onChange }: { shown: readonly EditedLanguage[]; onChange: (languages: EditedLanguage[]) => void }) {
  const t = useTranslations('console.editor');
  const toggle = (language: EditedLanguage) => {
    const next = editedLanguages.filter((other) => (other === language ? !shown.includes(other) : shown.includes(other)));
    if (next.length > 0) onChange(next);
  };
  return (
    <div role="group" aria-label={t('languages')} className="flex flex-wrap gap-1">
      {editedLanguages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={shown.includes(language)}
          onClick={() => toggle(language)}
          className="min-h-9 rounded-full border-[1.5px] border-line-strong px-3 text-muted hover:bg-accent-soft aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:font-semibold aria-pressed:text-on-accent"
        >
          {languageName(language)}
        </button>
      ))}
    </div>
  );
}
