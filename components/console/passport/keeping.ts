'use client';

import { useEffect, useRef, useState } from 'react';
import { useTRPCClient } from '../trpc';
import type { PassportForm } from './form';

export type Holder = { mine: true } | { mine: false; name: string };

const renewMs = 30_000;
const keepAfterMs = 2_000;

/** Holds the draft while its editor is open. Whoever else opens it is told, and may take it over. */
export function useDraftLock(serviceId: string): { holder: Holder | null; takeOver: () => void } {
  const client = useTRPCClient();
  const [holder, setHolder] = useState<Holder | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let gone = false;
    const take = (takeOver: boolean) =>
      client.catalogue.takeLock.mutate({ serviceId, takeOver }).then((state) => {
        if (!gone) setHolder(state.mine ? { mine: true } : { mine: false, name: state.name });
      }, () => undefined); // Offline: the lock stays as it was until it can be renewed.
    void take(asked > 0);
    const timer = setInterval(() => void take(false), renewMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [client, serviceId, asked]);
  return { holder, takeOver: () => setAsked((count) => count + 1) };
}

/** Keeps what is typed a moment after the last key, whether or not it is sound yet. */
export function useKeptWork({ serviceId, revision, form, dirty, held }: { serviceId: string; revision: number; form: PassportForm; dirty: boolean; held: boolean }): 'none' | 'kept' | 'failed' {
  const client = useTRPCClient();
  const [state, setState] = useState<'none' | 'kept' | 'failed'>('none');
  const first = useRef(true);
  useEffect(() => {
    // What was just loaded is there already.
    if (first.current || !dirty || !held) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => {
      client.catalogue.keepWork.mutate({ serviceId, revision, work: JSON.parse(JSON.stringify(form)) as never }).then(({ kept }) => setState(kept ? 'kept' : 'failed'), () => setState('failed'));
    }, keepAfterMs);
    return () => clearTimeout(timer);
  }, [client, serviceId, revision, form, dirty, held]);
  return dirty ? state : 'none';
}
