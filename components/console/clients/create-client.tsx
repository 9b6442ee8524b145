'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Select, type SelectOption } from '@/components/select';
import { TextInput } from '@/components/text-input';
import { newClientSchema } from '@/server/registers/schema-clients';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';
import { SecretDialog } from './secret-dialog';

const names = ['agencyId', 'subsystem', 'name', 'reason'] as const;

/** Registers an information system and shows its secret once. */
export function CreateClient({ agencies }: { agencies: readonly SelectOption[] }) {
  const t = useTranslations('registers.clients');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ code: string; secret: string } | null>(null);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const close = () => {
    setOpen(false);
    setWrong(new Set());
  };
  const act = useAct((input: Parameters<typeof client.registers.createClient.mutate>[0]) => client.registers.createClient.mutate(input), {
    done: () => t('created'),
    after: (output) => {
      setMade(output);
      close();
    },
  });
  const submit = (data: FormData) => {
    const read = newClientSchema.safeParse(Object.fromEntries(names.map((name) => [name, textOf(data, name)])));
    const found = names.filter((name) => read.error?.issues.some(({ path }) => path[0] === name));
    setWrong(new Set(found));
    if (read.success) act.run(read.data);
    else focusFirst(found);
  };
  const error = (name: (typeof names)[number]) => (wrong.has(name) ? t(`errors.${name}`) : undefined);
  const errorPrefix = common('errorPrefix');
  return (
    <>
      <Button type="button" icon="plus" onClick={() => setOpen(true)}>
        {t('add')}
      </Button>
      {open && (
        <ActForm id="create-client" title={t('add')} act={act} submit={{ label: t('create') }} onSubmit={submit} onClose={close}>
          <Select name="agencyId" label={t('agency')} placeholder={t('choose')} options={agencies} error={error('agencyId')} errorPrefix={errorPrefix} />
          <TextInput name="subsystem" label={t('subsystem')} hint={t('subsystemHint')} autoComplete="off" spellCheck={false} width="m" error={error('subsystem')} errorPrefix={errorPrefix} />
          <TextInput name="name" label={t('name')} error={error('name')} errorPrefix={errorPrefix} />
          <TextInput name="reason" label={t('reason')} hint={t('reasonHint')} error={error('reason')} errorPrefix={errorPrefix} />
        </ActForm>
      )}
      {made && <SecretDialog {...made} onClose={() => setMade(null)} />}
    </>
  );
}
