'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkboxes } from '@/components/checkboxes';
import { Textarea } from '@/components/textarea';
import { noteLength } from '@/server/cases/schema';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';
import { ActForm, focusFirst, textOf } from './act-form';
import type { CaseForActing } from './target';

export function CorrectionDialog({ target, onClose }: { target: CaseForActing; onClose: () => void }) {
  const t = useTranslations('cases.acts.correction');
  const common = useTranslations('common');
  const client = useTRPCClient();
  const [errors, setErrors] = useState<{ page?: string; note?: string }>({});
  const act = useAct((input: { pageIds: string[]; note: string }) => client.cases.askForCorrection.mutate({ caseId: target.id, revision: target.revision, ...input }), { done: () => t('done'), after: onClose });
  const submit = (data: FormData) => {
    const pageIds = data.getAll('page').map(String);
    const note = textOf(data, 'note');
    const { min, max } = noteLength;
    const found = {
      ...(pageIds.length === 0 && { page: t('pagesMissing') }),
      ...(note.length < min && { note: t('noteShort', { min }) }),
      ...(note.length > max && { note: t('noteLong', { max }) }),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) focusFirst(Object.keys(found));
    else act.run({ pageIds, note });
  };
  return (
    <ActForm id="correction" title={t('title')} act={act} submit={{ label: t('confirm') }} onSubmit={submit} onClose={onClose}>
      <p>{t('text')}</p>
      <Checkboxes name="page" label={t('pages')} hint={t('pagesHint')} error={errors.page} errorPrefix={common('form.errorPrefix')} options={target.pages.map(({ id, title }) => ({ value: id, label: title }))} />
      <Textarea name="note" label={t('note')} hint={t('noteHint')} rows={4} error={errors.note} errorPrefix={common('form.errorPrefix')} />
    </ActForm>
  );
}
