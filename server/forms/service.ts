/** Reading forms and putting answers into words. Forms are public data: there is nobody to authorise. */
import { createTranslator } from 'next-intl';
import { dayInWords, numberInWords } from '../platform/i18n/dates.ts';
import type { Locale } from '../platform/i18n/locales.ts';
import { messagesOf } from '../platform/i18n/messages.ts';
import { textIn } from '../platform/i18n/text.ts';
import { listTerritories, type Territory } from '../registers/service.ts';
import { summarise } from './engine.ts';
import { prefilledAnswer } from './engine-reading.ts';
import * as repository from './repository.ts';
import type { Answer, Answers, Field, FormDefinition, PrefillData } from './schema.ts';

export type { Form } from './repository.ts';
export { activeForm as findActiveForm } from './repository.ts';

const versions = new Map<string, repository.Form>();

/** A version of a form. Versions never change once used, so they are kept in memory. */
export async function findForm(id: string): Promise<repository.Form | null> {
  const known = versions.get(id) ?? (await repository.formById(id));
  if (known) versions.set(id, known);
  return known;
}

export type AnswerRow = { pageId: string; fieldId: string; label: string; value: string | null; /** Taken from a register and not changed. */ fromRegister: boolean; uploadIds: string[] };
export type AnswerSection = { id: string; title: string; rows: AnswerRow[] };

type Given = { definition: FormDefinition; answers: Answers; prefill: PrefillData; uploads: readonly { id: string; name: string }[] };

/** Questions and answers as people read them, in a language. */
export async function describeAnswers({ definition, answers, prefill, uploads }: Given, locale: Locale): Promise<AnswerSection[]> {
  const sections = summarise(definition, answers);
  const asked = sections.some(({ rows }) => rows.some(({ field }) => field.kind === 'territory'));
  const words = new AnswerWords(locale, asked ? await listTerritories() : [], uploads);
  return sections.map(({ section, rows }) => ({
    id: section.id,
    title: textIn(section.title, locale),
    rows: rows.map(({ page, field, answer }) => ({
      pageId: page.id,
      fieldId: field.id,
      label: textIn(field.label, locale),
      value: answer === null ? null : words.of(field, answer),
      fromRegister: answer !== null && prefilledAnswer(field, { known: answers, prefill, today: '' }) === answer,
      uploadIds: field.kind === 'file' && Array.isArray(answer) ? answer : [],
    })),
  }));
}

class AnswerWords {
  private readonly t: (key: string) => string;

  constructor(
    private readonly locale: Locale,
    private readonly territories: readonly Territory[],
    private readonly uploads: readonly { id: string; name: string }[],
  ) {
    this.t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'common.form' }) as (key: string) => string;
  }

  of(field: Field, answer: Answer): string {
    const one = typeof answer === 'string' ? answer : (answer[0] ?? '');
    switch (field.kind) {
      case 'yesno': return this.t(one === 'yes' ? 'yes' : 'no');
      case 'radios': case 'select': return this.option(field.options, one);
      case 'checkboxes': return (Array.isArray(answer) ? answer : [answer]).map((value) => this.option(field.options, value)).join(', ');
      case 'date': return dayInWords(one, this.locale);
      case 'number': return [numberInWords(Number(one), this.locale), field.unit && textIn(field.unit, this.locale)].filter(Boolean).join(' ');
      case 'money': return `${numberInWords(Number(one), this.locale)} ${this.t('currency')}`;
      case 'phone': return one.replace(/^\+998(\d{2})(\d{3})(\d{2})(\d{2})$/, '+998 $1 $2-$3-$4');
      case 'plate': return one.replace(/^(\d{2})([A-Z])(\d{3})([A-Z]{2})$/, '$1 $2 $3 $4').replace(/^(\d{2})(\d{3})([A-Z]{3})$/, '$1 $2 $3');
      case 'territory': return this.territory(one);
      case 'file': return (Array.isArray(answer) ? answer : []).map((id) => this.uploads.find((upload) => upload.id === id)?.name ?? '—').join(', ');
      case 'text': case 'textarea': case 'email': case 'pinfl': case 'stir': case 'passport': case 'cadastre': return one;
    }
  }

  private option(options: readonly { value: string; label: Parameters<typeof textIn>[0] }[], value: string): string {
    const found = options.find((option) => option.value === value);
    return found ? textIn(found.label, this.locale) : value;
  }

  private territory(code: string): string {
    const district = this.territories.find((territory) => territory.code === code);
    const region = this.territories.find((territory) => territory.code === district?.parentCode);
    return [region, district].flatMap((territory) => (territory ? [textIn(territory.name, this.locale)] : [])).join(', ') || code;
  }
}
