'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState, type SubmitEvent } from 'react';
import { Button } from '@/components/button';
import { Textarea } from '@/components/textarea';
import { Refusal } from '../refusal';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';
import { textOf } from './act-form';

export function MessageForm({ caseId }: { caseId: string }) {
  const t = useTranslations('cases.messages');
  const common = useTranslations('common');
  const client = useTRPCClient();
  const form = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<string>();
  const send = useAct((body: string) => client.cases.message.mutate({ caseId, body }), { done: () => t('sent'), after: () => form.current?.reset() });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = textOf(new FormData(event.currentTarget), 'body');
    setError(body === '' ? t('missing') : body.length > 4_000 ? t('tooLong') : undefined);
    if (body !== '' && body.length <= 4_000) send.run(body);
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="no-print mt-4 flex flex-col items-start gap-3">
      <Refusal act={send} />
      <Textarea name="body" id="message" label={t('label')} hint={t('hint')} rows={3} error={error} errorPrefix={common('form.errorPrefix')} className="w-full" />
      <Button variant="secondary" fit icon="send" disabled={send.pending}>
        {t('send')}
      </Button>
    </form>
  );
}
