'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { TextInput } from '@/components/text-input';
import { Textarea } from '@/components/textarea';
import { publishEditionSchema } from '@/server/classifiers/schema';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

type Props = { classifierId: string; revision: number; number: number; items: number; earliest: string | null; today: string; after: string };
type FieldName = 'validFrom' | 'changeNote';

/** Publishes the draft from a day on, after a note on what changed and a question. */
export function PublishEdition({ classifierId, revision, number, items, earliest, today, after }: Props) {
  const t = useTranslations('classifiers.edit');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [errors, setErrors] = useState<Partial<Record<FieldName, string>>>({});
  // A full load: the page it leads to says what was published.
  const act = useAct((input: Parameters<typeof client.classifiers.publish.mutate>[0]) => client.classifiers.publish.mutate(input), { done: (published) => t('published', { number: published.number }), after: (published) => window.location.assign(`${after}?published=${published.number}`) });
  const submit = (data: FormData) => {
    const read = publishEditionSchema.safeParse({ classifierId, revision, validFrom: textOf(data, 'validFrom'), changeNote: textOf(data, 'changeNote') });
    const wrong = new Set(read.error?.issues.map(({ path }) => path[0]));
    const found = Object.fromEntries((['validFrom', 'changeNote'] as const).filter((name) => wrong.has(name)).map((name) => [name, t(`wrong.${name}`)]));
    setErrors(found);
    if (read.success) act.run(read.data);
    else focusFirst(Object.keys(found));
  };
  return (
    <>
      <Button type="button" icon="check" onClick={() => setOpen(true)}>
        {t('publish')}
      </Button>
      {open && (
        <ActForm id="publish" title={t('publishTitle', { number })} act={act} submit={{ label: t('publishConfirm') }} onSubmit={submit} onClose={() => setOpen(false)}>
          <p className="max-w-prose">{t('publishText', { count: items })}</p>
          <TextInput name="validFrom" type="date" width="m" label={t('validFrom')} hint={t('validFromHint')} defaultValue={earliest !== null && earliest > today ? earliest : today} error={errors.validFrom} errorPrefix={common('errorPrefix')} />
          <Textarea name="changeNote" label={t('changeNote')} hint={t('changeNoteHint')} rows={3} error={errors.changeNote} errorPrefix={common('errorPrefix')} />
        </ActForm>
      )}
    </>
  );
}

/** Gives the draft up, after a question. */
export function DiscardEdition({ classifierId, revision, after }: { classifierId: string; revision: number; after: string }) {
  const t = useTranslations('classifiers.edit');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const act = useAct(() => client.classifiers.discard.mutate({ classifierId, revision }), { done: () => t('discarded'), after: () => window.location.assign(after) });
  return (
    <>
      <Button type="button" variant="danger" icon="trash" onClick={() => setOpen(true)}>
        {t('discard')}
      </Button>
      {open && (
        <ActForm id="discard" title={t('discardTitle')} act={act} submit={{ label: t('discardConfirm'), danger: true }} onSubmit={() => act.run(undefined)} onClose={() => setOpen(false)}>
          <p className="max-w-prose">{t('discardText')}</p>
        </ActForm>
      )}
    </>
  );
}
