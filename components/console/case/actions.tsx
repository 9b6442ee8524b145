'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Refusal } from '../refusal';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';
import { WhenReady } from '../when-ready';
import { ApproveDialog } from './approve-dialog';
import { CorrectionDialog } from './correction-dialog';
import { RefuseDialog } from './refuse-dialog';
import type { CaseForActing } from './target';

type Asked = 'approve' | 'refuse' | 'correction' | null;

/** Everything one can do with a case, the next step first. */
export function CaseActions({ target }: { target: CaseForActing }) {
  const t = useTranslations('cases.acts');
  const client = useTRPCClient();
  const [asked, setAsked] = useState<Asked>(null);
  const { id: caseId, revision, may } = target;
  const take = useAct(() => client.cases.take.mutate({ caseId, revision }), { done: () => t('take.done') });
  const release = useAct(() => client.cases.release.mutate({ caseId, revision }), { done: () => t('release.done') });
  const close = () => setAsked(null);
  const busy = take.pending || release.pending;
  if (!Object.values(may).some(Boolean)) return null;
  return (
    <section aria-labelledby="acts" className="no-print rounded-md border border-line bg-raised p-3 sm:p-4">
      <h2 id="acts" className="mb-3">
        {t('title')}
      </h2>
      <Refusal act={take} />
      <Refusal act={release} />
      <WhenReady>
      <div className="flex flex-col gap-2">
        {may.take && (
          <Button type="button" icon="user" disabled={busy} onClick={() => take.run(undefined)}>
            {t('take.button')}
          </Button>
        )}
        {may.approve && (
          <Button type="button" icon="check" onClick={() => setAsked('approve')}>
            {t('approve.button')}
          </Button>
        )}
        {may.ask_correction && (
          <Button type="button" variant="secondary" icon="edit" onClick={() => setAsked('correction')}>
            {t('correction.button')}
          </Button>
        )}
        {may.refuse && (
          <Button type="button" variant="danger" icon="close" onClick={() => setAsked('refuse')}>
            {t('refuse.button')}
          </Button>
        )}
        {may.release && (
          <Button type="button" variant="quiet" icon="refresh" disabled={busy} onClick={() => release.run(undefined)}>
            {t('release.button')}
          </Button>
        )}
      </div>
      </WhenReady>
      {may.assign && <Assign target={target} />}
      {asked === 'approve' && <ApproveDialog target={target} onClose={close} />}
      {asked === 'correction' && <CorrectionDialog target={target} onClose={close} />}
      {asked === 'refuse' && <RefuseDialog target={target} onClose={close} />}
    </section>
  );
}

function Assign({ target: { id: caseId, revision, officers, officerId: current } }: { target: CaseForActing }) {
  const t = useTranslations('cases.acts.assign');
  const client = useTRPCClient();
  const [officerId, setOfficerId] = useState('');
  const assign = useAct(() => client.cases.assign.mutate({ caseId, revision, officerId }), { done: () => t('done'), after: () => setOfficerId('') });
  return (
    <form
      className="mt-3 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        assign.run(undefined);
      }}
    >
      <Refusal act={assign} />
      <label htmlFor="assign-to" className="block font-semibold">
        {t('label')}
      </label>
      <div className="mt-1 flex gap-2">
        <select id="assign-to" value={officerId} onChange={(event) => setOfficerId(event.target.value)} className="control select min-w-0">
          <option value="">{t('choose')}</option>
          {officers.filter(({ userId }) => userId !== current).map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </select>
        <Button variant="secondary" fit disabled={officerId === '' || assign.pending}>
          {t('button')}
        </Button>
      </div>
    </form>
  );
}
