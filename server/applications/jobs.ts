import { z } from 'zod';
import { now } from '../platform/clock/index.ts';
import { transaction } from '../platform/db/index.ts';
import type { JobHandler } from '../platform/jobs/index.ts';
import { removeObject } from '../platform/storage/index.ts';
import { abandonedDrafts } from './repository-drafts.ts';
import { unusedKeys } from './repository-uploads.ts';
import { draftLifeDays, removeDraft } from './service-drafts.ts';

/** Removes drafts that were given up; a week later than they are shown as expired. */
export async function pruneDrafts(): Promise<number> {
  const before = new Date(now().getTime() - (draftLifeDays + 7) * 86_400_000);
  const ids = await abandonedDrafts(before, 500);
  for (const id of ids) await transaction((tx) => removeDraft(tx, id));
  return ids.length;
}

export const applicationJobs: Readonly<Record<string, JobHandler>> = {
  'applications.prune-drafts': async () => {
    await pruneDrafts();
  },
  'applications.forget-files': async (payload) => {
    const { keys } = z.strictObject({ keys: z.array(z.string()) }).parse(payload);
    for (const key of await unusedKeys(keys)) await removeObject(key);
  },
};
