'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { showToast } from '@/components/toast';
import type { ImportProblem } from '@/server/classifiers/schema';

const mostBytes = 50 * 1_048_576;

const answerSchema = z.union([
  z.object({ outcome: z.literal('imported'), items: z.number() }),
  z.object({ outcome: z.literal('refused'), problems: z.array(z.custom<ImportProblem>()), total: z.number() }),
  z.object({ failure: z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }) }),
]);

export type Problems = { file: string; rows: readonly ImportProblem[]; total: number };
export type FileImport = { send: (url: string, file: File) => Promise<void>; sending: boolean; error: string | null; problems: Problems | null; fail: (message: string) => void; clear: () => void };

/** Sends a chosen file to be imported and keeps what came of it, to show it where the file was chosen. */
export function useImport(done: (items: number) => string): FileImport {
  const t = useTranslations();
  const words = useTranslations('console.failure');
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [problems, setProblems] = useState<Problems | null>(null);
  const clear = () => {
    setError(null);
    setProblems(null);
  };

  async function send(url: string, file: File) {
    clear();
    if (file.size > mostBytes) {
      setError(t('classifiers.errors.fileTooLarge', { row: 0 }));
      return;
    }
    setSending(true);
    try {
      const response = await fetch(`${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams({ name: file.name }).toString()}`, { method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream' } });
      const answer = answerSchema.safeParse(await response.json().catch(() => null)).data;
      if (!answer) setError(words('unexpected'));
      else if ('failure' in answer) setError(t.has(answer.failure.key) ? t(answer.failure.key, answer.failure.params) : words('unexpected'));
      else if (answer.outcome === 'refused') setProblems({ file: file.name, rows: answer.problems, total: answer.total });
      else {
        showToast(done(answer.items));
        router.refresh();
      }
    } catch {
      setError(words('unreachable'));
    } finally {
      setSending(false);
    }
  }

  return { send, sending, error, problems, fail: setError, clear };
}
