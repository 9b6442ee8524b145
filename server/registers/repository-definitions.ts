import { db, prepared, type Db } from '../platform/db/index.ts';
import { definitionSchema, type Definition } from './schema-definition.ts';
import { stepsSchema } from './schema-evolution.ts';
import type { Step } from './engine-evolution.ts';
import type { Right } from './policy-access.ts';

const parse = (stored: unknown): Definition => definitionSchema.parse(stored);

export type Published = { definition: Definition; minor: number };

/** Parsed definitions, by register, version and minor version: a published one never changes. */
const parsed = new Map<string, Definition>();

type Row = { id: string; version: number; minor: number; definition?: unknown };

function definitionOf({ id, version, minor, definition }: Row): Definition | null {
  const name = `${id} ${version} ${minor}`;
  const kept = parsed.get(name);
  if (kept) return kept;
  if (definition === undefined) return null;
  const fresh = parse(definition);
  parsed.set(name, fresh);
  return fresh;
}

/** The definition in force; null when there is no such register. */
export async function published(id: string): Promise<Published | null> {
  const [row] = await prepared<Row>('register.inForce', 'select id, version, minor from "Register" where id = $1', [id]);
  if (!row) return null;
  const kept = definitionOf(row);
  if (kept) return { definition: kept, minor: row.minor };
  const definition = await versionOf(id, row.version, row.minor);
  return definition && { definition, minor: row.minor };
}

/** A published definition; the newest of its version where no minor version is named. */
export async function versionOf(id: string, version: number, minor?: number): Promise<Definition | null> {
  const row = await db().registerDefinition.findFirst({ where: { registerId: id, version, ...(minor !== undefined && { minor }) }, select: { version: true, minor: true, definition: true }, orderBy: { minor: 'desc' } });
  return row && definitionOf({ id, ...row });
}

/** Every register with its definition in force, in their order. */
export async function allPublished(): Promise<Published[]> {
  const rows = await db().register.findMany({ select: { id: true }, orderBy: [{ position: 'asc' }, { id: 'asc' }], take: 500 });
  const found = await Promise.all(rows.map(({ id }) => published(id)));
  return found.filter((one) => one !== null);
}

export type PublishedVersion = { version: number; minor: number; note: string; publishedAt: Date; publisherName: string };

export async function versionsOf(id: string): Promise<PublishedVersion[]> {
  return db().registerDefinition.findMany({ where: { registerId: id }, select: { version: true, minor: true, note: true, publishedAt: true, publisherName: true }, orderBy: [{ version: 'desc' }, { minor: 'desc' }], take: 200 });
}

/** Publishes a definition as the one in force. */
export async function publish(tx: Db, definition: Definition, { minor, note, at, publisherName, position, steps = [] }: { minor: number; note: string; at: Date; publisherName: string; position: number; steps?: Step[] }): Promise<void> {
  const { id, version, ownerAgencyId } = definition;
  await tx.register.upsert({ where: { id }, create: { id, version, minor, ownerAgencyId, position, createdAt: at }, update: { version, minor, ownerAgencyId }, select: { id: true } });
  await tx.registerDefinition.create({ data: { registerId: id, version, minor, definition, steps, note, publishedAt: at, publisherName }, select: { registerId: true } });
}

type RightRow = { id: string; agencyId: string | null; clientId: string | null; actions: string[]; fields: string[]; legalGround: string; validFrom: string; validTo: string | null };

/** Rights in a register that are not revoked, held by any of the agencies or the client. */
export async function rightsHeld(registerId: string, agencyIds: readonly string[], clientId: string | null): Promise<Right[]> {
  return prepared<RightRow>(
    'register.rightsHeld',
    `select id::text, "agencyId", "clientId"::text, actions, fields, "legalGround", "validFrom"::text, "validTo"::text from "RegisterRight"
      where "registerId" = $1 and "revokedAt" is null and ("agencyId" = any($2::text[]) or "clientId" = $3::uuid)`,
    [registerId, agencyIds, clientId],
  );
}

/** Whether anybody of the agencies holds a right in any register on a civil day. */
export async function anyRightHeld(agencyIds: readonly string[], day: string): Promise<boolean> {
  return (await prepared('register.anyRight', `select 1 from "RegisterRight" where "agencyId" = any($1::text[]) and "revokedAt" is null and "validFrom" <= $2::date and ("validTo" is null or "validTo" >= $2::date) limit 1`, [agencyIds, day])).length > 0;
}

const knownSteps = new Map<string, Step[]>();

/** The steps that lead from a version of a definition to another; kept, since published definitions never change. */
export async function stepsBetween(id: string, from: number, to: number): Promise<Step[]> {
  const name = `${id} ${from} ${to}`;
  const kept = knownSteps.get(name);
  if (kept) return kept;
  const rows = await db().registerDefinition.findMany({ where: { registerId: id, minor: 0, version: { gt: from, lte: to } }, select: { steps: true }, orderBy: { version: 'asc' } });
  const steps = rows.flatMap((row) => stepsSchema.parse(row.steps));
  knownSteps.set(name, steps);
  return steps;
}
