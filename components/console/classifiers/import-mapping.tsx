'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { FileUpload } from '@/components/file-upload';
import { Select, type SelectOption } from '@/components/select';
import { ActForm, textOf } from '../case/act-form';
import { Refusal } from '../refusal';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';
import { ImportProblems } from './problems';
import { useImport } from './use-import';

/** Options are `<classifier>` for whichever edition is in force, or `<classifier>@<number>`. */
type Props = { classifierId: string; own: readonly SelectOption[]; others: readonly SelectOption[] };

/** Chooses a file of correspondences and what it is between; it replaces what the two had before. */
export function ImportMapping({ classifierId, own, others }: Props) {
  const t = useTranslations('classifiers.edit');
  const common = useTranslations('common.form');
  const work = useImport((rows) => t('mappingImported', { count: rows }));
  return (
    <>
      <form
        noValidate
        className="flex flex-col items-start gap-(--field-gap)"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const file = data.get('rows');
          const [to = '', other = ''] = textOf(data, 'to').split('@');
          if (work.sending) return;
          work.clear();
          if (to === '') work.fail(t('chooseOther'));
          else if (!(file instanceof File) || file.name === '') work.fail(t('chooseFile'));
          else void work.send(`/api/admin/classifiers/${classifierId}/mappings?${new URLSearchParams({ own: textOf(data, 'own').split('@')[1] ?? '', to, other }).toString()}`, file);
        }}
      >
        <Refusal act={work} />
        <Select name="own" label={t('mappingFrom')} options={own} />
        <Select name="to" label={t('mappingTo')} placeholder={t('chooseClassifier')} options={others} />
        <FileUpload name="rows" label={t('mappingFile')} hint={t('mappingHint')} accept=".csv,.tsv,.txt,.xlsx" facts={t('mappingFacts')} errorPrefix={common('errorPrefix')} />
        <Button variant="secondary" icon="upload" disabled={work.sending}>
          {work.sending ? t('reading') : t('mappingImport')}
        </Button>
      </form>
      {work.problems && <ImportProblems problems={work.problems} />}
    </>
  );
}

/** Takes a mapping away, after a question. */
export function DeleteMapping({ classifierId, mappingId, name }: { classifierId: string; mappingId: string; name: string }) {
  const t = useTranslations('classifiers.edit');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const act = useAct(() => client.classifiers.deleteMapping.mutate({ classifierId, mappingId }), { done: () => t('mappingDeleted'), after: () => setOpen(false) });
  return (
    <>
      <Button type="button" variant="quiet" fit onClick={() => setOpen(true)}>
        {t('mappingDelete')}
        <span className="sr-only">: {name}</span>
      </Button>
      {open && (
        <ActForm id={`delete-${mappingId}`} title={t('mappingDeleteTitle')} act={act} submit={{ label: t('discardConfirm'), danger: true }} onSubmit={() => act.run(undefined)} onClose={() => setOpen(false)}>
          <p className="max-w-prose">{t('mappingDeleteText', { name })}</p>
        </ActForm>
      )}
    </>
  );
}
