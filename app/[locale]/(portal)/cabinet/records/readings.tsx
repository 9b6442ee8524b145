import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/link';
import { KeysetPagination } from '@/components/pagination';
import { Table } from '@/components/table';
import { timeInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { signInPurpose } from '@/server/registers/schema';
import type { Definition } from '@/server/registers/schema-definition';
import type { listReadingsOfOwn } from '@/server/registers/service-own';

type Page = Awaited<ReturnType<typeof listReadingsOfOwn>>;
type Props = { locale: Locale; here: string; page: Page; first: boolean; definitions: readonly Definition[]; agencyName: (id: string | null) => string };

/** Who else has read the person's records, when and on what ground. */
export async function Readings({ locale, here, page: { readings, next }, first, definitions, agencyName }: Props) {
  const [t, common] = await Promise.all([getTranslations('registers.own'), getTranslations('common.list')]);
  const why = (purpose: string) => {
    const reference = /^Case (YG-[\w-]+)$/.exec(purpose)?.[1];
    if (purpose === signInPurpose) return t('purposeSignIn');
    return reference === undefined ? purpose : <Link href={`/${locale}/cabinet/applications/${reference}`}>{t('purposeCase', { reference })}</Link>;
  };
  return (
    <section aria-labelledby="readings" className="scroll-mt-4">
      <h2 id="readings" className="mb-1">
        {t('readings')}
      </h2>
      <p className="mb-4 max-w-prose text-muted">{t('readingsLead')}</p>
      {readings.length === 0 ? (
        <p className="border-t border-line pt-4">{t('noReadings')}</p>
      ) : (
        <Table
          caption={t('readings')}
          hiddenCaption
          rows={readings}
          rowKey={({ id }) => id}
          columns={[
            { key: 'when', header: t('when'), rowHeader: true, cell: ({ at }) => <time dateTime={at.toISOString()}>{timeInWords(at, locale)}</time> },
            { key: 'who', header: t('who'), cell: ({ agencyId, readerName }) => (<><span className="block">{agencyName(agencyId)}</span>{agencyId !== null && <span className="text-muted">{readerName}</span>}</>) },
            { key: 'what', header: t('what'), cell: ({ register }) => textIn(definitions.find(({ id }) => id === register)?.title ?? { uz: register, ru: register, en: register }, locale) },
            { key: 'why', header: t('why'), cell: ({ purpose }) => why(purpose) },
          ]}
        />
      )}
      <KeysetPagination
        label={common('pagination')}
        previous={first ? undefined : { href: `${here}#readings`, label: t('newest') }}
        next={next === null ? undefined : { href: `${here}?before=${next}#readings`, label: t('earlier') }}
      />
    </section>
  );
}
