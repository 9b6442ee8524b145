'use client';

import { useEffect, useState } from 'react';

/** Templates with `{count}`: "You can enter up to {count} characters". */
export type CharacterCountWords = { limit: string; left: string; over: string };

const say = (template: string, count: number) => template.replace('{count}', String(count));

/** Without JavaScript it states the limit; with it, what is left, spoken when typing pauses. */
export function CharacterCount({ id, max, words }: { id: string; max: number; words: CharacterCountWords }) {
  const [length, setLength] = useState<number>();
  const [spoken, setSpoken] = useState('');
  const left = max - (length ?? 0);
  const text = length === undefined ? say(words.limit, max) : say(left < 0 ? words.over : words.left, Math.abs(left));

  useEffect(() => {
    const box = document.getElementById(id) as HTMLTextAreaElement | null;
    if (!box) return;
    const count = () => setLength([...box.value].length);
    count();
    box.addEventListener('input', count);
    return () => box.removeEventListener('input', count);
  }, [id]);

  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), 1000);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <>
      <p id={`${id}-limit`} className="sr-only">
        {say(words.limit, max)}
      </p>
      <p aria-hidden="true" className={`mt-1.5 tabular-nums ${left < 0 ? 'font-semibold text-danger' : 'text-muted'}`}>
        {text}
      </p>
      <span className="sr-only" aria-live="polite">
        {length === undefined || spoken === say(words.limit, max) ? '' : spoken}
      </span>
    </>
  );
}
