'use client';

import type { ReactNode } from 'react';
import { showToast } from '@/components/toast';

/** Shows a toast when pressed: for the examples. */
export function ToastButton({ message, className, children }: { message: string; className: string; children: ReactNode }) {
  return (
    <button type="button" className={className} onClick={() => showToast(message)}>
      {children}
    </button>
  );
}
