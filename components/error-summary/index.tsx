'use client';

import { useEffect, useRef } from 'react';

export type ErrorItem = { /** Name (id) of the field. Absent: the error belongs to no field. */ name?: string | undefined; message: string };

export type ErrorSummaryProps = {
  title: string;
  errors: readonly ErrorItem[];
  /** "Error: ", put before the page's title when the page did not come from the server with it. */
  titlePrefix?: string | undefined;
  /** Not where it is only shown, as in the examples. */
  focus?: boolean | undefined;
};

/**
 * What is wrong, at the top of the form, focused as soon as it appears; each line leads to its field. Renders
 * nothing without errors. Without JavaScript `autofocus` brings one here.
 */
export function ErrorSummary({ title, errors, titlePrefix, focus = true }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length === 0 || !focus) return;
    box.current?.focus();
    if (titlePrefix && !document.title.startsWith(titlePrefix)) document.title = titlePrefix + document.title;
  }, [errors, titlePrefix, focus]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} autoFocus={focus} role="alert" aria-labelledby="error-summary-title" className="mb-8 rounded-md border-2 border-danger bg-danger-soft p-5">
      <h2 id="error-summary-title" className="text-h3">
        {title}
      </h2>
      <ul className="mt-2 flex flex-col gap-1">
        {errors.map(({ name, message }) => (
          <li key={`${name}:${message}`} className="font-semibold text-danger">
            {name ? (
              <a href={`#${name}`} className="inline-block py-1 underline underline-offset-4 hover:decoration-2" onClick={(event) => focusField(event, name)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Scrolls to the field's label or legend rather than to its box, and focuses the box. */
function focusField(event: { preventDefault: () => void }, name: string) {
  const field = document.getElementById(name);
  if (!field) return;
  event.preventDefault();
  const label = field.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${CSS.escape(name)}"]`);
  (label ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}
