'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Radios } from '@/components/radios';
import { Textarea } from '@/components/textarea';
import { directions, synonymSchema, type Direction, type SynonymInput } from '@/server/search/schema';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

export type SynonymGroup = SynonymInput & { id: string; revision: number };

type Props = {
  title: string;
  /** The group to change; without it a new one is made. */
  group?: SynonymGroup | undefined;
  /** What a new group begins with: words that found nothing. */
  start?: { direction: Direction; words: readonly string[] } | undefined;
  onClose: () => void;
};

const lines = (data: FormData, name: string) => textOf(data, name).split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** A group of words that mean the same, or words that lead to others. */
export function SynonymForm({ title, group, start, onClose }: Props) {
  const t = useTranslations('search.form');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const act = useAct(
    async (input: SynonymInput) => {
      if (group) await client.search.changeSynonym.mutate({ ...input, id: group.id, revision: group.revision });
      else await client.search.createSynonym.mutate(input);
    },
    { done: () => t('saved'), after: onClose },
  );
  const submit = (data: FormData) => {
    const direction = directions.find((known) => known === textOf(data, 'direction')) ?? 'both';
    const read = synonymSchema.safeParse({ direction, words: lines(data, 'words'), targets: direction === 'one_way' ? lines(data, 'targets') : [] });
    const found = ['words', 'targets'].filter((name) => read.error?.issues.some(({ path }) => path[0] === name));
    setWrong(new Set(found));
    if (read.success) act.run(read.data);
    else focusFirst(found);
  };
  const errorPrefix = common('errorPrefix');
  const targets = (
    <Textarea name="targets" label={t('targets')} hint={t('targetsHint')} rows={3} defaultValue={group?.targets.join('\n')} error={wrong.has('targets') ? t('errors.targets') : undefined} errorPrefix={errorPrefix} />
  );
  return (
    <ActForm id="synonym" title={title} act={act} submit={{ label: t('save') }} onSubmit={submit} onClose={onClose}>
      <Textarea name="words" label={t('words')} hint={t('wordsHint')} rows={4} defaultValue={(group ?? start)?.words.join('\n')} error={wrong.has('words') ? t('errors.words') : undefined} errorPrefix={errorPrefix} />
      <Radios
        name="direction"
        label={t('direction')}
        defaultValue={(group ?? start)?.direction ?? 'both'}
        options={[
          { value: 'both', label: t('both'), hint: t('bothHint') },
          { value: 'one_way', label: t('oneWay'), hint: t('oneWayHint'), reveal: targets },
        ]}
      />
    </ActForm>
  );
}
