'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/error-summary';
import { Select, type SelectOption } from '@/components/select';
import { SubmitButton } from '@/components/submit-button';
import { Textarea } from '@/components/textarea';
import type { ReportState } from './actions';

type Props = {
  action: (before: ReportState, form: FormData) => Promise<ReportState>;
  fields: readonly SelectOption[];
  words: { field: string; whole: string; text: string; textHint: string; send: string; errorTitle: string; errorPrefix: string; problems: Record<NonNullable<ReportState>['problem'], string>; limit: string; left: string; over: string };
};

/** Says what is wrong in a record. A refused report stays in the box, with and without JavaScript. */
export function ReportForm({ action, fields, words }: Props) {
  const [state, send] = useActionState(action, null);
  const error = state === null ? undefined : words.problems[state.problem];
  return (
    <form action={send} noValidate className="flex max-w-2xl flex-col gap-(--field-gap)">
      <ErrorSummary title={words.errorTitle} titlePrefix={`${words.errorPrefix} `} errors={error ? [{ name: 'text', message: error }] : []} />
      <Select key={`field ${state?.field ?? ''}`} name="field" label={words.field} placeholder={words.whole} options={fields} defaultValue={state?.field ?? ''} />
      <Textarea key={`text ${state?.text ?? ''}`} name="text" label={words.text} hint={words.textHint} rows={5} maxCharacters={2_000} countWords={{ limit: words.limit, left: words.left, over: words.over }} defaultValue={state?.text ?? ''} error={error} errorPrefix={words.errorPrefix} />
      <div>
        <SubmitButton>{words.send}</SubmitButton>
      </div>
    </form>
  );
}
