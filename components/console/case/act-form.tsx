'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode, SubmitEvent } from 'react';
import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Refusal } from '../refusal';

type Props = {
  id: string;
  title: string;
  act: { error: string | null; pending: boolean; clear: () => void };
  submit: { label: string; danger?: boolean };
  onSubmit: (data: FormData) => void;
  onClose: () => void;
  children: ReactNode;
};

/** A question over the case with one form: nothing happens before its button is pressed. */
export function ActForm({ id, title, act, submit, onSubmit, onClose, children }: Props) {
  const t = useTranslations('common');
  return (
    <Dialog id={id} title={title} closeLabel={t('notice.close')} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          onSubmit(new FormData(event.currentTarget));
        }}
      >
        <Refusal act={act} />
        <div className="flex flex-col gap-(--field-gap)">{children}</div>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button variant={submit.danger ? 'danger' : 'primary'} disabled={act.pending}>
            {submit.label}
          </Button>
          <Button type="button" variant="quiet" onClick={onClose}>
            {t('form.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** Brings the reader to the first field in error. */
export function focusFirst(names: readonly string[]): void {
  const [first] = names;
  if (first) document.getElementById(first)?.focus();
}
