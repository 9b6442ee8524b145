'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { FieldError } from '@/components/field';
import { Icon, type IconName } from '@/components/icon';
import { moved } from './form';
import { useFieldError } from './localized-field';

type Props<Item> = {
  id: string;
  title: string;
  hint?: string;
  items: readonly Item[];
  onChange: (items: Item[]) => void;
  make: () => Item;
  addLabel: string;
  /** "Step 2": what a line is called. */
  lineLabel: (position: number) => string;
  children: (item: Item, id: string, update: (item: Item) => void) => ReactNode;
};

/** A list whose lines are added, removed and moved by buttons, so by keyboard too; what happened is spoken. */
export function LineList<Item extends { key: string }>({ id, title, hint, items, onChange, make, addLabel, lineLabel, children }: Props<Item>) {
  const t = useTranslations('console.editor.list');
  const common = useTranslations('common.form');
  const error = useFieldError(id);
  const [spoken, setSpoken] = useState('');
  const focusNext = useRef<string | null>(null);
  useEffect(() => {
    if (focusNext.current === null) return;
    const target = document.getElementById(focusNext.current);
    (target?.matches('button, textarea, input') ? target : target?.querySelector<HTMLElement>('textarea, input'))?.focus();
    focusNext.current = null;
  });
  const move = (index: number, by: -1 | 1) => {
    if (index + by < 0 || index + by >= items.length) return;
    onChange(moved(items, index, by));
    setSpoken(t('moved', { position: index + by + 1, total: items.length }));
    focusNext.current = `${id}-${index + by}-${by < 0 ? 'up' : 'down'}`;
  };
  const remove = (index: number) => {
    onChange(items.filter((_, other) => other !== index));
    setSpoken(t('removed', { line: lineLabel(index + 1) }));
    focusNext.current = items.length > 1 ? `${id}-${Math.max(0, index - 1)}-remove` : `${id}-add`;
  };
  const add = () => {
    onChange([...items, make()]);
    setSpoken(t('added', { line: lineLabel(items.length + 1) }));
    focusNext.current = `${id}-${items.length}-line`;
  };
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="font-semibold">{title}</legend>
      {hint && <p className="mt-1 max-w-prose text-muted">{hint}</p>}
      {error && <FieldError id={id} error={error} errorPrefix={common('errorPrefix')} />}
      <ol className="mt-2 flex flex-col gap-3">
        {items.map((item, index) => (
          <li key={item.key} id={`${id}-${index}-line`} className="flex gap-2 rounded-md border border-line bg-raised p-2 sm:p-3">
            <span aria-hidden="true" className="w-5 shrink-0 pt-1 text-right text-muted tabular-nums">
              {index + 1}
            </span>
            <div role="group" aria-label={lineLabel(index + 1)} className="min-w-0 flex-1">
              {children(item, `${id}-${index}`, (changed) => onChange(items.map((other, at) => (at === index ? changed : other))))}
            </div>
            <div className="flex shrink-0 flex-col gap-1">
              <Tool id={`${id}-${index}-up`} icon="arrow-up" label={t('up', { line: lineLabel(index + 1) })} off={index === 0} onPress={() => move(index, -1)} />
              <Tool id={`${id}-${index}-down`} icon="arrow-down" label={t('down', { line: lineLabel(index + 1) })} off={index === items.length - 1} onPress={() => move(index, 1)} />
              <Tool id={`${id}-${index}-remove`} icon="trash" label={t('remove', { line: lineLabel(index + 1) })} onPress={() => remove(index)} />
            </div>
          </li>
        ))}
      </ol>
      {/* An error of the whole list leads to the button that mends it. */}
      <Button type="button" id={error ? id : `${id}-add`} variant="secondary" fit icon="plus" className="mt-2" onClick={add}>
        {addLabel}
      </Button>
      <p aria-live="polite" className="sr-only">
        {spoken}
      </p>
    </fieldset>
  );
}

/** Stays in the tab order at the ends of the list, so that the focus is not lost after the last move. */
function Tool({ id, icon, label, off = false, onPress }: { id: string; icon: IconName; label: string; off?: boolean; onPress: () => void }) {
  return (
    <button type="button" id={id} title={label} aria-label={label} aria-disabled={off || undefined} onClick={onPress} className="grid size-8 place-items-center rounded-md text-accent hover:bg-accent-soft aria-disabled:cursor-default aria-disabled:text-muted aria-disabled:opacity-50 aria-disabled:hover:bg-transparent">
      <Icon name={icon} size={20} />
    </button>
  );
}
