import { env } from '../platform/env/index.ts';
import type { JobHandler } from '../platform/jobs/index.ts';
import { storeObject } from '../platform/storage/index.ts';
import { renderDocument } from './pdf.ts';
import * as repository from './repository.ts';
import { renderJobSchema } from './schema.ts';

/** Makes the file of a document once. Repeating it is harmless: the file's address is its content. */
export async function renderFile(documentId: string): Promise<void> {
  const document = await repository.byId(documentId);
  if (!document || document.storageKey !== null) return;
  const { PUBLIC_URL: publicUrl, YAGONA_PROFILE: profile } = env();
  const bytes = await renderDocument(document, { publicUrl, demo: profile === 'demo' });
  const storageKey = await storeObject(bytes);
  await repository.setFile(document.id, { storageKey, sha256: storageKey, size: bytes.length });
}

export const documentJobs: Readonly<Record<string, JobHandler>> = {
  'documents.render': async (payload) => renderFile(renderJobSchema.parse(payload).documentId),
};
