'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import type { IconName } from '@/components/icon';
import { Textarea } from '@/components/textarea';
import { TextInput } from '@/components/text-input';
import type { Move } from '@/server/catalogue/schema-workflow';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { WhenReady } from '../when-ready';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

type Props = { serviceId: string; revision: number; number: number; title: string; changeNote: string | null; moves: readonly Move[]; /** Where to go after the version is on the portal or gone. */ after: string };
type Asked = Exclude<Move, 'edit'>;

const looks: Record<Asked, { icon: IconName; variant: 'primary' | 'secondary' | 'quiet' | 'danger' }> = {
  submit: { icon: 'check', variant: 'primary' }, approve: { icon: 'check', variant: 'primary' }, publish: { icon: 'check', variant: 'primary' }, schedule: { icon: 'clock', variant: 'secondary' },
  return: { icon: 'arrow-left', variant: 'secondary' }, recall: { icon: 'edit', variant: 'secondary' }, unschedule: { icon: 'close', variant: 'secondary' }, emergency: { icon: 'warning', variant: 'danger' }, discard: { icon: 'trash', variant: 'quiet' },
};
const order: readonly Asked[] = ['submit', 'approve', 'publish', 'schedule', 'unschedule', 'return', 'recall', 'emergency', 'discard'];
const noteLimits = { least: 5, most: 500 };

/** What the reader may do with the open version, each after a question. */
export function Workflow({ serviceId, revision, number, title, changeNote, moves, after }: Props) {
  const t = useTranslations('console.workflow');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const close = () => {
    setAsked(null);
    setErrors({});
  };
  // A full load: the page it leads to says what has happened.
  const leave = (query: string) => window.location.assign(`${after}?${query}`);
  const act = useAct(
    async ({ kind, data }: { kind: Asked; data: FormData }) => {
      const where = { serviceId, revision };
      switch (kind) {
        case 'submit':
          return client.catalogue.submit.mutate({ ...where, changeNote: textOf(data, 'changeNote') });
        case 'approve':
          return client.catalogue.approve.mutate({ ...where, comment: textOf(data, 'comment') });
        case 'return':
          return client.catalogue.return.mutate({ ...where, comment: textOf(data, 'comment') });
        case 'schedule':
          // What is typed is the time of Tashkent, wherever the publisher sits.
          return client.catalogue.schedule.mutate({ ...where, at: `${textOf(data, 'at')}:00+05:00` });
        case 'emergency':
          await client.catalogue.emergency.mutate({ ...where, changeNote: textOf(data, 'changeNote'), reason: textOf(data, 'comment') });
          leave(`published=${number}`);
          return undefined;
        case 'publish':
          await client.catalogue.publish.mutate(where);
          leave(`published=${number}`);
          return undefined;
        case 'discard':
          await client.catalogue.discardDraft.mutate(where);
          leave('discarded=1');
          return undefined;
        case 'recall':
          return client.catalogue.recall.mutate(where);
        case 'unschedule':
          return client.catalogue.unschedule.mutate(where);
      }
    },
    { done: () => t('done'), after: close },
  );
  const needs = (name: 'changeNote' | 'comment' | 'at') =>
    asked !== null && (name === 'changeNote' ? asked === 'submit' || asked === 'emergency' : name === 'at' ? asked === 'schedule' : asked === 'return' || asked === 'approve' || asked === 'emergency');
  const submit = (data: FormData) => {
    if (asked === null) return;
    const found: Record<string, string> = {};
    const length = (name: string) => textOf(data, name).length;
    if (needs('changeNote') && (length('changeNote') < noteLimits.least || length('changeNote') > noteLimits.most)) found['changeNote'] = t('errors.changeNote', noteLimits);
    if (needs('comment') && asked !== 'approve' && length('comment') < noteLimits.least) found['comment'] = t('errors.comment');
    if (needs('at') && !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(textOf(data, 'at'))) found['at'] = t('errors.at');
    setErrors(found);
    if (Object.keys(found).length > 0) focusFirst(Object.keys(found));
    else act.run({ kind: asked, data });
  };
  const prefix = common('errorPrefix');
  const field: Record<'changeNote' | 'comment' | 'at', ReactNode> = {
    changeNote: <Textarea name="changeNote" label={t('changeNote')} hint={t('changeNoteHint')} rows={3} defaultValue={changeNote ?? ''} error={errors['changeNote']} errorPrefix={prefix} />,
    comment: <Textarea name="comment" label={asked === 'emergency' ? t('reason') : t('comment')} rows={3} optional={asked === 'approve'} optionalLabel={common('optional')} error={errors['comment']} errorPrefix={prefix} />,
    at: <TextInput name="at" type="datetime-local" width="l" label={t('at')} hint={t('atHint')} error={errors['at']} errorPrefix={prefix} />,
  };
  return (
    <WhenReady>
      <div className="flex flex-wrap gap-3">
        {order.filter((kind) => moves.includes(kind)).map((kind) => (
          <Button key={kind} type="button" icon={looks[kind].icon} variant={looks[kind].variant} onClick={() => setAsked(kind)}>
            {t(`moves.${kind}`)}
          </Button>
        ))}
      </div>
      {asked && (
        <ActForm id={`move-${asked}`} title={t(`questions.${asked}`)} act={act} submit={{ label: t(`confirm.${asked}`), danger: looks[asked].variant === 'danger' || asked === 'discard' }} onSubmit={submit} onClose={close}>
          <p className="max-w-prose">{t(`texts.${asked}`, { title, number })}</p>
          {(['changeNote', 'at', 'comment'] as const).map((name) => needs(name) && <div key={name}>{field[name]}</div>)}
        </ActForm>
      )}
    </WhenReady>
  );
}

/** Somebody else looks at what was published in an emergency. */
export function ApproveLater({ serviceId, number }: { serviceId: string; number: number }) {
  const t = useTranslations('console.workflow');
  const client = useTRPCClient();
  const act = useAct(() => client.catalogue.approveLater.mutate({ serviceId, number }), { done: () => t('done') });
  return (
    <Button type="button" icon="check" variant="secondary" disabled={act.pending} onClick={() => act.run(undefined)}>
      {t('approveLater', { number })}
    </Button>
  );
}

/** Begins a new version from an old one. */
export function RestoreVersion({ serviceId, number, href }: { serviceId: string; number: number; href: string }) {
  const t = useTranslations('console.workflow');
  const client = useTRPCClient();
  const act = useAct(() => client.catalogue.restore.mutate({ serviceId, number }), { done: () => t('restored', { number }), after: () => window.location.assign(href) });
  return (
    <Button type="button" variant="quiet" fit disabled={act.pending} onClick={() => act.run(undefined)} aria-label={t('restoreLabel', { number })}>
      {t('restore')}
    </Button>
  );
}
