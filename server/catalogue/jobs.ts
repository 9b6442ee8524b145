import { z } from 'zod';
import type { JobHandler } from '../platform/jobs/index.ts';
import { searching } from '../platform/search/engine.ts';
import { publishedServices } from './repository.ts';
import { publishDue } from './service-workflow.ts';
import { searchDocument, searchKind } from './search-documents.ts';

const payloadSchema = z.object({ serviceId: z.string() });

export const jobs: Readonly<Record<string, JobHandler>> = {
  'catalogue.publish-due': async () => {
    await publishDue();
  },
  publish_due: async () => {
    await publishDue();
  },
  /** Brings the index in line with what is published now, whatever was published when it was queued. */
  'catalogue.index': async (payload) => {
    const { serviceId } = payloadSchema.parse(payload);
    const [service] = await publishedServices({ ids: [serviceId] });
    if (service) await searching().upsert(searchKind, searchDocument(service));
    else await searching().remove(searchKind, serviceId);
  },
};
