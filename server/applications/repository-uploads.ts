import { db, type Db } from '../platform/db/index.ts';

export type Upload = { id: string; fieldId: string; name: string; mediaType: string; size: number };
export type StoredUpload = Upload & { userId: string; draftId: string | null; applicationId: string | null; storageKey: string };

const fields = { id: true, fieldId: true, name: true, mediaType: true, size: true } as const;

export async function uploadsOf(owner: { draftId: string } | { applicationId: string }, tx: Db = db()): Promise<Upload[]> {
  return tx.upload.findMany({ where: owner, select: fields, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 200 });
}

export async function findUpload(id: string): Promise<StoredUpload | null> {
  return db().upload.findUnique({ where: { id }, select: { ...fields, userId: true, draftId: true, applicationId: true, storageKey: true } });
}

export async function insertUpload(tx: Db, upload: Omit<StoredUpload, 'id' | 'applicationId'> & { draftId: string; sha256: string }): Promise<string> {
  const row = await tx.upload.create({ data: upload, select: { id: true } });
  return row.id;
}

/** Removes an upload of a draft; false when it is not there or belongs to a sent application. */
export async function deleteDraftUpload(tx: Db, draftId: string, id: string): Promise<boolean> {
  const { count } = await tx.upload.deleteMany({ where: { id, draftId, applicationId: null } });
  return count === 1;
}

/** Gives the files that were sent to the application; whatever else the draft has goes with the draft. */
export async function attachUploads(tx: Db, draftId: string, applicationId: string, ids: readonly string[]): Promise<void> {
  await tx.upload.updateMany({ where: { draftId, id: { in: [...ids] } }, data: { applicationId } });
}

/** Forgets the files of a draft; returns the storage keys that may have become free. */
export async function deleteUploadsOf(tx: Db, draftId: string): Promise<string[]> {
  const where = { draftId, applicationId: null };
  const rows = await tx.upload.findMany({ where, select: { storageKey: true } });
  await tx.upload.deleteMany({ where });
  return [...new Set(rows.map((row) => row.storageKey))];
}

/** Those of the keys that nothing refers to. */
export async function unusedKeys(keys: readonly string[]): Promise<string[]> {
  const where = { storageKey: { in: [...keys] } };
  const used = [...(await db().upload.findMany({ where, select: { storageKey: true } })), ...(await db().document.findMany({ where, select: { storageKey: true } }))];
  const kept = new Set(used.map((row) => row.storageKey));
  return keys.filter((key) => !kept.has(key));
}
