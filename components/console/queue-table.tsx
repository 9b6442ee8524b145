'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Link } from '@/components/link';
import { Table, type Column } from '@/components/table';
import { Tag, type TagTone } from '@/components/tag';
import { Refusal } from './refusal';
import { useTRPCClient } from './trpc';
import { useAct } from './use-act';

export type QueueTableRow = {
  id: string;
  reference: string;
  revision: number;
  href: string;
  applicant: string;
  service: string;
  state: { label: string; tone: TagTone };
  term: { label: string; tone: TagTone; due: string | null };
  officer: string | null;
  opened: string;
  closed: string | null;
  unread: number;
  assignable: boolean;
  takeable: boolean;
};

type Props = { caption: string; rows: readonly QueueTableRow[]; closed: boolean; officers: readonly { userId: string; name: string }[] };

/** The cases of a queue. An officer takes one from here; a manager gives several to somebody at once. */
export function QueueTable({ caption, rows, closed, officers }: Props) {
  const t = useTranslations('cases.queue');
  const client = useTRPCClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const take = useAct(({ id, revision }: QueueTableRow) => client.cases.take.mutate({ caseId: id, revision }), { done: () => t('taken') });
  const assignable = rows.filter((row) => row.assignable);
  const selected = assignable.filter((row) => chosen.has(row.id));
  const choose = (id: string, on: boolean) => setChosen((all) => new Set(on ? [...all, id] : [...all].filter((other) => other !== id)));
  const columns: (Column<QueueTableRow> | false)[] = [
    assignable.length > 0 && officers.length > 0 && {
      key: 'choose',
      header: t('choose'),
      hiddenHeader: true,
      cell: (row) =>
        row.assignable && <input type="checkbox" aria-label={t('chooseCase', { reference: row.reference })} checked={chosen.has(row.id)} onChange={(event) => choose(row.id, event.target.checked)} className="choice my-0! rounded-sm" />,
    },
    {
      key: 'reference',
      header: t('reference'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link href={row.href} className="whitespace-nowrap tabular-nums">
            {row.reference}
          </Link>
          {row.unread > 0 && (
            <span className="mt-0.5 flex items-center gap-1 font-normal text-accent">
              <Icon name="message" size={16} />
              {t('unread', { count: row.unread })}
            </span>
          )}
        </>
      ),
    },
    { key: 'applicant', header: t('applicant'), cell: (row) => row.applicant },
    { key: 'service', header: t('service'), cell: (row) => row.service },
    {
      key: 'term',
      header: closed ? t('closed') : t('term'),
      cell: (row) =>
        row.closed ?? (
          <>
            <Tag tone={row.term.tone} className="whitespace-nowrap">{row.term.label}</Tag>
            {row.term.due && <span className="mt-0.5 block text-[0.9375em] text-muted tabular-nums">{row.term.due}</span>}
          </>
        ),
    },
    { key: 'state', header: t('state'), cell: (row) => <Tag tone={row.state.tone} className="whitespace-nowrap">{row.state.label}</Tag> },
    {
      key: 'officer',
      header: t('officer'),
      cell: (row) =>
        row.officer ??
        (row.takeable ? (
          <Button type="button" variant="secondary" fit className="whitespace-nowrap" disabled={take.pending} onClick={() => take.run(row)}>
            {t('take')}
            <span className="sr-only"> {row.reference}</span>
          </Button>
        ) : (
          <span className="text-muted">{t('nobody')}</span>
        )),
    },
    { key: 'opened', header: t('opened'), cell: (row) => <span className="whitespace-nowrap tabular-nums">{row.opened}</span> },
  ];
  return (
    <>
      <Refusal act={take} />
      {assignable.length > 0 && officers.length > 0 && <AssignMany officers={officers} selected={selected} all={assignable} onChoose={(rowsChosen) => setChosen(new Set(rowsChosen.map(({ id }) => id)))} />}
      <Table caption={caption} hiddenCaption rows={rows} rowKey={(row) => row.id} columns={columns.filter((column) => column !== false)} />
    </>
  );
}

type AssignManyProps = { officers: Props['officers']; selected: readonly QueueTableRow[]; all: readonly QueueTableRow[]; onChoose: (rows: readonly QueueTableRow[]) => void };

function AssignMany({ officers, selected, all, onChoose }: AssignManyProps) {
  const t = useTranslations('cases.queue');
  const client = useTRPCClient();
  const [officerId, setOfficerId] = useState('');
  const assign = useAct(() => client.cases.assignMany.mutate({ officerId, cases: selected.map(({ id, revision }) => ({ caseId: id, revision })) }), {
    done: ({ assigned, left }) => (left > 0 ? t('assignedSome', { assigned, left }) : t('assigned', { count: assigned })),
    after: () => onChoose([]),
  });
  return (
    <div className="mb-3 rounded-md bg-subtle px-3 py-2">
      <Refusal act={assign} />
      <form
        className="flex flex-wrap items-center gap-x-4 gap-y-2"
        onSubmit={(event) => {
          event.preventDefault();
          assign.run(undefined);
        }}
      >
        <label className="flex min-h-9 items-center gap-2">
          <input type="checkbox" checked={selected.length === all.length} onChange={(event) => onChoose(event.target.checked ? all : [])} className="choice my-0! rounded-sm" />
          {t('chooseAll')}
        </label>
        <span aria-live="polite" className="text-muted">
          {t('chosen', { count: selected.length })}
        </span>
        <label className="flex min-w-0 flex-wrap items-center gap-2">
          <span className="font-semibold">{t('assignTo')}</span>
          <select value={officerId} onChange={(event) => setOfficerId(event.target.value)} className="control select w-auto max-w-full min-w-48">
            <option value="">{t('chooseOfficer')}</option>
            {officers.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Button variant="secondary" fit disabled={selected.length === 0 || officerId === '' || assign.pending}>
          {t('assign')}
        </Button>
      </form>
    </div>
  );
}
