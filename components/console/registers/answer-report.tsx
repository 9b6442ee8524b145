'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Radios } from '@/components/radios';
import { Textarea } from '@/components/textarea';
import { reportAnswerSchema } from '@/server/registers/schema-reports';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

/** Answers a person's report that a record is wrong. */
export function AnswerReport({ id, about }: { id: string; about: string }) {
  const t = useTranslations('registers.reports');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const close = () => {
    setOpen(false);
    setWrong(new Set());
  };
  const act = useAct((input: Parameters<typeof client.registers.answerReport.mutate>[0]) => client.registers.answerReport.mutate(input), { done: () => t('answered'), after: close });
  const submit = (data: FormData) => {
    const read = reportAnswerSchema.safeParse({ id, outcome: textOf(data, 'outcome'), answer: textOf(data, 'answer') });
    const names = ['outcome', 'answer'].filter((name) => read.error?.issues.some(({ path }) => path[0] === name));
    setWrong(new Set(names));
    if (read.success) act.run(read.data);
    else focusFirst(names);
  };
  const errorPrefix = common('errorPrefix');
  return (
    <>
      <Button type="button" variant="secondary" fit onClick={() => setOpen(true)} aria-label={t('answerFor', { record: about })}>
        {t('answer')}
      </Button>
      {open && (
        <ActForm id={`answer-${id}`} title={t('answerFor', { record: about })} act={act} submit={{ label: t('send') }} onSubmit={submit} onClose={close}>
          <Radios name="outcome" label={t('outcome')} options={[{ value: 'corrected', label: t('outcomes.corrected') }, { value: 'rejected', label: t('outcomes.rejected') }]} error={wrong.has('outcome') ? t('errors.outcome') : undefined} errorPrefix={errorPrefix} />
          <Textarea name="answer" label={t('answerText')} hint={t('answerHint')} rows={4} error={wrong.has('answer') ? t('errors.answer') : undefined} errorPrefix={errorPrefix} />
        </ActForm>
      )}
    </>
  );
}
