'use client';

import { useEffect, useRef, type ReactNode } from 'react';

export type DialogProps = {
  id: string;
  title: string;
  closeLabel: string;
  /** Opened by the page itself, e.g. after a press in the console. */
  open?: boolean | undefined;
  onClose?: (() => void) | undefined;
  children: ReactNode;
  /** Buttons; a `<form method="dialog">` button closes it. */
  actions?: ReactNode;
};

/**
 * A modal question over the page, by the browser's own `<dialog>`: it keeps the focus, closes with Escape and gives
 * the focus back. For the console; citizens' journeys use pages.
 */
export function Dialog({ id, title, closeLabel, open, onClose, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (open === false) dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      id={id}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      className="m-auto w-[min(36rem,calc(100%-2rem))] rounded-lg border border-line bg-raised p-6 text-ink shadow-xl backdrop:bg-black/60"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id={`${id}-title`} className="text-h2">
          {title}
        </h2>
        <form method="dialog">
          <button type="submit" aria-label={closeLabel} className="-mt-1 -mr-2 grid size-11 place-items-center rounded-md text-muted hover:bg-subtle hover:text-ink">
            <svg viewBox="0 0 24 24" width={24} height={24} fill="none" stroke="currentColor" strokeWidth={1.75} strokeLinecap="round" aria-hidden="true">
              <path d="M6 6l12 12M18 6 6 18" />
            </svg>
          </button>
        </form>
      </div>
      <div className="mt-3">{children}</div>
      {actions && <div className="mt-6 flex flex-wrap gap-3">{actions}</div>}
    </dialog>
  );
}

/** A button that opens the dialog with this id. */
export function DialogButton({ opens, className, children }: { opens: string; className?: string | undefined; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      className={className}
      onClick={() => {
        const dialog = document.getElementById(opens);
        if (dialog instanceof HTMLDialogElement) dialog.showModal();
      }}
    >
      {children}
    </button>
  );
}
