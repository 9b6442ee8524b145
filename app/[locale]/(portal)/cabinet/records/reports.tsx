import { getTranslations } from 'next-intl/server';
import { Tag } from '@/components/tag';
import { timeInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import type { Definition } from '@/server/registers/schema-definition';
import type { Report } from '@/server/registers/service-reports';

const tones = { open: 'info', corrected: 'success', rejected: 'neutral' } as const;
type State = keyof typeof tones;
const stateOf = (state: string): State => (state === 'corrected' || state === 'rejected' ? state : 'open');

/** What the person has reported, and what was answered. */
export async function Reports({ locale, reports, definitions }: { locale: Locale; reports: readonly Report[]; definitions: readonly Definition[] }) {
  const t = await getTranslations('registers.own.reports');
  return (
    <section aria-labelledby="reports" className="scroll-mt-4">
      <h2 id="reports" className="mb-4">
        {t('title')}
      </h2>
      <ul className="border-t border-line">
        {reports.map(({ id, registerId, recordKey, field, text, createdAt, state, answer }) => {
          const definition = definitions.find((one) => one.id === registerId);
          const label = definition?.fields.find((one) => one.id === field)?.label;
          return (
            <li key={id} className="border-b border-line py-4">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-semibold">{[definition && textIn(definition.title, locale), label ? textIn(label, locale) : recordKey].filter(Boolean).join(': ')}</span>
                <Tag tone={tones[stateOf(state)]}>{t(stateOf(state))}</Tag>
              </p>
              <time dateTime={createdAt.toISOString()} className="block text-muted">
                {timeInWords(createdAt, locale)}
              </time>
              <p className="mt-2 max-w-prose whitespace-pre-line">{text}</p>
              {answer !== null && <p className="mt-2 max-w-prose border-l-4 border-accent pl-4 whitespace-pre-line">{answer}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
