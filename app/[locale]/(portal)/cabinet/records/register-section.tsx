import { getTranslations } from 'next-intl/server';
import { Details } from '@/components/details';
import { Link } from '@/components/link';
import { RegisterValue } from '@/components/register-value';
import { SummaryList } from '@/components/summary-list';
import { dayInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import type { Definition } from '@/server/registers/schema-definition';
import type { OwnRecords } from '@/server/registers/service-own';
import { describer, titleOf } from '@/server/registers/service-words';

type Props = { locale: Locale; definition: Definition; records: OwnRecords['records']; owner: string };

/** What one register holds on the person: one record open, several to open one by one. */
export async function RegisterSection({ locale, definition, records, owner }: Props) {
  const [t, describe] = await Promise.all([getTranslations('registers.own'), describer(definition, locale)]);
  const facts = (record: Props['records'][number]) => (
    <>
      <SummaryList
        rows={definition.fields.flatMap((field) => {
          const value = record.data[field.id];
          return value === undefined ? [] : [{ key: textIn(field.label, locale), value: <RegisterValue label={textIn(field.label, locale)} value={describe(field, value)} /> }];
        })}
      />
      <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
        <span className="text-muted">{t('since', { day: dayInWords(record.valid.from, locale) })}</span>
        <Link href={`/${locale}/cabinet/records/report?${new URLSearchParams({ register: definition.id, key: record.key }).toString()}`} hidden={t('reportHidden', { record: titleOf(definition, record) })}>
          {t('report')}
        </Link>
      </p>
    </>
  );
  return (
    <section aria-labelledby={definition.id} className="scroll-mt-4">
      <h2 id={definition.id}>{textIn(definition.title, locale)}</h2>
      <p className="mb-4 text-muted">{t('owner', { agency: owner })}</p>
      {records.length === 1 && records[0] ? (
        facts(records[0])
      ) : (
        <div className="[&>details]:max-w-none">
          {records.map((record) => (
            <Details key={record.key} summary={titleOf(definition, record)}>
              {facts(record)}
            </Details>
          ))}
        </div>
      )}
    </section>
  );
}
