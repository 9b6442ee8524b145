import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ImportPlan } from '@/components/console/registers/import-plan';
import { ImportRun } from '@/components/console/registers/import-run';
import { shortTime } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { Details } from '@/components/details';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { StatTile } from '@/components/stat-tile';
import { Tag } from '@/components/tag';
import { requireStaff } from '@/server/platform/auth/guard';
import { Failure } from '@/server/platform/errors';
import { numberInWords } from '@/server/platform/i18n/dates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { validFromColumn } from '@/server/registers/schema-imports';
import { readImport } from '@/server/registers/service-imports';
import { RegisterCrumbs } from '../../../frame';
import { importTones } from '../../../import-tones';
import { openForPage } from '../../../open';
import { registerPath } from '../../../query';
import { ImportProblems } from './problems';

type Props = { params: Promise<{ locale: string; id: string; importId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.importer' });
  return { title: t('title') };
}

/** One import: its columns, its check, its errors, and what came of it. */
export default async function ImportPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id, importId } = await params;
  const path = `${registerPath(locale, id)}/imports`;
  const here = `${path}/${importId}`;
  const person = await requireStaff(locale, here);
  const { definition, access, today } = await openForPage(person, id);
  const found = await readImport(person, importId).catch((error: unknown) => {
    if (error instanceof Failure) notFound();
    throw error;
  });
  const { import: one, sample } = found;
  const after = (await searchParams)['after'];
  const [t, all] = await Promise.all([getTranslations('registers.importer'), getTranslations()]);
  const fields = [...definition.fields.flatMap(({ id: field, label }) => (access.fields.has(field) ? [{ value: field, label: textIn(label, locale) }] : [])), { value: validFromColumn, label: t('validFromColumn') }];
  const standing = one.fileKey !== '' && (one.state === 'uploaded' || one.state === 'checked' || ((one.state === 'failed' || one.state === 'cancelled') && one.act === null));
  const counted = one.state === 'checked' || one.state === 'done' || (one.state === 'cancelled' && one.rows > 0);
  const plan = <ImportPlan key={`${one.id} ${one.revision}`} id={one.id} revision={one.revision} header={one.header} mapping={one.mapping} sample={sample} fields={fields} validFrom={one.validFrom ?? today} ground={{ kind: one.groundKind ?? '', text: one.ground ?? '' }} again={one.state !== 'uploaded'} />;
  const number = (value: number) => numberInWords(value, locale);
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} definition={definition} deeper={{ label: t('title'), href: path }} />}>
      <PageHeader
        title={<span className="wrap-anywhere">{one.fileName}</span>}
        meta={
          <>
            <Tag tone={importTones[one.state]}>{t(`states.${one.state}`)}</Tag>
            <span>{[one.createdByName, shortTime(locale, one.createdAt)].join(', ')}</span>
            {one.encoding !== null && <span>{one.encoding.toUpperCase()}</span>}
          </>
        }
      />
      {one.failure && (
        <NotificationBanner tone="danger" title={t('states.failed')}>
          <p>{all(one.failure.key as 'registers.import.notAll', one.failure.params)}</p>
        </NotificationBanner>
      )}
      {counted && (
        <section aria-labelledby="result" className="mb-8">
          <h2 id="result" className="mb-3">
            {one.state === 'checked' ? t('result') : t('done')}
          </h2>
          <dl className="grid gap-3 sm:grid-cols-3 lg:grid-cols-6">
            <StatTile label={t('rows')} value={number(one.rows)} />
            <StatTile label={t('accepted')} value={number(one.accepted)} />
            <StatTile label={t('rejected')} value={number(one.rejected)} />
            <StatTile label={t('created')} value={number(one.created)} />
            <StatTile label={t('changed')} value={number(one.changed)} />
            <StatTile label={t('unchanged')} value={number(one.unchanged)} />
          </dl>
        </section>
      )}
      <ImportRun id={one.id} counts={{ state: one.state, mode: one.mode, rows: one.rows, total: one.total, accepted: one.accepted, rejected: one.rejected, revision: one.revision }} />
      {one.rejected > 0 && !['checking', 'importing'].includes(one.state) && <ImportProblems locale={locale} person={person} register={id} one={one} here={here} after={typeof after === 'string' ? after : null} />}
      {standing && (one.state === 'checked' ? <div className="mt-8 [&>details]:max-w-none"><Details summary={t('columns')}>{plan}</Details></div> : plan)}
    </ConsolePage>
  );
}
