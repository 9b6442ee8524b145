'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/button';
import { Refusal } from '../refusal';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

/** Opens a draft beside the published version, and leads to it. */
export function OpenDraft({ serviceId, href, label }: { serviceId: string; href: string; label: string }) {
  const t = useTranslations('console.services');
  const client = useTRPCClient();
  const open = useAct(() => client.catalogue.openDraft.mutate(serviceId), { done: () => t('draftOpened'), after: () => window.location.assign(href) });
  return (
    <div className="min-w-0">
      <Refusal act={open} />
      <Button type="button" icon="edit" disabled={open.pending} onClick={() => open.run(undefined)}>
        {label}
      </Button>
    </div>
  );
}
