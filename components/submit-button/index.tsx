'use client';

import clsx from 'clsx';
import type { ButtonHTMLAttributes } from 'react';
import { useFormStatus } from 'react-dom';
import { buttonClass, type ButtonLook } from '@/components/button/look';

export type SubmitButtonProps = ButtonLook & ButtonHTMLAttributes<HTMLButtonElement> & { pendingLabel?: string | undefined };

/** A submit button that says it is working and cannot be pressed twice. Without JavaScript it is a plain button. */
export function SubmitButton({ pendingLabel, variant, wide, fit, className, children, ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={clsx(buttonClass({ variant, wide, fit }), className)}
      {...rest}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
    >
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  );
}
