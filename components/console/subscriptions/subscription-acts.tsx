'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/button';
import { ActForm } from '../case/act-form';
import { Refusal } from '../refusal';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

type Props = { id: string; name: string; paused: boolean; webhook: boolean; /** Where to go when it is removed. */ list: string };

/** What a keeper may do with a subscription. */
export function SubscriptionActs({ id, name, paused, webhook, list }: Props) {
  const t = useTranslations('registerFeed');
  const router = useRouter();
  const { registers: { subscriptions } } = useTRPCClient();
  const [asking, setAsking] = useState(false);
  const pausing = useAct(() => (paused ? subscriptions.resume : subscriptions.pause).mutate({ id }), { done: () => t(paused ? 'resumed' : 'paused') });
  const testing = useAct(() => subscriptions.test.mutate({ id }), { done: ({ status, problem }) => t('tested', { answer: status ?? t(`problems.${problem ?? 'network'}`) }) });
  const removing = useAct(() => subscriptions.remove.mutate({ id }), { done: () => t('removed'), after: () => router.push(list) });
  return (
    <>
      {[pausing, testing].map((act, index) => <Refusal key={index} act={act} />)}
      {webhook && (
        <Button type="button" variant="secondary" disabled={testing.pending} onClick={() => testing.run(undefined)}>
          {t('test')}
        </Button>
      )}
      <Button type="button" variant={paused ? 'primary' : 'secondary'} disabled={pausing.pending} onClick={() => pausing.run(undefined)}>
        {t(paused ? 'resume' : 'pause')}
      </Button>
      <Button type="button" variant="danger" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      {asking && (
        <ActForm id="remove" title={t('removeTitle')} act={removing} submit={{ label: t('removeConfirm'), danger: true }} onSubmit={() => removing.run(undefined)} onClose={() => setAsking(false)}>
          <p>{t('removeText', { name })}</p>
        </ActForm>
      )}
    </>
  );
}
