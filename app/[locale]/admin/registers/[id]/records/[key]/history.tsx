import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RegisterValue } from '@/components/register-value';
import { Table } from '@/components/table';
import { Timeline } from '@/components/timeline';
import { listAgencies } from '@/server/catalogue/service';
import type { Person } from '@/server/platform/auth/actor';
import { Failure } from '@/server/platform/errors';
import { dayInWords, timeInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import type { FieldChange } from '@/server/registers/engine-difference';
import type { Definition } from '@/server/registers/schema-definition';
import { readHistory, type HistoryEntry } from '@/server/registers/service-reading';
import type { Describe } from '@/server/registers/service-words';

type Props = { locale: Locale; person: Person; definition: Definition; recordKey: string; purpose: string; describe: Describe; href: (register: string, key: string) => string };

const actKinds = ['create', 'change', 'correct', 'end', 'import', 'merge', 'unmerge', 'erase', 'migrate'] as const;
const groundKinds = ['document', 'decision', 'event', 'application', 'report'] as const;

/** Everything that was recorded, newest first: when, by whom, on which ground, and what it changed. */
export async function RecordHistory({ locale, person, definition, recordKey, purpose, describe, href }: Props) {
  const [t, agencies, { entries }] = await Promise.all([
    getTranslations('registers.console.history'), listAgencies(),
    readHistory(person, { register: definition.id, key: recordKey, purpose }).catch((error: unknown) => {
      if (error instanceof Failure && error.category === 'notFound') notFound();
      throw error;
    }),
  ]);
  const agencyOf = (id: string | null) => {
    const agency = agencies.find((one) => one.id === id);
    return agency && textIn(agency.abbreviation, locale);
  };
  const kind = (name: string) => t(`kinds.${actKinds.find((one) => one === name) ?? 'change'}`);
  const ground = (name: string) => t(`grounds.${groundKinds.find((one) => one === name) ?? 'document'}`);
  const side = ({ field }: FieldChange, value: FieldChange['before']) => {
    const known = definition.fields.find(({ id }) => id === field);
    return value === null || !known ? <span className="text-muted">{t('nothing')}</span> : <RegisterValue label={textIn(known.label, locale)} value={describe(known, value)} href={href} />;
  };
  const period = ({ valid }: HistoryEntry['periods'][number]) => (valid.to === null ? t('since', { day: dayInWords(valid.from, locale) }) : t('between', { from: dayInWords(valid.from, locale), to: dayInWords(valid.to, locale) }));
  return (
    <div className="max-w-5xl">
      <p className="mb-5 max-w-prose text-muted">{t('lead')}</p>
      <Timeline
        events={entries.map(({ act, periods }) => ({
          id: act.id,
          title: kind(act.kind),
          time: { dateTime: act.at, label: timeInWords(new Date(act.at), locale) },
          children: (
            <>
              <p>
                {ground(act.ground.kind)}: {act.ground.text}
              </p>
              {act.note !== null && <p>{act.note}</p>}
              <p className="text-muted">{[act.by, agencyOf(act.agencyId)].filter(Boolean).join(', ')}</p>
              {periods.map((one) => (
                <div key={one.valid.from} className="mt-3">
                  {one.after === 'none' ? (
                    <p className="font-semibold">{t('noLonger', { period: period(one) })}</p>
                  ) : (
                    <Table
                      caption={period(one)}
                      dense
                      rows={one.changes}
                      rowKey={({ field }) => field}
                      columns={[
                        { key: 'field', header: t('field'), rowHeader: true, cell: ({ field }) => textIn(definition.fields.find(({ id }) => id === field)?.label ?? { uz: field, ru: field, en: field }, locale) },
                        ...(one.before === 'none' ? [] : [{ key: 'before', header: t('before'), cell: (change: FieldChange) => side(change, change.before) }]),
                        { key: 'after', header: one.before === 'none' ? t('value') : t('after'), cell: (change: FieldChange) => side(change, change.after) },
                      ]}
                    />
                  )}
                </div>
              ))}
            </>
          ),
        }))}
      />
    </div>
  );
}
