'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkboxes } from '@/components/checkboxes';
import { Textarea } from '@/components/textarea';
import { reasonLength } from '@/server/cases/schema';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';
import { ActForm, focusFirst, textOf } from './act-form';
import type { CaseForActing } from './target';

export function RefuseDialog({ target, onClose }: { target: CaseForActing; onClose: () => void }) {
  const t = useTranslations('cases.acts.refuse');
  const common = useTranslations('common');
  const client = useTRPCClient();
  const [error, setError] = useState<string>();
  const act = useAct((input: { grounds: number[]; reason: string }) => client.cases.refuse.mutate({ caseId: target.id, revision: target.revision, ...input }), { done: ({ number }) => t('done', { number }), after: onClose });
  const submit = (data: FormData) => {
    const reason = textOf(data, 'reason');
    const { min, max } = reasonLength;
    const found = reason.length < min ? t('reasonShort', { min }) : reason.length > max ? t('reasonLong', { max }) : undefined;
    setError(found);
    if (found) focusFirst(['reason']);
    else act.run({ grounds: data.getAll('ground').map(Number), reason });
  };
  return (
    <ActForm id="refuse" title={t('title')} act={act} submit={{ label: t('confirm'), danger: true }} onSubmit={submit} onClose={onClose}>
      <p>{t('text', { applicant: target.applicant, service: target.service })}</p>
      {target.refusalGrounds.length > 0 && (
        <Checkboxes name="ground" label={t('grounds')} hint={t('groundsHint')} options={target.refusalGrounds.map((ground, position) => ({ value: String(position), label: ground }))} />
      )}
      <Textarea name="reason" label={t('reason')} hint={t('reasonHint', { min: reasonLength.min })} rows={5} error={error} errorPrefix={common('form.errorPrefix')} maxCharacters={reasonLength.max} countWords={{ limit: common.raw('form.characters.limit') as string, left: common.raw('form.characters.left') as string, over: common.raw('form.characters.over') as string }} />
    </ActForm>
  );
}
