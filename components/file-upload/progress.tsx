'use client';

import { useRef, useState, type ChangeEvent, type InputHTMLAttributes } from 'react';

/** Templates with `{percent}`, `{size}` and `{types}` in them already said by the page, except `{percent}`. */
export type UploadWords = { uploading: string; done: string; failed: string; tooLarge: string };

export type UploadProgressProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'onChange'> & {
  id: string;
  name: string;
  /** Takes a POST of one `file`, answers `{ "id": string }`. */
  endpoint: string;
  maxBytes: number;
  words: UploadWords;
};

type State = { step: 'idle' } | { step: 'sending'; percent: number } | { step: 'done'; id: string; file: string } | { step: 'failed'; message: string };

/** Sends the file as soon as it is chosen and posts its id as `<name>-id`. Without JavaScript the form sends the file. */
export function UploadProgress({ id, name, endpoint, maxBytes, words, className, ...rest }: UploadProgressProps) {
  const [state, setState] = useState<State>({ step: 'idle' });
  const request = useRef<XMLHttpRequest>(null);

  const send = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    request.current?.abort();
    if (!file) {
      setState({ step: 'idle' });
      return;
    }
    if (file.size > maxBytes) {
      input.value = '';
      setState({ step: 'failed', message: words.tooLarge });
      return;
    }
    const xhr = (request.current = new XMLHttpRequest());
    const failed = () => setState({ step: 'failed', message: words.failed });
    xhr.upload.onprogress = ({ loaded, total }) => setState({ step: 'sending', percent: Math.round((loaded / total) * 100) });
    xhr.onerror = failed;
    xhr.onload = () => {
      if (xhr.status < 200 || xhr.status > 299) {
        failed();
        return;
      }
      input.value = '';
      setState({ step: 'done', id: (JSON.parse(xhr.responseText) as { id: string }).id, file: file.name });
    };
    const body = new FormData();
    body.append('file', file);
    xhr.open('POST', endpoint);
    xhr.send(body);
    setState({ step: 'sending', percent: 0 });
  };

  return (
    <>
      <input {...rest} id={id} name={name} type="file" className={className} onChange={send} />
      {state.step === 'done' && <input type="hidden" name={`${name}-id`} value={state.id} />}
      {state.step === 'sending' && <progress max={100} value={state.percent} aria-label={words.uploading.replace('{percent}', String(state.percent))} className="progress mt-3" />}
      <p role="status" className={state.step === 'failed' ? 'mt-2 font-semibold text-danger' : 'mt-2 text-muted empty:hidden'}>
        {state.step === 'sending' && words.uploading.replace('{percent}', String(state.percent))}
        {state.step === 'done' && `${state.file}: ${words.done}`}
        {state.step === 'failed' && state.message}
      </p>
    </>
  );
}
