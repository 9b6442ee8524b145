import type { InputHTMLAttributes } from 'react';

/** `results` and `none` are spoken; `{count}` stands for the number. */
export type ComboboxWords = { list: string; results: string; none: string };

export type ComboboxInputProps = InputHTMLAttributes<HTMLInputElement> & {
  id: string;
  name: string;
  source: string;
  words: ComboboxWords;
  /** Choosing submits the form (search), or sends the item's value as `<name>-value` (field). */
  submits?: boolean | undefined;
  defaultItemValue?: string | undefined;
};

const option = 'cursor-pointer border-l-4 border-transparent px-4 py-2.5 text-[1rem] hover:bg-subtle aria-selected:border-accent aria-selected:bg-accent-soft';

/** A text box that `public/enhance.js` makes an ARIA 1.2 combobox; without scripts it stays a text box. */
export function ComboboxInput({ id, name, source, words, submits, defaultItemValue = '', ...rest }: ComboboxInputProps) {
  return (
    <div className="relative">
      <input
        {...rest}
        id={id}
        name={name}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={false}
        aria-controls={`${id}-list`}
        data-source={source}
        data-results={words.results}
        data-none={words.none}
        {...(submits && { 'data-submits': '' })}
      />
      {!submits && <input type="hidden" id={`${id}-value`} name={`${name}-value`} defaultValue={defaultItemValue} />}
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={words.list}
        hidden
        data-option={option}
        className="absolute top-full z-30 mt-1.5 max-h-96 w-full overflow-y-auto rounded-md border border-line bg-raised py-1.5 text-left text-ink shadow-lg"
      />
      <span id={`${id}-status`} role="status" className="sr-only" />
    </div>
  );
}
