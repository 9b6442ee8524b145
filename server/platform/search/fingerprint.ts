import { createHash } from 'node:crypto';
import type { SearchDocument } from './index.ts';

/** Changes whenever words are indexed in another way, so that reconciling finds every document stale. */
const indexVersion = 2;

/** Tells whether a document is indexed as it is now. */
export function fingerprint(document: SearchDocument): string {
  return createHash('sha256').update(JSON.stringify([indexVersion, document])).digest('base64url').slice(0, 22);
}
