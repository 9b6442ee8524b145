import clsx from 'clsx';
import { ComboboxInput, type ComboboxWords } from '@/components/combobox/input';
import { Icon } from '@/components/icon';

export type SearchBoxProps = {
  /** Where the form goes (GET). */
  action: string;
  /** Name of the query in the address; also the id. */
  name?: string | undefined;
  id?: string | undefined;
  label: string;
  /** The label is for screen readers; the placeholder or a heading says the same. */
  hiddenLabel?: boolean | undefined;
  placeholder?: string | undefined;
  defaultValue?: string | undefined;
  buttonLabel: string;
  /** URL answering `?q=` with `{ "items": [{ "label", "hint"?, "href"? }] }`. Absent: no suggestions. */
  source?: string | undefined;
  words?: ComboboxWords | undefined;
  /** Other fields of the address to keep (chosen filters). */
  keep?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** Large, for the hero. */
  size?: 'm' | 'l' | undefined;
};

/** Search as a plain form; with JavaScript an ARIA 1.2 combobox that suggests while one types. */
export function SearchBox({
  action, name = 'q', id = name, label, hiddenLabel, placeholder, defaultValue, buttonLabel, source, words, keep, size = 'm',
}: SearchBoxProps) {
  const large = size === 'l';
  const look = large ? 'min-h-12 w-full bg-transparent pr-2 pl-11 text-[1.125em] outline-none! shadow-none!' : 'control rounded-r-none border-r-0 pl-11';
  return (
    <form action={action} role="search" aria-label={label} className="w-full">
      {Object.entries(keep ?? {}).flatMap(([key, value]) =>
        [value].flat().map((one) => <input key={`${key}=${one}`} type="hidden" name={key} value={one} />),
      )}
      <label htmlFor={id} className={hiddenLabel ? 'sr-only' : 'mb-2 block font-semibold'}>
        {label}
      </label>
      <div className={clsx('flex', large && 'rounded-lg border-[1.5px] border-line-strong bg-raised p-1.5 has-[input:focus-visible]:ring-3 has-[input:focus-visible]:ring-focus-gap has-[input:focus-visible]:outline-3 has-[input:focus-visible]:outline-offset-3 has-[input:focus-visible]:outline-focus')}>
        <div className="relative min-w-0 flex-1 text-ink">
          <Icon name="search" size={20} className="pointer-events-none absolute top-1/2 left-3.5 z-10 -translate-y-1/2 text-muted" />
          {source && words ? (
            <ComboboxInput type="search" {...{ id, name, source, words, placeholder, defaultValue }} submits className={look} />
          ) : (
            <input type="search" {...{ id, name, placeholder, defaultValue }} autoComplete="off" className={look} />
          )}
        </div>
        <button
          type="submit"
          className={clsx(
            'flex shrink-0 items-center gap-2 bg-accent px-4 font-semibold text-on-accent hover:bg-accent-hover',
            large ? 'rounded-md sm:px-6' : 'rounded-r-md border-[1.5px] border-accent',
          )}
        >
          <Icon name="search" size={20} className="sm:hidden" />
          <span className="max-sm:sr-only">{buttonLabel}</span>
        </button>
      </div>
    </form>
  );
}
