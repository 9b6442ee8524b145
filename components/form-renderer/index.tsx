import type { ReactNode } from 'react';
import type { Choice } from '@/components/radios';
import type { Entered } from '@/server/forms/engine-reading';
import type { Answers, Field, Page } from '@/server/forms/schema';
import { SummaryList } from '@/components/summary-list';
import { FieldInput } from './field-input';
import type { FormWords, TerritoryGroup } from './words';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';

export type FormRendererProps = {
  page: Page;
  locale: Locale;
  /** What to show in the inputs, by input name. */
  entered: Entered;
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string>>;
  /** Answers to what was asked before: they decide which options are shown. */
  known: Answers;
  /** Fields that the register answers for good, and how the answer reads. */
  locked: Readonly<Record<string, string>>;
  /** Fields that the register proposes an answer for. */
  proposed: ReadonlySet<string>;
  territories: readonly TerritoryGroup[];
  words: FormWords;
};

/** A field of the same page that is asked only after one choice of another. */
function dependsOn(field: Field, page: Page): { field: string; choice: string } | null {
  const { when } = field;
  if (!when || !('equals' in when)) return null;
  return page.fields.some((other) => other.id === when.field) ? { field: when.field, choice: when.equals } : null;
}

/**
 * The questions of one page. With a single question its label is the page's h1; otherwise the page's title
 * is, above. Questions that depend on a choice of the same page are revealed under it, without scripts.
 */
export function FormRenderer(props: FormRendererProps) {
  const { page, locale, locked } = props;
  const asked = page.fields.filter((field) => !Object.hasOwn(locked, field.id));
  const known = page.fields.filter((field) => Object.hasOwn(locked, field.id));
  const single = page.fields.length === 1 && asked.length === 1 && page.title === undefined;

  const input = (field: Field): ReactNode => (
    <FieldInput
      key={field.id}
      field={field}
      locale={locale}
      heading={single}
      entered={props.entered}
      error={props.errors[field.id]}
      known={props.known}
      proposed={props.proposed.has(field.id)}
      territories={props.territories}
      words={props.words}
      reveals={revealsOf(field)}
    />
  );
  const revealsOf = (parent: Field): Readonly<Record<string, Choice['reveal']>> => {
    const children = asked.map((field) => ({ field, on: dependsOn(field, page) })).filter(({ on }) => on?.field === parent.id);
    const choices = [...new Set(children.map(({ on }) => on?.choice ?? ''))];
    return Object.fromEntries(choices.map((choice) => [choice, <div key={choice} className="flex flex-col gap-(--field-gap) py-2">{children.filter(({ on }) => on?.choice === choice).map(({ field }) => input(field))}</div>]));
  };

  return (
    <div className="flex max-w-3xl flex-col gap-(--field-gap)">
      {known.length > 0 && (
        <div>
          <SummaryList rows={known.map((field) => ({ key: textIn(field.label, locale), value: locked[field.id] }))} />
          <p className="mt-2 text-muted">{props.words.fromRegister}</p>
        </div>
      )}
      {asked.filter((field) => dependsOn(field, page) === null).map(input)}
    </div>
  );
}
