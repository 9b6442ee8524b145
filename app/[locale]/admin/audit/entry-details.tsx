import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/icon';
import type { AuditRow } from '@/server/insight/service-audit';

type Props = { entry: AuditRow; agency: string | null; /** "Took a case, 27.11.2026 14:03:11", for screen readers. */ of: string };

/** Everything an entry holds, for those who must know exactly. */
export async function EntryDetails({ entry, agency, of }: Props) {
  const t = await getTranslations('insight.audit');
  const known: [string, string | null][] = [
    [t('fields.entry'), entry.id],
    [t('fields.code'), entry.action],
    [t('fields.subject'), `${entry.subjectType} ${entry.subjectId}`],
    [t('fields.agency'), agency],
    [t('fields.actor'), entry.actorUserId],
    [t('fields.onBehalfOf'), entry.onBehalfOf],
    [t('fields.request'), entry.requestId],
  ];
  const facts = Object.entries(entry.detail).map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
  return (
    <details className="group/entry">
      <summary className="inline-flex min-h-9 items-center gap-1 text-accent underline decoration-1 underline-offset-4 hover:text-accent-hover">
        <Icon name="chevron-right" size={16} className="group-open/entry:rotate-90" />
        {t('details')}
        <span className="sr-only">: {of}</span>
      </summary>
      <dl className="mt-1 flex w-72 max-w-full flex-col gap-1.5 border-l-4 border-line pl-3 text-[0.9375em] wrap-anywhere">
        {[...known, ...facts].map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt className="text-muted">{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </details>
  );
}
