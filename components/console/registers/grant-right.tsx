'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Checkboxes } from '@/components/checkboxes';
import { Select, type SelectOption } from '@/components/select';
import { TextInput } from '@/components/text-input';
import { grantRightSchema, rightActions } from '@/server/registers/schema-clients';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

type Props = { register: string; today: string; agencies: readonly SelectOption[]; clients: readonly SelectOption[]; fields: readonly SelectOption[]; /** Whether the person may let a system define what the register holds. */ mayDefine: boolean };
const names = ['holder', 'actions', 'fields', 'legalGround', 'validFrom', 'validTo'] as const;

/** Gives the staff of an agency or a system a right in the register, on a stated legal ground. */
export function GrantRight({ register, today, agencies, clients, fields, mayDefine }: Props) {
  const t = useTranslations('registers.rights');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const close = () => {
    setOpen(false);
    setWrong(new Set());
  };
  const act = useAct((input: Parameters<typeof client.registers.grantRight.mutate>[0]) => client.registers.grantRight.mutate(input), { done: () => t('granted'), after: close });
  const submit = (data: FormData) => {
    const [kind, holder] = textOf(data, 'holder').split(':');
    const chosen = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
    const validTo = textOf(data, 'validTo');
    const read = grantRightSchema.safeParse({ register, agencyId: kind === 'agency' ? holder : null, clientId: kind === 'client' ? holder : null, actions: chosen('actions'), fields: chosen('fields'), legalGround: textOf(data, 'legalGround'), validFrom: textOf(data, 'validFrom'), validTo: validTo === '' ? null : validTo });
    const paths = new Set(read.error?.issues.map(({ path }) => (path[0] === 'agencyId' || path[0] === 'clientId' ? 'holder' : path[0])));
    if (textOf(data, 'holder') === '') paths.add('holder');
    const found = names.filter((name) => paths.has(name));
    setWrong(new Set(found));
    if (read.success) act.run(read.data);
    else focusFirst(found);
  };
  const error = (name: (typeof names)[number]) => (wrong.has(name) ? t(`errors.${name}`) : undefined);
  const errorPrefix = common('errorPrefix');
  const holders = [...agencies.map(({ value, label }) => ({ value: `agency:${value}`, label: `${t('agencies')}: ${label}` })), ...clients.map(({ value, label }) => ({ value: `client:${value}`, label: `${t('systems')}: ${label}` }))];
  return (
    <>
      <Button type="button" icon="plus" onClick={() => setOpen(true)}>
        {t('grant')}
      </Button>
      {open && (
        <ActForm id="grant-right" title={t('grant')} act={act} submit={{ label: t('grant') }} onSubmit={submit} onClose={close}>
          <Select name="holder" label={t('holder')} placeholder={common('choose')} options={holders} error={error('holder')} errorPrefix={errorPrefix} />
          <Checkboxes name="actions" label={t('actions')} options={rightActions.filter((value) => value !== 'define' || mayDefine).map((value) => ({ value, label: t(`action.${value}`) }))} error={error('actions')} errorPrefix={errorPrefix} />
          <Checkboxes name="fields" label={t('fields')} options={fields} error={error('fields')} errorPrefix={errorPrefix} />
          <TextInput name="legalGround" label={t('ground')} hint={t('groundHint')} error={error('legalGround')} errorPrefix={errorPrefix} />
          <TextInput name="validFrom" type="date" width="m" label={t('from')} defaultValue={today} error={error('validFrom')} errorPrefix={errorPrefix} />
          <TextInput name="validTo" type="date" width="m" label={t('to')} optional optionalLabel={common('optional')} error={error('validTo')} errorPrefix={errorPrefix} />
        </ActForm>
      )}
    </>
  );
}
