'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { ActForm } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';
import { WhenReady } from '../when-ready';
import { SynonymForm, type SynonymGroup } from './synonym-form';

/** Makes a new group. */
export function AddSynonym() {
  const t = useTranslations('search');
  const [open, setOpen] = useState(false);
  return (
    <WhenReady>
      <Button type="button" icon="plus" onClick={() => setOpen(true)}>
        {t('add')}
      </Button>
      {open && <SynonymForm title={t('add')} onClose={() => setOpen(false)} />}
    </WhenReady>
  );
}

/** Makes words that found nothing lead to others. */
export function AnswerMiss({ query }: { query: string }) {
  const t = useTranslations('search.misses');
  const [open, setOpen] = useState(false);
  return (
    <WhenReady>
      <Button type="button" variant="secondary" fit onClick={() => setOpen(true)} aria-label={t('answerFor', { query })}>
        {t('answer')}
      </Button>
      {open && <SynonymForm title={t('answerFor', { query })} start={{ direction: 'one_way', words: [query] }} onClose={() => setOpen(false)} />}
    </WhenReady>
  );
}

/** Changes a group or takes it away. */
export function SynonymActs({ group }: { group: SynonymGroup }) {
  const t = useTranslations('search');
  const client = useTRPCClient();
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const remove = useAct(() => client.search.removeSynonym.mutate({ id: group.id, revision: group.revision }), { done: () => t('removed'), after: close });
  const name = group.words[0] ?? '';
  return (
    <WhenReady>
      <div className="flex flex-wrap gap-2">
        <Button type="button" variant="secondary" fit onClick={() => setOpen('change')} aria-label={t('changeOf', { name })}>
          {t('change')}
        </Button>
        <Button type="button" variant="quiet" fit onClick={() => setOpen('remove')} aria-label={t('removeOf', { name })}>
          {t('remove')}
        </Button>
      </div>
      {open === 'change' && <SynonymForm title={t('changeOf', { name })} group={group} onClose={close} />}
      {open === 'remove' && (
        <ActForm id="remove-synonym" title={t('removeOf', { name })} act={remove} submit={{ label: t('remove'), danger: true }} onSubmit={() => remove.run(undefined)} onClose={close}>
          <p className="max-w-prose">{t('removeText')}</p>
        </ActForm>
      )}
    </WhenReady>
  );
}
