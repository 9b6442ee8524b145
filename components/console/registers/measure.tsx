'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Button } from '@/components/button';
import { Refusal } from '../refusal';
import { useTRPC, useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

type Props = { register: string; running: { records: number } | null };

/** Starts measuring and follows it. */
export function Measure({ register, running }: Props) {
  const t = useTranslations('registers.quality');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const { data } = useQuery({ ...trpc.registers.quality.queryOptions({ register }), enabled: running !== null, refetchInterval: 800 });
  const act = useAct(() => client.registers.measure.mutate({ register }), { done: () => t('started') });
  const last = data?.runs[0];
  useEffect(() => {
    if (running !== null && last && last.state !== 'running') router.refresh();
  }, [running, last, router]);
  if (running !== null) {
    return (
      <p role="status">
        {t('running', { count: last?.records ?? running.records })}
        <progress className="progress mt-1 block" aria-hidden="true" />
      </p>
    );
  }
  return (
    <div>
      <Refusal act={act} />
      <Button type="button" variant="secondary" icon="refresh" disabled={act.pending} onClick={() => act.run(undefined)}>
        {t('measure')}
      </Button>
    </div>
  );
}
