'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Radios } from '@/components/radios';
import { Textarea } from '@/components/textarea';
import { TextInput } from '@/components/text-input';
import { withdrawalModes, withdrawSchema } from '@/server/catalogue/schema-workflow';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

const languages = ['uz', 'ru', 'en'] as const;

/** Takes a service off the portal, with what citizens are told instead. */
export function Withdraw({ serviceId }: { serviceId: string }) {
  const t = useTranslations('console.withdrawal');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const close = () => {
    setOpen(false);
    setWrong(new Set());
  };
  const act = useAct((input: Parameters<typeof client.catalogue.withdraw.mutate>[0]) => client.catalogue.withdraw.mutate(input), { done: () => t('done'), after: close });
  const submit = (data: FormData) => {
    const mode = textOf(data, 'mode');
    const reason = { uz: textOf(data, 'reason-uz'), ru: textOf(data, 'reason-ru'), en: textOf(data, 'reason-en') };
    const read = withdrawSchema.safeParse({ serviceId, withdrawal: { mode, reason, ...(mode === 'redirect' && { to: textOf(data, 'to') }) } });
    const found = [...new Set([...languages.filter((language) => reason[language].length < 5).map((language) => `reason-${language}`), ...(read.error?.issues.some(({ path }) => path.includes('to')) ? ['to'] : [])])];
    setWrong(new Set(found));
    if (found.length > 0) focusFirst(found);
    else if (read.success) act.run(read.data);
  };
  const errorPrefix = common('errorPrefix');
  return (
    <>
      <Button type="button" variant="quiet" icon="close" onClick={() => setOpen(true)}>
        {t('withdraw')}
      </Button>
      {open && (
        <ActForm id="withdraw" title={t('title')} act={act} submit={{ label: t('withdraw'), danger: true }} onSubmit={submit} onClose={close}>
          <p className="max-w-prose">{t('text')}</p>
          <Radios name="mode" label={t('mode')} defaultValue="banner" options={withdrawalModes.map((mode) => ({ value: mode, label: t(`modes.${mode}`), ...(mode === 'redirect' && { reveal: <TextInput name="to" label={t('to')} hint={t('toHint')} error={wrong.has('to') ? t('errors.to') : undefined} errorPrefix={errorPrefix} /> }) }))} />
          {languages.map((language) => (
            <Textarea key={language} name={`reason-${language}`} label={t(`reason.${language}`)} rows={2} error={wrong.has(`reason-${language}`) ? t('errors.reason') : undefined} errorPrefix={errorPrefix} />
          ))}
        </ActForm>
      )}
    </>
  );
}

/** Brings a withdrawn service back, or puts it away. */
export function AfterWithdrawal({ serviceId, archived }: { serviceId: string; archived: boolean }) {
  const t = useTranslations('console.withdrawal');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [asked, setAsked] = useState<'reinstate' | 'archive' | null>(null);
  const [wrong, setWrong] = useState(false);
  const close = () => {
    setAsked(null);
    setWrong(false);
  };
  const act = useAct((reason: string) => (asked === 'archive' ? client.catalogue.archive.mutate({ serviceId, reason }) : client.catalogue.reinstate.mutate({ serviceId, reason })), { done: () => t('done'), after: close });
  const submit = (data: FormData) => {
    const reason = textOf(data, 'reason');
    setWrong(reason.length < 5);
    if (reason.length < 5) focusFirst(['reason']);
    else act.run(reason);
  };
  return (
    <div className="mt-3 flex flex-wrap gap-3">
      <Button type="button" variant="secondary" onClick={() => setAsked('reinstate')}>
        {t('reinstate')}
      </Button>
      {!archived && (
        <Button type="button" variant="quiet" onClick={() => setAsked('archive')}>
          {t('archive')}
        </Button>
      )}
      {asked && (
        <ActForm id={asked} title={t(asked)} act={act} submit={{ label: t(asked) }} onSubmit={submit} onClose={close}>
          <p className="max-w-prose">{t(`${asked}Text`)}</p>
          <Textarea name="reason" label={t('why')} rows={2} error={wrong ? t('errors.reason') : undefined} errorPrefix={common('errorPrefix')} />
        </ActForm>
      )}
    </div>
  );
}
