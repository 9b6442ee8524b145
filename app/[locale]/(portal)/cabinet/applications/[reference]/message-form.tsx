'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/error-summary';
import { SubmitButton } from '@/components/submit-button';
import { Textarea } from '@/components/textarea';
import type { MessageState } from './actions';

export type MessageFormProps = {
  action: (before: MessageState, form: FormData) => Promise<MessageState>;
  words: { label: string; hint: string; send: string; errorTitle: string; errorPrefix: string; messageEmpty: string; messageLong: string; refused: string; limit: string; left: string; over: string };
};

/** Writes to the officer. A refused message stays in the box, with and without JavaScript. */
export function MessageForm({ action, words }: MessageFormProps) {
  const [state, send] = useActionState(action, null);
  const error = state === null ? undefined : words[state.problem];
  return (
    <form action={send} noValidate className="max-w-2xl">
      <ErrorSummary title={words.errorTitle} titlePrefix={`${words.errorPrefix} `} errors={error ? [{ name: 'body', message: error }] : []} />
      <Textarea
        key={state?.body}
        name="body"
        label={words.label}
        hint={words.hint}
        error={error}
        errorPrefix={words.errorPrefix}
        defaultValue={state?.body ?? ''}
        rows={4}
        maxCharacters={4_000}
        countWords={{ limit: words.limit, left: words.left, over: words.over }}
      />
      <SubmitButton variant="secondary" className="mt-4">
        {words.send}
      </SubmitButton>
    </form>
  );
}
