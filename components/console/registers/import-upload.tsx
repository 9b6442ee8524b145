'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { z } from 'zod';
import { Button } from '@/components/button';
import { Field, controlProps } from '@/components/field';
import { WhenReady } from '../when-ready';

type Props = { register: string; importsPath: string };

const answerSchema = z.object({ id: z.string().optional(), key: z.string().optional(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });

/** Sends a file of records and goes on to its page; what keeps it from being read is said beside the box. */
export function ImportUpload({ register, importsPath }: Props) {
  const t = useTranslations();
  const words = useTranslations('registers.importer');
  const common = useTranslations('common.form');
  const router = useRouter();
  const [percent, setPercent] = useState<number | null>(null);
  const [error, setError] = useState<string | undefined>();
  const box = useRef<HTMLInputElement>(null);

  function finish(message: string) {
    setPercent(null);
    setError(message);
    box.current?.focus();
  }

  function send() {
    const file = box.current?.files?.[0];
    setError(undefined);
    if (!file) {
      finish(words('none'));
      return;
    }
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => setPercent(Math.floor((loaded / total) * 100));
    request.onerror = () => finish(t('registers.file.failed'));
    request.onload = () => {
      const read = z.string().transform((text): unknown => JSON.parse(text)).pipe(answerSchema).safeParse(request.responseText === '' ? '{}' : request.responseText);
      const { id, key, params = {} } = read.data ?? {};
      if (id !== undefined) router.push(`${importsPath}/${id}`);
      else finish(key !== undefined && t.has(key) ? t(key, params) : t('registers.file.failed'));
    };
    setPercent(0);
    request.open('POST', `/api/registers/${register}/imports`);
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.send(file);
  }

  return (
    <form
      noValidate
      className="max-w-2xl"
      onSubmit={(event) => {
        event.preventDefault();
        if (percent === null) send();
      }}
    >
      <WhenReady>
      <Field name="file" label={words('choose')} hint={words('chooseHint')} error={error} errorPrefix={common('errorPrefix')}>
        <input ref={box} type="file" accept=".csv,.tsv,.txt,.xlsx" {...controlProps({ name: 'file', hint: true, error })} className="control py-2" />
      </Field>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button icon="upload" disabled={percent !== null}>
          {words('send')}
        </Button>
        <span role="status" className="min-w-40">
          {percent !== null && (
            <>
              {words('sending', { percent })}
              <progress max={100} value={percent} className="progress mt-1 block" aria-hidden="true" />
            </>
          )}
        </span>
      </div>
      </WhenReady>
    </form>
  );
}
