'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Button } from '@/components/button';
import { NotificationBanner } from '@/components/notification-banner';
import { Refusal } from '../refusal';
import { useTRPC, useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

type Counts = { state: string; mode: string; rows: number; total: number; accepted: number; rejected: number; revision: number };
type Props = { id: string; counts: Counts };

const running = new Set(['checking', 'importing']);

/** Follows an import while it runs, and offers what can be done when it stands. */
export function ImportRun({ id, counts }: Props) {
  const t = useTranslations('registers.importer');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const { data = counts } = useQuery({ ...trpc.registers.importProgress.queryOptions({ id }), enabled: running.has(counts.state), refetchInterval: (query) => (running.has(query.state.data?.state ?? counts.state) ? 700 : false) });
  const now = running.has(counts.state) ? data : counts;
  useEffect(() => {
    if (data.state !== counts.state) router.refresh();
  }, [data.state, counts.state, router]);
  const start = useAct((mode: 'all' | 'accepted') => client.registers.startImport.mutate({ id, revision: counts.revision, mode }), { done: () => t('started') });
  const stop = useAct(() => client.registers.cancelImport.mutate({ id }), { done: () => t('stopped') });
  if (running.has(now.state)) {
    const importing = now.state === 'importing';
    return (
      <NotificationBanner title={importing ? t('importing') : t('checking')}>
        <p role="status">{t('progress', { done: now.rows })}</p>
        <progress className="progress my-3 max-w-md" {...(now.total > 0 && { max: now.total, value: now.rows })} aria-label={importing ? t('importing') : t('checking')} />
        <p className="mb-3 text-muted">{t('leave')}</p>
        <Refusal act={stop} />
        {(!importing || now.mode === 'accepted') && (
          <Button type="button" variant="secondary" disabled={stop.pending} onClick={() => stop.run(undefined)}>
            {t('stop')}
          </Button>
        )}
      </NotificationBanner>
    );
  }
  if (counts.state !== 'checked' || counts.accepted === 0) return null;
  return (
    <div className="mt-5">
      <Refusal act={start} />
      {counts.rejected > 0 && <p className="mb-3 max-w-prose">{t('allOrNothing')}</p>}
      <Button type="button" disabled={start.pending} onClick={() => start.run(counts.rejected === 0 ? 'all' : 'accepted')}>
        {counts.rejected === 0 ? t('importAll') : t('importAccepted', { count: counts.accepted })}
      </Button>
    </div>
  );
}
