'use client';

import { useEffect, useState } from 'react';

export type ToastTone = 'success' | 'danger' | 'neutral';
type Toast = { key: number; message: string; tone: ToastTone };

const channel = 'yagona:toast';
const lifetime = 8000;

/** Says something in passing, from anywhere in the console. What must not be missed belongs on the page. */
export function showToast(message: string, tone: ToastTone = 'success') {
  window.dispatchEvent(new CustomEvent(channel, { detail: { message, tone } }));
}

const looks: Record<ToastTone, string> = { success: 'border-l-success', danger: 'border-l-danger', neutral: 'border-l-accent' };

/** The place where toasts appear: once in a layout. Spoken politely; an error stays until it is closed. */
export function Toasts({ label, closeLabel }: { label: string; closeLabel: string }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const close = (key: number) => setToasts((all) => all.filter((toast) => toast.key !== key));
  useEffect(() => {
    let count = 0;
    const add = (event: Event) => {
      const toast = { ...(event as CustomEvent<Omit<Toast, 'key'>>).detail, key: ++count };
      setToasts((all) => [...all, toast].slice(-4));
      if (toast.tone !== 'danger') setTimeout(() => close(toast.key), lifetime);
    };
    window.addEventListener(channel, add);
    return () => window.removeEventListener(channel, add);
  }, []);
  return (
    <section data-toasts aria-label={label} aria-live="polite" className="pointer-events-none fixed right-4 bottom-4 left-4 z-50 flex flex-col items-end gap-2 sm:left-auto">
      {toasts.map(({ key, message, tone }) => (
        <div key={key} className={`pointer-events-auto flex w-full max-w-md items-center gap-3 rounded-md border border-l-4 border-line bg-raised py-2 pr-2 pl-4 text-ink shadow-lg ${looks[tone]}`}>
          <p className="min-w-0 flex-1">{message}</p>
          <button type="button" onClick={() => close(key)} className="min-h-11 rounded-sm px-3 font-semibold text-accent hover:bg-accent-soft">
            {closeLabel}
          </button>
        </div>
      ))}
    </section>
  );
}
