import { getTranslations } from 'next-intl/server';
import { shortTime } from '@/components/console/format';
import { RestoreVersion } from '@/components/console/passport/workflow';
import { Link } from '@/components/link';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { Timeline } from '@/components/timeline';
import type { VersionSummary } from '@/server/catalogue/service-editing';
import type { ServiceEvent } from '@/server/catalogue/service-workflow';
import type { Locale } from '@/server/platform/i18n/locales';
import { stateTones } from './find';

type Props = { locale: Locale; here: string; serviceId: string; history: readonly VersionSummary[]; mayRestore: boolean };

/** Every version, to be compared with the one before it, or begun from again. */
export async function Versions({ locale, here, serviceId, history, mayRestore }: Props) {
  const [t, workflow] = await Promise.all([getTranslations('console.services'), getTranslations('console.workflow')]);
  return (
    <Table
      caption={t('history')}
      rows={history}
      rowKey={(version) => version.id}
      columns={[
        { key: 'number', header: t('version'), rowHeader: true, cell: (version) => version.number },
        { key: 'state', header: t('state'), cell: (version) => (<><Tag tone={stateTones[version.state]}>{t(`states.${version.state}`)}</Tag>{version.emergency && <span className="mt-1 block text-warning">{version.reviewedAt ? workflow('emergencyApproved') : workflow('emergencyOpen')}</span>}</>) },
        { key: 'note', header: t('changeNote'), cell: (version) => version.changeNote ?? <span className="text-muted">{version.number === 1 ? t('firstVersion') : '—'}</span> },
        { key: 'author', header: t('author'), cell: (version) => (<><span className="block">{version.authorName ?? <span className="text-muted">{t('shipped')}</span>}</span>{version.reviewedByName && <span className="block text-muted">{workflow('reviewedBy', { name: version.reviewedByName })}</span>}</>) },
        { key: 'at', header: t('at'), cell: (version) => <span className="whitespace-nowrap tabular-nums">{shortTime(locale, version.publishedAt ?? version.updatedAt)}</span> },
        { key: 'compare', header: t('compare'), hiddenHeader: true, cell: (version) => version.number > 1 && <Link href={`${here}/compare?from=${version.number - 1}&to=${version.number}`} aria-label={t('compareLabel', { from: version.number - 1, to: version.number })}>{t('changes')}</Link> },
        ...(mayRestore ? [{ key: 'restore', header: workflow('restore'), hiddenHeader: true, cell: (version: VersionSummary) => version.state === 'superseded' && <RestoreVersion serviceId={serviceId} number={version.number} href={`${here}/edit`} /> }] : []),
      ]}
    />
  );
}

const kinds = ['submit', 'recall', 'return', 'approve', 'schedule', 'unschedule', 'publish', 'emergency', 'approve_later', 'restore', 'discard', 'withdraw', 'reinstate', 'archive'] as const;
const isKind = (kind: string): kind is (typeof kinds)[number] => (kinds as readonly string[]).includes(kind);

/** What happened, who did it and what they said. */
export async function Happened({ locale, events }: { locale: Locale; events: readonly ServiceEvent[] }) {
  const t = await getTranslations('console.workflow');
  if (events.length === 0) return null;
  const said = ({ kind, comment }: ServiceEvent) => (comment === null ? null : kind === 'schedule' ? shortTime(locale, new Date(comment)) : kind === 'restore' ? t('fromVersion', { number: comment }) : comment);
  return (
    <section aria-labelledby="happened" className="mt-10 max-w-3xl">
      <h2 id="happened" className="mb-4">
        {t('happened')}
      </h2>
      <Timeline
        events={events.map((event) => ({
          id: event.id,
          title: [isKind(event.kind) ? t(`events.${event.kind}`) : event.kind, event.number === null ? '' : t('ofVersion', { number: event.number })].join(' ').trim(),
          time: { dateTime: event.at.toISOString(), label: `${event.actorName}, ${shortTime(locale, event.at)}` },
          state: event.kind === 'emergency' || event.kind === 'withdraw' ? ('danger' as const) : ('done' as const),
          children: said(event) && <p className="whitespace-pre-line">{said(event)}</p>,
        }))}
      />
    </section>
  );
}
