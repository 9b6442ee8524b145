'use client';

import { useTranslations } from 'next-intl';
import { languageName } from './difference-view';
import { editedLanguages, type EditedLanguage, type Problem } from './form';

const isLanguage = (part: unknown): part is EditedLanguage => editedLanguages.some((language) => language === part);

/** What is wrong: beside the field, and with the name of the field for the summary at the top. */
export function useProblemWords(): (problem: Problem) => { short: string; full: string } {
  const t = useTranslations('console.editor');
  return ({ path, kind, min = 1, max = 0 }) => {
    const [field] = path;
    const name = typeof field === 'string' && t.has(`fields.${field}`) ? t(`fields.${field}`) : String(field);
    const position = path.find((part) => typeof part === 'number');
    const language = path.at(field === 'keywords' ? 1 : -1);
    const where = [name, position !== undefined && field !== 'keywords' ? String(position + 1) : '', isLanguage(language) ? languageName(language) : ''].filter(Boolean).join(', ');
    const short = t(`problems.${kind}`, { min, max });
    return { short, full: `${where}: ${short}` };
  };
}
