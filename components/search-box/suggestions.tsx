'use client';

import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

/** One answer of the source. With `href` choosing it goes there; without, it fills the box and searches. */
export type Suggestion = { label: string; hint?: string; href?: string };

/** `results` and `none` are spoken; `{count}` stands for the number. */
export type SuggestionWords = { list: string; results: string; none: string };

type Props = {
  id: string;
  name: string;
  label: string;
  source: string;
  words: SuggestionWords;
  placeholder?: string | undefined;
  defaultValue?: string | undefined;
  className: string;
};

const pause = 150;

export function Suggestions({ id, name, label, source, words, placeholder, defaultValue = '', className }: Props) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(defaultValue);
  const [typed, setTyped] = useState('');
  const [items, setItems] = useState<Suggestion[]>([]);
  const [answered, setAnswered] = useState('');
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const shown = open && items.length > 0;

  useEffect(() => {
    const query = typed.trim();
    if (query.length < 2) return setItems([]);
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const url = `${source}${source.includes('?') ? '&' : '?'}q=${encodeURIComponent(query)}`;
      fetch(url, { signal: abort.signal, headers: { accept: 'application/json' } })
        .then((response) => (response.ok ? (response.json() as Promise<{ items: Suggestion[] }>) : { items: [] }))
        .then((answer) => {
          setItems(answer.items);
          setAnswered(query);
          setActive(-1);
        })
        // Suggestions only help: without them the form still searches.
        .catch(() => setItems([]));
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [typed, source]);

  const choose = (item: Suggestion) => {
    setOpen(false);
    if (item.href) return window.location.assign(item.href);
    setValue(item.label);
    requestAnimationFrame(() => input.current?.form?.requestSubmit());
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = items[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (items.length === 0) return;
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are items: the box itself.
      setActive(((active + 1 + step + items.length + 1) % (items.length + 1)) - 1);
    } else if (event.key === 'Enter' && shown && chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    }
  };

  useEffect(() => {
    if (active >= 0) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);

  return (
    <>
      <input
        ref={input}
        type="search"
        id={id}
        name={name}
        value={value}
        placeholder={placeholder}
        className={className}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
        onChange={(event) => {
          setValue(event.target.value);
          setTyped(event.target.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={`${label}: ${words.list}`}
        hidden={!shown}
        className="absolute top-full z-30 mt-1.5 max-h-96 w-full overflow-y-auto rounded-md border border-line bg-raised py-1.5 text-left shadow-lg"
      >
        {items.map((item, index) => (
          <li
            key={`${item.label}${item.href}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className="cursor-pointer border-l-4 border-transparent px-4 py-2.5 hover:bg-subtle aria-selected:border-accent aria-selected:bg-accent-soft"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(item)}
          >
            <span className="block font-medium">{item.label}</span>
            {item.hint && <span className="block text-[0.9375em] text-muted">{item.hint}</span>}
          </li>
        ))}
      </ul>
      <span role="status" className="sr-only">
        {open && answered ? (items.length > 0 ? words.results.replace('{count}', String(items.length)) : words.none) : ''}
      </span>
    </>
  );
}
