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

type Props = { register: string; state: string; progress: number; problems: { key: string; field: string; message: string }[] };

/** A migration to the next version: how far it is, or which records keep it from being done. */
export function Migration({ register, state, progress, problems }: Props) {
  const t = useTranslations('registers.editor');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const running = state === 'migrating';
  const { data, isFetched } = useQuery({ ...trpc.registers.migration.queryOptions({ register }), enabled: running, refetchInterval: 700 });
  const now = isFetched ? data?.state : state;
  useEffect(() => {
    if (running && now !== 'migrating') router.refresh();
  }, [running, now, router]);
  const discard = useAct(() => client.registers.discardMigration.mutate({ register }), { done: () => t('discarded') });
  if (running) {
    return (
      <NotificationBanner title={t('changes')}>
        <p role="status">{t('migrating', { count: data?.progress ?? progress })}</p>
        <progress className="progress mt-2 max-w-md" aria-label={t('migrating', { count: data?.progress ?? progress })} />
      </NotificationBanner>
    );
  }
  return (
    <NotificationBanner tone="danger" title={t('changes')}>
      <p className="mb-3">{t('failed')}</p>
      <ul className="mb-4 list-disc pl-5">
        {problems.map(({ key, field, message }) => (
          <li key={`${key} ${field}`}>
            <span className="tabular-nums">{key}</span>, {field}: {message}
          </li>
        ))}
      </ul>
      <Refusal act={discard} />
      <Button type="button" variant="secondary" disabled={discard.pending} onClick={() => discard.run(undefined)}>
        {t('discard')}
      </Button>
    </NotificationBanner>
  );
}
