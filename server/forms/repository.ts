import { db, type Db } from '../platform/db/index.ts';
import type { FormDefinition } from './schema.ts';

/** A version of a form. Its definition was checked when it was stored and never changes. */
export type Form = { id: string; serviceId: string; version: number; active: boolean; definition: FormDefinition };

const fields = { id: true, serviceId: true, version: true, active: true, definition: true } as const;
type Row = { id: string; serviceId: string; version: number; active: boolean; definition: unknown };
const toForm = (row: Row): Form => ({ ...row, definition: row.definition as FormDefinition });

export async function activeForm(serviceId: string, tx: Db = db()): Promise<Form | null> {
  const row = await tx.form.findFirst({ where: { serviceId, active: true }, select: fields });
  return row && toForm(row);
}

export async function formById(id: string): Promise<Form | null> {
  const row = await db().form.findUnique({ where: { id }, select: fields });
  return row && toForm(row);
}

export async function serviceExists(serviceId: string): Promise<boolean> {
  return (await db().service.count({ where: { id: serviceId } })) > 0;
}

/** Makes a definition the active version of its service's form. */
export async function publishForm(tx: Db, serviceId: string, definition: FormDefinition): Promise<number> {
  const last = await tx.form.findFirst({ where: { serviceId }, select: { version: true }, orderBy: { version: 'desc' } });
  await tx.form.updateMany({ where: { serviceId, active: true }, data: { active: false } });
  const version = (last?.version ?? 0) + 1;
  await tx.form.create({ data: { serviceId, version, definition }, select: { id: true } });
  return version;
}
