import { db, prepared, type Db } from '../platform/db/index.ts';

export type Client = { id: string; code: string; name: string; agencyId: string; createdAt: Date; lastUsedAt: Date | null; disabledAt: Date | null };
const fields = { id: true, code: true, name: true, agencyId: true, createdAt: true, lastUsedAt: true, disabledAt: true } as const;

export async function clients({ after, limit }: { after: string | null; limit: number }): Promise<Client[]> {
  return db().apiClient.findMany({ ...(after !== null && { where: { code: { gt: after } } }), select: fields, orderBy: { code: 'asc' }, take: limit });
}

export async function clientById(id: string): Promise<Client | null> {
  return db().apiClient.findUnique({ where: { id }, select: fields });
}

export async function insertClient(tx: Db, data: { code: string; name: string; agencyId: string; secretHash: string; createdAt: Date }): Promise<string> {
  return (await tx.apiClient.create({ data, select: { id: true } })).id;
}

export async function updateClient(tx: Db, id: string, data: { secretHash: string } | { disabledAt: Date }): Promise<void> {
  await tx.apiClient.update({ where: { id }, data, select: { id: true } });
}

/** The enabled client that has the secret; its use is noted once a minute. */
export async function clientBySecret(secretHash: string, at: Date): Promise<Pick<Client, 'id' | 'code' | 'name' | 'agencyId'> | null> {
  const [row] = await prepared<Pick<Client, 'id' | 'code' | 'name' | 'agencyId'> & { stale: boolean }>(
    'registers.clientBySecret',
    `select id::text, code, name, "agencyId", ("lastUsedAt" is null or "lastUsedAt" < $2::timestamptz - interval '1 minute') as stale from "ApiClient" where "secretHash" = $1 and "disabledAt" is null`,
    [secretHash, at],
  );
  if (!row) return null;
  if (row.stale) await prepared('registers.clientUsed', `update "ApiClient" set "lastUsedAt" = $2 where id = $1::uuid`, [row.id, at]);
  const { stale: _stale, ...client } = row;
  return client;
}

export type Right = { id: string; registerId: string; agencyId: string | null; client: { id: string; code: string; name: string } | null; actions: string[]; fields: string[]; legalGround: string; validFrom: Date; validTo: Date | null; grantedByName: string; grantedAt: Date; revokedAt: Date | null; revokedReason: string | null };
const rightFields = { id: true, registerId: true, agencyId: true, client: { select: { id: true, code: true, name: true } }, actions: true, fields: true, legalGround: true, validFrom: true, validTo: true, grantedByName: true, grantedAt: true, revokedAt: true, revokedReason: true } as const;

export async function rightsOf(where: { registerId: string } | { clientId: string }): Promise<Right[]> {
  return db().registerRight.findMany({ where, select: rightFields, orderBy: { id: 'desc' }, take: 500 });
}

export async function rightById(tx: Db, id: string): Promise<Right | null> {
  return tx.registerRight.findUnique({ where: { id }, select: rightFields });
}

export async function insertRight(tx: Db, data: { registerId: string; agencyId: string | null; clientId: string | null; actions: string[]; fields: string[]; legalGround: string; validFrom: Date; validTo: Date | null; grantedById: string | null; grantedByName: string; grantedAt: Date }): Promise<string> {
  return (await tx.registerRight.create({ data, select: { id: true } })).id;
}

export async function revokeRight(tx: Db, id: string, data: { revokedAt: Date; revokedReason: string }): Promise<void> {
  await tx.registerRight.update({ where: { id }, data, select: { id: true } });
}
