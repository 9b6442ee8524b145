'use client';

import { TRPCClientError } from '@trpc/client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { z } from 'zod';

const shape = z.object({ failure: z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullish(), code: z.string().nullish() });

/** The message key of a refusal, e.g. `cases.errors.changed`; null for anything unexpected. */
export function failureOf(error: unknown): { key: string; params: Record<string, string | number> } | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data = shape.safeParse(error.data).data;
  return data?.failure ?? null;
}

/** Words for whatever a procedure answered: its own refusal, or that the server could not be reached. */
export function useFailureWords(): (error: unknown) => string {
  const t = useTranslations();
  const words = useTranslations('console.failure');
  return useCallback(
    (error) => {
      const failure = failureOf(error);
      if (failure && t.has(failure.key)) return t(failure.key, failure.params);
      const code = error instanceof TRPCClientError ? shape.safeParse(error.data).data?.code : undefined;
      if (code === 'UNAUTHORIZED') return words('signedOut');
      if (code === 'BAD_REQUEST') return words('invalid');
      if (error instanceof TRPCClientError && code === undefined) return words('unreachable');
      return words('unexpected');
    },
    [t, words],
  );
}
