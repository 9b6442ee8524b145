'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Textarea } from '@/components/textarea';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { Refusal } from '../refusal';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

type Props = { serviceId: string; revision: number; title: string; after: string };

/** Publishes the draft after a note on what changed and a question; or gives it up. */
export function PublishForm({ serviceId, revision, title, after }: Props) {
  const t = useTranslations('console.publish');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [asked, setAsked] = useState<'publish' | 'discard' | null>(null);
  const [error, setError] = useState<string>();
  // A full load: the page it leads to says what was published.
  const leave = (query: string) => window.location.assign(`${after}?${query}`);
  const publish = useAct((changeNote: string) => client.catalogue.publish.mutate({ serviceId, revision, changeNote }), { done: ({ number }) => t('done', { number }), after: ({ number }) => leave(`published=${number}`) });
  const discard = useAct(() => client.catalogue.discardDraft.mutate({ serviceId, revision }), { done: () => t('discarded'), after: () => leave('discarded=1') });
  const submit = (data: FormData) => {
    const note = textOf(data, 'changeNote');
    const found = note.length < 5 ? t('noteShort') : note.length > 500 ? t('noteLong') : undefined;
    setError(found);
    if (found) focusFirst(['changeNote']);
    else publish.run(note);
  };
  return (
    <div className="flex flex-wrap gap-3">
      <Button type="button" icon="check" onClick={() => setAsked('publish')}>
        {t('button')}
      </Button>
      <Button type="button" variant="danger" icon="trash" onClick={() => setAsked('discard')}>
        {t('discardButton')}
      </Button>
      {asked === 'publish' && (
        <ActForm id="publish" title={t('title')} act={publish} submit={{ label: t('confirm') }} onSubmit={submit} onClose={() => setAsked(null)}>
          <p>{t('text', { title })}</p>
          <Textarea name="changeNote" label={t('note')} hint={t('noteHint')} rows={3} error={error} errorPrefix={common('errorPrefix')} />
        </ActForm>
      )}
      {asked === 'discard' && (
        <ActForm id="discard" title={t('discardTitle')} act={discard} submit={{ label: t('discardConfirm'), danger: true }} onSubmit={() => discard.run(undefined)} onClose={() => setAsked(null)}>
          <p>{t('discardText', { title })}</p>
        </ActForm>
      )}
    </div>
  );
}

/** Opens a draft beside the published version, and leads to it. */
export function OpenDraft({ serviceId, href, label }: { serviceId: string; href: string; label: string }) {
  const t = useTranslations('console.services');
  const client = useTRPCClient();
  const open = useAct(() => client.catalogue.openDraft.mutate(serviceId), { done: () => t('draftOpened'), after: () => window.location.assign(href) });
  return (
    <div className="min-w-0">
      <Refusal act={open} />
      <Button type="button" icon="edit" disabled={open.pending} onClick={() => open.run(undefined)}>
        {label}
      </Button>
    </div>
  );
}
