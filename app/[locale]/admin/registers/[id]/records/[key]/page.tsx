import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '@/components/button';
import { AnswerReport } from '@/components/console/registers/answer-report';
import { ProposeErasure } from '@/components/console/registers/erasure';
import { Unmerge } from '@/components/console/registers/unmerge';
import { EndRecord } from '@/components/console/registers/end-record';
import { ConsolePage } from '@/components/console/shell';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { RegisterValue } from '@/components/register-value';
import { SummaryList } from '@/components/summary-list';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { hasRole } from '@/server/platform/auth/actor';
import { requireStaff } from '@/server/platform/auth/guard';
import { dayInWords, timeInWords } from '@/server/platform/i18n/dates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { listMerged } from '@/server/registers/service-merging';
import { listReferring, readRecord } from '@/server/registers/service-reading';
import { listReportsOn } from '@/server/registers/service-reports';
import { describer, titleOf } from '@/server/registers/service-words';
import { Day } from '../../../../requests/filters';
import { RegisterCrumbs } from '../../../frame';
import { openForPage, readsPersonal } from '../../../open';
import { asOfOf, readQuery, recordHref, recordPath, registerHref, registerPath } from '../../../query';
import { RecordHistory } from './history';

type Props = { params: Promise<{ locale: string; id: string; key: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.console' });
  return { title: t('record.title') };
}

/** One record: as it is, as it was on another day, as it was known; its history; what refers to it. */
export default async function RecordPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id, key: encoded } = await params;
  const key = decodeURIComponent(encoded);
  const query = readQuery(await searchParams);
  const person = await requireStaff(locale, recordHref(locale, id, key, query));
  const { definition, access, actions, today } = await openForPage(person, id);
  const t = await getTranslations('registers.console');
  const [filters, erasures] = await Promise.all([getTranslations('registers.console.filters'), getTranslations('registers.erasures')]);
  const keeper = hasRole(person, 'register_keeper', definition.ownerAgencyId);
  const personal = readsPersonal(definition, access.fields);
  const purpose = query.purpose ?? (personal ? null : t('purposeKeeping'));
  const path = recordPath(locale, id, key);
  if (purpose === null) {
    return (
      <ConsolePage before={<RegisterCrumbs locale={locale} definition={definition} />}>
        <PageHeader title={textIn(definition.recordName, locale)} lead={t('record.purposeLead')} />
        <form action={path} className="max-w-2xl">
          <label htmlFor="purpose" className="block font-semibold">
            {filters('purpose')}
          </label>
          <p id="purpose-hint" className="text-muted">
            {filters('purposeHint')}
          </p>
          <input id="purpose" name="purpose" required minLength={3} maxLength={200} aria-describedby="purpose-hint" className="control mt-1 mb-4" />
          <Button>{t('record.open')}</Button>
        </form>
      </ConsolePage>
    );
  }
  const [record, reports, describe] = await Promise.all([readRecord(person, { register: id, key, asOf: asOfOf(query), purpose }), listReportsOn(person, { register: id, key }), describer(definition, locale)]);
  const known = { purpose: query.purpose };
  const asOf = query.valid !== undefined || query.known !== undefined;
  const history = query.view === 'history';
  const title = record ? (Object.keys(record.data).length === 0 ? (record.masked[definition.key] ?? '') : titleOf(definition, record)) : key;
  const referring = record && !history ? await listReferring(person, { register: id, key: record.key }) : [];
  const mergedHere = record ? await listMerged(person, { register: id, key: record.key }) : [];
  const merged = record !== null && record.key !== key;
  const href = (register: string, target: string) => recordHref(locale, register, target, known);
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} definition={definition} />}>
      <PageHeader
        eyebrow={textIn(definition.recordName, locale)}
        title={title}
        meta={record && (
          <>
            {record.valid.to === null ? <span>{t('record.validSince', { day: dayInWords(record.valid.from, locale) })}</span> : <Tag tone="warning">{t('record.validUntil', { from: dayInWords(record.valid.from, locale), to: dayInWords(record.valid.to, locale) })}</Tag>}
            <span>{t('record.recorded', { time: timeInWords(new Date(record.recorded.from), locale) })}</span>
          </>
        )}
        actions={record && !asOf && actions.has('write') && (
          <>
            <ButtonLink icon="edit" href={`${path}/edit?${new URLSearchParams({ purpose }).toString()}`}>{t('record.edit')}</ButtonLink>
            {record.valid.to === null && <EndRecord register={id} recordKey={record.key} revision={record.revision} title={title} today={today} />}
          </>
        )}
      />
      {merged && (
        <NotificationBanner title={t('record.mergedTitle')}>
          <p className="mb-2">{t('record.merged', { key, into: record.key })}</p>
          {actions.has('write') && <Unmerge register={id} recordKey={key} />}
        </NotificationBanner>
      )}
      {mergedHere.length > 0 && (
        <p className="mb-4 flex flex-wrap gap-x-4">
          {t('record.mergedHere')}
          {mergedHere.map((one) => (
            <Link key={one} href={recordHref(locale, id, one, known)} className="tabular-nums">{one}</Link>
          ))}
        </p>
      )}
      {reports.map((report) => (
        <NotificationBanner key={report.id} id={`report-${report.id}`} tone="warning" title={t('record.report')}>
          <p className="whitespace-pre-line">{report.text}</p>
          <p className="my-2 text-muted">{[report.reporterName, timeInWords(report.createdAt, locale)].join(', ')}</p>
          <AnswerReport id={report.id} about={title} />
        </NotificationBanner>
      ))}
      <Tabs
        label={t('record.views')}
        items={[{ label: t('record.details'), href: recordHref(locale, id, key, { ...known, valid: query.valid, known: query.known }), current: !history }, { label: t('record.history'), href: recordHref(locale, id, key, { ...known, view: 'history' }), current: history }]}
      />
      {history ? (
        <RecordHistory locale={locale} person={person} definition={definition} recordKey={record?.key ?? key} purpose={purpose} describe={describe} href={href} />
      ) : (
        <>
          <form action={path} className="no-print mb-6 flex flex-wrap items-end gap-3">
            {query.purpose !== undefined && <input type="hidden" name="purpose" value={query.purpose} />}
            <Day name="valid" label={filters('valid')} value={query.valid} error={null} prefix="" />
            <Day name="known" label={filters('known')} value={query.known} error={null} prefix="" />
            <Button variant="secondary" icon="clock">
              {filters('show')}
            </Button>
            {asOf && <Link href={recordHref(locale, id, key, known)} className="py-2">{filters('today')}</Link>}
          </form>
          {record === null ? (
            <EmptyState title={asOf ? t('record.noneThen') : t('record.none')} icon="search" actions={<ButtonLink variant="secondary" href={asOf ? recordHref(locale, id, key, { ...known, view: 'history' }) : registerHref(locale, id, known)}>{asOf ? t('record.history') : textIn(definition.title, locale)}</ButtonLink>}>
              <p>{asOf ? t('record.noneThenText') : t('record.noneText', { key })}</p>
            </EmptyState>
          ) : (
            <SummaryList
              className="max-w-5xl"
              emptyLabel={t('record.unknown')}
              rows={definition.fields.map((field) => {
                const value = record.data[field.id];
                const mask = record.masked[field.id];
                return { key: textIn(field.label, locale), value: value === undefined ? mask !== undefined && <span className="text-muted">{mask} <span className="sr-only">{t('record.masked')}</span></span> : <RegisterValue label={textIn(field.label, locale)} value={describe(field, value)} href={href} /> };
              })}
            />
          )}
          {record && personal && keeper && (
            <p className="no-print mt-6 flex flex-wrap items-center gap-4">
              <ProposeErasure register={id} recordKey={record.key} />
              <Link href={`${registerPath(locale, id)}/erasures`}>{erasures('title')}</Link>
            </p>
          )}
          {referring.length > 0 && (
            <section aria-labelledby="referring" className="mt-10 max-w-5xl">
              <h2 id="referring" className="mb-3">
                {t('record.referring')}
              </h2>
              <SummaryList rows={referring.map((one) => ({ key: textIn(one.definition.title, locale), value: <ul className="flex flex-wrap gap-x-5 gap-y-1">{one.keys.map((target) => <li key={target}><Link href={href(one.definition.id, target)} className="tabular-nums">{target}</Link></li>)}</ul> }))} />
            </section>
          )}
        </>
      )}
    </ConsolePage>
  );
}
