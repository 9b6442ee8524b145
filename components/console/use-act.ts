'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { showToast } from '@/components/toast';
import { useFailureWords } from './failure';

export type Act<Input> = { run: (input: Input) => void; pending: boolean; error: string | null; clear: () => void };

/**
 * One press in the console: runs it once, says that it was done and shows the page as it is now, or keeps the
 * words of the refusal to show beside the button.
 */
export function useAct<Input, Output>(work: (input: Input) => Promise<Output>, options: { done: (output: Output) => string; after?: (output: Output) => void }): Act<Input> {
  const router = useRouter();
  const words = useFailureWords();
  const [error, setError] = useState<string | null>(null);
  const mutation = useMutation({
    mutationFn: work,
    onMutate: () => setError(null),
    onSuccess: (output) => {
      showToast(options.done(output));
      options.after?.(output);
      router.refresh();
    },
    onError: (problem) => setError(words(problem)),
  });
  return {
    run: (input) => {
      if (!mutation.isPending) mutation.mutate(input);
    },
    pending: mutation.isPending,
    error,
    clear: () => setError(null),
  };
}
