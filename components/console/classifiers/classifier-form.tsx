'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/button';
import { ErrorSummary, type ErrorItem } from '@/components/error-summary';
import { Select, type SelectOption } from '@/components/select';
import { TextInput } from '@/components/text-input';
import { Textarea } from '@/components/textarea';
import { newClassifierSchema, type NewClassifier } from '@/server/classifiers/schema';
import { textOf } from '../case/act-form';
import { Refusal } from '../refusal';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

const languages = ['uz', 'ru', 'en'] as const;
const parts = ['title', 'about', 'source'] as const;

type Props = { agencies: readonly SelectOption[]; list: string; /** What it says now; absent for a new one. */ initial?: NewClassifier };

/** What a classifier is, in three languages. Citizens see a new one once its first edition is published. */
export function ClassifierForm({ agencies, list, initial }: Props) {
  const t = useTranslations('classifiers.edit');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [errors, setErrors] = useState<ErrorItem[]>([]);
  const act = useAct((input: NewClassifier) => (initial ? client.classifiers.describe : client.classifiers.create).mutate(input), { done: () => t(initial ? 'described' : 'created'), after: ({ id }) => window.location.assign(`${list}/${id}`) });
  const submit = (data: FormData) => {
    const text = (part: (typeof parts)[number]) => Object.fromEntries(languages.map((language) => [language, textOf(data, `${part}-${language}`)]));
    const read = newClassifierSchema.safeParse({ id: initial?.id ?? textOf(data, 'id'), title: text('title'), about: text('about'), source: text('source'), ownerAgencyId: textOf(data, 'ownerAgencyId') || null });
    const wrong = new Set(read.error?.issues.map(({ path }) => path.join('-')));
    setErrors(['id', ...parts.flatMap((part) => languages.map((language) => `${part}-${language}`))].filter((name) => wrong.has(name)).map((name) => ({ name, message: name === 'id' ? t('wrong.id') : t('wrong.text', { field: labelOf(name) }) })));
    if (read.success) act.run(read.data);
  };
  const labelOf = (name: string) => {
    const [part, language] = name.split('-');
    return `${t(`fields.${part ?? ''}`)}: ${t(`languages.${language ?? ''}`)}`;
  };
  const field = (part: (typeof parts)[number], language: (typeof languages)[number]) => {
    const name = `${part}-${language}`;
    return { name, label: labelOf(name), defaultValue: initial?.[part][language], error: errors.find((one) => one.name === name)?.message, errorPrefix: common('errorPrefix') };
  };
  return (
    <form
      noValidate
      className="max-w-3xl"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <ErrorSummary title={common('errorTitle')} errors={errors} />
      <Refusal act={act} />
      <div className="flex flex-col gap-(--field-gap)">
        {!initial && <TextInput name="id" label={t('fields.id')} hint={t('idHint')} autoComplete="off" spellCheck={false} width="m" error={errors.find(({ name }) => name === 'id')?.message} errorPrefix={common('errorPrefix')} />}
        {languages.map((language) => (
          <TextInput key={language} {...field('title', language)} />
        ))}
        {(['about', 'source'] as const).flatMap((part) => languages.map((language) => <Textarea key={`${part}-${language}`} {...field(part, language)} rows={2} />))}
        <Select name="ownerAgencyId" label={t('fields.owner')} hint={t('ownerHint')} placeholder={t('noOwner')} options={agencies} defaultValue={initial?.ownerAgencyId ?? ''} />
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button disabled={act.pending}>{t(initial ? 'describe' : 'create')}</Button>
        <ButtonLink variant="quiet" href={initial ? `${list}/${initial.id}` : list}>
          {common('cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}
