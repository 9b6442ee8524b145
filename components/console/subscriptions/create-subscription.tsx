'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Checkboxes } from '@/components/checkboxes';
import { Details } from '@/components/details';
import { Radios } from '@/components/radios';
import { Select, type SelectOption } from '@/components/select';
import { TextInput } from '@/components/text-input';
import { changeKinds, deliveryWays, subscriptionSchema } from '@/server/registers/schema-subscriptions';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';
import { ShownSecret } from './shown-secret';

type Props = { register: string; clients: readonly SelectOption[]; fields: readonly SelectOption[]; /** Fields by whose values changes may be chosen. */ filters: readonly SelectOption[] };
const named = ['clientId', 'name', 'purpose', 'delivery', 'url'] as const;
type Named = (typeof named)[number];

/** Subscribes an information system; its signing secret is shown once. */
export function CreateSubscription({ register, clients, fields, filters }: Props) {
  const t = useTranslations('registerFeed');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Partial<Record<Named, string>>>({});
  const close = () => {
    setOpen(false);
    setWrong({});
  };
  const act = useAct((input: Parameters<typeof client.registers.subscriptions.create.mutate>[0]) => client.registers.subscriptions.create.mutate(input), {
    done: () => t('created'),
    after: (made) => {
      close();
      setSecret(made.secret);
    },
  });
  const submit = (data: FormData) => {
    const delivery = textOf(data, 'delivery');
    const read = subscriptionSchema.safeParse({
      register, clientId: textOf(data, 'clientId'), name: textOf(data, 'name'), purpose: textOf(data, 'purpose'), delivery, url: delivery === 'webhook' ? textOf(data, 'url') : null,
      fields: data.getAll('fields'), kinds: data.getAll('kinds'),
      filters: Object.fromEntries(filters.flatMap(({ value }) => (textOf(data, `filter-${value}`) === '' ? [] : [[value, textOf(data, `filter-${value}`)]]))),
    });
    const places = new Set(read.error?.issues.map(({ path }) => path[0]));
    const noUrl = delivery === 'webhook' && textOf(data, 'url') === '';
    const found = Object.fromEntries(named.filter((name) => places.has(name) || (name === 'url' && noUrl)).map((name) => [name, t(`wrong.${name}`)]));
    setWrong(found);
    if (read.success) act.run(read.data);
    else focusFirst(Object.keys(found));
  };
  const errorPrefix = common('errorPrefix');
  const url = <TextInput name="url" type="url" label={t('url')} hint={t('urlHint')} autoComplete="off" error={wrong.url} errorPrefix={errorPrefix} />;
  return (
    <>
      <Button type="button" icon="plus" onClick={() => setOpen(true)}>
        {t('create')}
      </Button>
      {open && (
        <ActForm id="subscribe" title={t('create')} act={act} submit={{ label: t('createConfirm') }} onSubmit={submit} onClose={close}>
          <Select name="clientId" label={t('client')} hint={t('clientHint')} placeholder={t('chooseClient')} options={clients} defaultValue={clients.length === 1 ? clients[0]?.value : ''} error={wrong.clientId} errorPrefix={errorPrefix} />
          <TextInput name="name" label={t('name')} hint={t('nameHint')} autoComplete="off" maxLength={120} error={wrong.name} errorPrefix={errorPrefix} />
          <TextInput name="purpose" label={t('purpose')} hint={t('purposeHint')} autoComplete="off" maxLength={200} error={wrong.purpose} errorPrefix={errorPrefix} />
          <Radios name="delivery" label={t('delivery')} options={deliveryWays.toReversed().map((way) => ({ value: way, label: t(`ways.${way}`), ...(way === 'webhook' && { reveal: url }) }))} error={wrong.delivery} errorPrefix={errorPrefix} />
          <Checkboxes name="fields" label={t('fields')} hint={t('fieldsHint')} options={fields.map(({ value, label }) => ({ value, label }))} />
          <Details summary={t('kinds')}>
            <Checkboxes name="kinds" label={t('kinds')} hint={t('kindsHint')} options={changeKinds.filter((kind) => kind !== 'erase').map((kind) => ({ value: kind, label: t(`kindNames.${kind}`) }))} />
          </Details>
          {filters.length > 0 && (
            <Details summary={t('filters')}>
              <p className="mb-3 text-muted">{t('filtersHint')}</p>
              <div className="flex flex-col gap-3">
                {filters.map(({ value, label }) => <TextInput key={value} name={`filter-${value}`} label={label} autoComplete="off" maxLength={250} width="m" />)}
              </div>
            </Details>
          )}
        </ActForm>
      )}
      {secret !== null && <ShownSecret secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}
