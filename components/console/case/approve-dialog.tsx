'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextInput } from '@/components/text-input';
import { Textarea } from '@/components/textarea';
import { noteLength } from '@/server/cases/schema';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';
import { ActForm, focusFirst, textOf } from './act-form';
import type { CaseForActing } from './target';

export function ApproveDialog({ target, onClose }: { target: CaseForActing; onClose: () => void }) {
  const t = useTranslations('cases.acts.approve');
  const common = useTranslations('common');
  const client = useTRPCClient();
  const [errors, setErrors] = useState<{ note?: string; validUntil?: string }>({});
  const act = useAct((input: { note: string | null; validUntil: string | null }) => client.cases.approve.mutate({ caseId: target.id, revision: target.revision, ...input }), { done: ({ number }) => t('done', { number }), after: onClose });
  const submit = (data: FormData) => {
    const note = textOf(data, 'note');
    const validUntil = textOf(data, 'validUntil');
    const found = {
      ...(note.length > noteLength.max && { note: t('noteLong', { max: noteLength.max }) }),
      ...(validUntil !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(validUntil) && { validUntil: t('validUntilInvalid') }),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) focusFirst(Object.keys(found));
    else act.run({ note: note === '' ? null : note, validUntil: validUntil === '' ? null : validUntil });
  };
  const field = { optional: true, optionalLabel: common('form.optional'), errorPrefix: common('form.errorPrefix') };
  return (
    <ActForm id="approve" title={t('title')} act={act} submit={{ label: t('confirm') }} onSubmit={submit} onClose={onClose}>
      <p>{t('text', { applicant: target.applicant, service: target.service })}</p>
      <Textarea name="note" label={t('note')} hint={t('noteHint')} rows={3} error={errors.note} {...field} />
      <TextInput type="date" name="validUntil" label={t('validUntil')} hint={t('validUntilHint')} width="s" error={errors.validUntil} {...field} />
    </ActForm>
  );
}
