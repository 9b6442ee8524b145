import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Page } from '@/components/site-shell';
import { SummaryList } from '@/components/summary-list';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { listAgencies } from '@/server/catalogue/service';
import { requirePerson } from '@/server/platform/auth/guard';
import { dayInWords, numberInWords, timeInWords } from '@/server/platform/i18n/dates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { isPinfl } from '@/server/registers/identifiers';
import { readingCursorSchema, signInPurpose } from '@/server/registers/schema';
import { findIndividual, listOwnChildren, listOwnEntities, listReadingsOfOwn, type RegisterReading } from '@/server/registers/service';
import { CabinetNav } from '../cabinet-nav';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const purpose = 'Own records in the cabinet';
const legalForms = ['mchj', 'xk', 'aj', 'ok'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'applications.records' });
  return { title: t('title') };
}

/** What the registers hold on the signed-in person, and who else has read it. */
export default async function RecordsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const here = `/${locale}/cabinet/records`;
  const person = await requirePerson(locale, here);
  const before = readingCursorSchema.safeParse((await searchParams).before).data ?? null;
  const [t, common, record, children, entities, { readings, next }, agencies] = await Promise.all([
    getTranslations('applications.records'),
    getTranslations('common'),
    person.pinfl !== null && isPinfl(person.pinfl) ? findIndividual(person, { pinfl: person.pinfl, purpose }) : null,
    listOwnChildren(person, { purpose }),
    listOwnEntities(person),
    listReadingsOfOwn(person, { before }),
    listAgencies(),
  ]);
  const nav = <CabinetNav locale={locale} current="records" />;
  if (record === null) {
    return (
      <Page>
        {nav}
        <PageHeader title={t('title')} lead={t('lead')} />
        <EmptyState title={t('none')} icon="database">
          <p>{person.pinfl === null ? t('noPinfl') : t('noRecord')}</p>
        </EmptyState>
      </Page>
    );
  }
  const day = (value: string) => dayInWords(value, locale);
  const digits = (value: string) => <span className="tabular-nums">{value}</span>;
  const agencyOf = ({ agencyId }: RegisterReading) => (agencyId === null ? t('platform') : textIn(agencies.find(({ id }) => id === agencyId)?.name ?? { uz: agencyId, ru: agencyId, en: agencyId }, locale));
  const why = ({ purpose: text }: RegisterReading) => {
    const reference = /^Case (YG-[\w-]+)$/.exec(text)?.[1];
    if (text === signInPurpose) return t('purposeSignIn');
    return reference === undefined ? text : <Link href={`/${locale}/cabinet/applications/${reference}`}>{t('purposeCase', { reference })}</Link>;
  };
  return (
    <Page>
      {nav}
      <PageHeader title={t('title')} lead={t('lead')} />
      <section aria-labelledby="individual" className="max-w-4xl">
        <h2 id="individual" className="mb-4">
          {t('individual')}
        </h2>
        <SummaryList
          emptyLabel={t('unknown')}
          rows={[
            { key: t('name'), value: [record.surname, record.givenName, record.patronymic].filter(Boolean).join(' ') },
            { key: t('pinfl'), value: digits(record.pinfl) },
            { key: t('birthDate'), value: day(record.birthDate) },
            { key: t('birthPlace'), value: record.birthPlace },
            { key: t('sex'), value: t(record.sex) },
            { key: t('citizenship'), value: new Intl.DisplayNames([locale === 'uz-Cyrl' ? 'uz-Cyrl' : locale], { type: 'region' }).of(record.citizenship) },
            { key: t('passport'), value: t('passportUntil', { number: record.passport, day: day(record.passportExpiresOn) }) },
            { key: t('address'), value: record.address },
            { key: t('phone'), value: record.phone && digits(record.phone) },
          ]}
        />
        <p className="mt-3 max-w-prose text-muted">{t('wrong')}</p>
      </section>
      {children.length > 0 && (
        <section aria-labelledby="children" className="mt-12 max-w-4xl">
          <h2 id="children" className="mb-4">
            {t('children')}
          </h2>
          <Table
            caption={t('children')}
            hiddenCaption
            rows={children}
            rowKey={({ pinfl }) => pinfl}
            columns={[
              { key: 'name', header: t('name'), rowHeader: true, cell: (child) => [child.surname, child.givenName, child.patronymic].filter(Boolean).join(' ') },
              { key: 'birthDate', header: t('birthDate'), cell: (child) => day(child.birthDate) },
              { key: 'pinfl', header: t('pinfl'), cell: (child) => digits(child.pinfl) },
            ]}
          />
        </section>
      )}
      {entities.length > 0 && (
        <section aria-labelledby="entities" className="mt-12 max-w-4xl">
          <h2 id="entities" className="mb-4">
            {t('entities')}
          </h2>
          {entities.map((entity) => (
            <SummaryList
              key={entity.stir}
              className="mb-6"
              rows={[
                { key: t('entityName'), value: <>{`“${entity.name}” ${legalForms.some((form) => form === entity.legalForm) ? t(`legalForms.${entity.legalForm as (typeof legalForms)[number]}`) : entity.legalForm}`} <Tag tone={entity.state === 'active' ? 'success' : 'neutral'}>{t(`entityStates.${entity.state}`)}</Tag></> },
                { key: t('stir'), value: digits(entity.stir) },
                { key: t('registeredOn'), value: day(entity.registeredOn) },
                { key: t('address'), value: entity.address },
                { key: t('capital'), value: t('soum', { amount: numberInWords(entity.charterCapital, locale) }) },
              ]}
            />
          ))}
        </section>
      )}
      <section aria-labelledby="readings" className="mt-12 max-w-4xl scroll-mt-4">
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
              { key: 'who', header: t('who'), cell: (reading) => (<><span className="block">{agencyOf(reading)}</span>{reading.agencyId !== null && <span className="text-muted">{reading.readerName}</span>}</>) },
              { key: 'why', header: t('why'), cell: why },
            ]}
          />
        )}
        <KeysetPagination
          label={common('list.pagination')}
          previous={before === null ? undefined : { href: `${here}#readings`, label: t('newest') }}
          next={next === null ? undefined : { href: `${here}?before=${next}#readings`, label: t('earlier') }}
        />
      </section>
    </Page>
  );
}
