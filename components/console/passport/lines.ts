/** A field of a passport as lines of text in one language, for reading and for comparing. Pure. */
import type { Passport } from '@/server/catalogue/schema';
import type { LocalizedText } from '@/server/platform/i18n/locales';
import type { PassportField } from './difference';
import type { EditedLanguage } from './form';

type Words = {
  audience: (value: Passport['audiences'][number]) => string;
  channel: (value: Passport['channels'][number]) => string;
  source: (value: 'applicant' | 'exchange') => string;
  amount: (item: Passport['fee']['items'][number]) => string;
  varies: string;
  free: string;
  term: (workingDays: number | null) => string;
};

/** Empty for Cyrillic where nobody corrected the derivation: there is nothing that could differ. */
const said = (text: LocalizedText | undefined, language: EditedLanguage): string[] => {
  const words = text?.[language];
  return words === undefined ? [] : [words];
};

export function linesOf(field: PassportField, passport: Passport, language: EditedLanguage, words: Words): string[] {
  const neutral = language === 'uz-Cyrl';
  switch (field) {
    case 'title':
    case 'summary':
    case 'result':
    case 'deadlineNote':
    case 'resultValidity':
      return said(passport[field], language);
    case 'eligibility':
    case 'steps':
    case 'refusalGrounds':
      return passport[field].flatMap((text) => said(text, language));
    case 'requirements':
      return passport.requirements.flatMap(({ text, source }) => said(text, language).map((line) => `${line} (${words.source(source)})`));
    case 'legalBasis':
      return passport.legalBasis.flatMap(({ title, number, date, url }) => said(title, language).map((line) => [line, number, date, url].filter(Boolean).join(', ')));
    case 'fee': {
      const items = neutral ? [] : passport.fee.items.map((item) => [...said(item.label, language), words.amount(item)].join(': '));
      const kind = neutral ? [] : passport.fee.varies ? [words.varies] : passport.fee.items.length === 0 ? [words.free] : [];
      return [...items, ...kind, ...said(passport.fee.note, language)];
    }
    case 'keywords':
      return language === 'uz-Cyrl' ? [] : [...passport.keywords[language]];
    case 'audiences':
      return neutral ? [] : passport.audiences.map(words.audience);
    case 'channels':
      return neutral ? [] : passport.channels.map(words.channel);
    case 'workingDays':
      return neutral ? [] : [words.term(passport.workingDays)];
  }
}

/** Fields that say the same in every language: shown once. */
export const commonFields: ReadonlySet<PassportField> = new Set(['audiences', 'channels', 'workingDays']);
