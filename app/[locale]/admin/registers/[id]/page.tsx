import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { InsetText } from '@/components/inset-text';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { RegisterValue } from '@/components/register-value';
import { ConsolePage } from '@/components/console/shell';
import { Table, type Column } from '@/components/table';
import { requireStaff } from '@/server/platform/auth/guard';
import { dayInWords } from '@/server/platform/i18n/dates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import type { RecordView } from '@/server/registers/schema-records';
import { listRecords } from '@/server/registers/service-reading';
import { describer, titleOf } from '@/server/registers/service-words';
import { openForPage, readsPersonal } from '../open';
import { asOfOf, exportHref, readQuery, recordHref, registerHref, registerPath } from '../query';
import { RegisterCrumbs, RegisterTabs } from '../frame';
import { filterable, RecordFilters } from './filters';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.console' });
  return { title: t('title') };
}

/** Records of one register: to search, to page through, as they are or as they were. */
export default async function RegisterPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const query = readQuery(await searchParams);
  const person = await requireStaff(locale, registerHref(locale, id, query));
  const { definition, access, actions, watches } = await openForPage(person, id);
  const [t, common] = await Promise.all([getTranslations('registers.console'), getTranslations('common.list')]);
  const personal = readsPersonal(definition, access.fields);
  const sortable = new Set([...definition.indexed, ...definition.unique].filter((field) => access.fields.has(field)));
  const purpose = query.purpose ?? (personal ? null : t('purposeKeeping'));
  const page = purpose === null ? null : await listRecords(person, { register: id, q: query.q ?? '', filters: Object.fromEntries(Object.entries(query.filters ?? {}).filter(([field]) => filterable(definition, access.fields).some(({ id: one }) => one === field))), order: query.order === undefined || !sortable.has(query.order) ? null : { field: query.order, descending: query.descending === '1' }, after: query.after ?? null, asOf: asOfOf(query), purpose });
  const describe = await describer(definition, locale);
  const seen = { ...query, ...(purpose !== null && personal && { purpose }), after: undefined, view: undefined };
  const shown = definition.fields.filter((field) => definition.display.columns.includes(field.id)).toSorted((a, b) => definition.display.columns.indexOf(a.id) - definition.display.columns.indexOf(b.id));
  const [first, ...others] = shown;
  const cell = (field: (typeof shown)[number], record: RecordView) => {
    const value = record.data[field.id];
    return value === undefined ? <span className="text-muted">{record.masked[field.id] ?? '—'}</span> : <RegisterValue label={textIn(field.label, locale)} value={describe(field, value)} />;
  };
  const titled = definition.display.title.some((field) => field !== first?.id);
  const columns: Column<RecordView>[] = [
    {
      key: 'record', header: titled ? textIn(definition.recordName, locale) : textIn(first?.label ?? definition.recordName, locale), rowHeader: true,
      cell: (record) => <Link href={recordHref(locale, id, record.key, { purpose: query.purpose, valid: query.valid, known: query.known })}>{Object.keys(record.data).length === 0 ? (record.masked[definition.key] ?? '••••') : titleOf(definition, record)}</Link>,
    },
    ...(titled && first ? [first, ...others] : others).map((field): Column<RecordView> => ({
      key: field.id, header: textIn(field.label, locale), numeric: field.type === 'integer' || field.type === 'number' || field.type === 'amount', cell: (record) => cell(field, record),
      ...(sortable.has(field.id) && query.q === undefined && { sort: { href: registerHref(locale, id, { ...seen, order: field.id, descending: query.order === field.id && query.descending !== '1' ? '1' : undefined }), direction: query.order === field.id ? (query.descending === '1' ? ('descending' as const) : ('ascending' as const)) : undefined } }),
    })),
  ];
  const filtered = query.q !== undefined || query.filters !== undefined || query.valid !== undefined || query.known !== undefined;
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} />}>
      <PageHeader
        title={textIn(definition.title, locale)}
        lead={textIn(definition.about, locale)}
        actions={actions.has('write') && <ButtonLink icon="plus" href={`${registerPath(locale, id)}/new`}>{t('add')}</ButtonLink>}
      />
      <RegisterTabs locale={locale} register={id} actions={actions} watches={watches} current="records" />
      <RecordFilters locale={locale} definition={definition} fields={access.fields} query={query} purposeNeeded={personal} />
      {(query.valid !== undefined || query.known !== undefined) && (
        <InsetText>
          <p>{query.known === undefined ? t('asOf.valid', { day: dayInWords(query.valid ?? '', locale) }) : query.valid === undefined ? t('asOf.known', { day: dayInWords(query.known, locale) }) : t('asOf.both', { valid: dayInWords(query.valid, locale), known: dayInWords(query.known, locale) })}</p>
        </InsetText>
      )}
      {page === null ? (
        <EmptyState title={t('purposeFirst')} icon="lock">
          <p>{t('purposeFirstText')}</p>
        </EmptyState>
      ) : page.records.length === 0 ? (
        <EmptyState title={t('empty')} icon="search" actions={filtered && <ButtonLink variant="secondary" href={registerHref(locale, id, { purpose: query.purpose })}>{common('clear')}</ButtonLink>}>
          <p>{filtered ? t('emptyFiltered') : t('emptyText')}</p>
        </EmptyState>
      ) : (
        <>
          <Table caption={textIn(definition.title, locale)} hiddenCaption rows={page.records} rowKey={({ key }) => key} columns={columns} />
          <KeysetPagination
            label={common('pagination')}
            previous={page.previous ? { href: registerHref(locale, id, seen), label: t('first') } : undefined}
            next={page.next === null ? undefined : { href: registerHref(locale, id, { ...seen, after: page.next }), label: common('next') }}
          />
          {actions.has('export') && purpose !== null && (
            <p className="no-print mt-4 flex flex-wrap gap-x-5 gap-y-1 text-muted">
              <span>{t('exportText')}</span>
              {(['csv', 'xlsx'] as const).map((format) => (
                <Link key={format} href={exportHref(id, format, { ...seen, purpose })}>{`${t('export')}: ${format.toUpperCase()}`}</Link>
              ))}
            </p>
          )}
        </>
      )}
    </ConsolePage>
  );
}
