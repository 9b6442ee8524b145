/** Importing files of records: giving the file, saying what its columns are, a dry run, and the import itself. */
import { z } from 'zod';
import type { Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { transaction } from '../platform/db/index.ts';
import { addJob } from '../platform/jobs/index.ts';
import { objectFile, removeObject, storeStream, TooLarge } from '../platform/storage/index.ts';
import { openTable, TableFileError } from '../platform/tabular/index.ts';
import { failure } from './errors.ts';
import { problemsOfMapping, suggestMapping, type MappingProblem } from './engine-import.ts';
import * as repository from './repository-imports.ts';
import { importPlanSchema, importStartSchema, mostImportBytes, type ImportPlan } from './schema-imports.ts';
import { openRegister } from './service-access.ts';

export type { Import, StoredProblem } from './repository-imports.ts';

const pageSize = 25;
const problemPage = 50;
const sampleRows = 5;

export type Received = { outcome: 'received'; id: string } | { outcome: 'refused'; reason: TableFileError['reason']; row: number; column: number };

/** Takes a file as it comes, and says at once when it cannot be read. */
export async function receiveFile(actor: Actor, { register, fileName, body, expected }: { register: string; fileName: string; body: AsyncIterable<Uint8Array>; expected: number | null }): Promise<Received> {
  const { definition } = await openRegister(actor, register, 'write');
  let stored: { key: string; size: number };
  try {
    stored = await storeStream(body, mostImportBytes);
  } catch (error) {
    if (error instanceof TooLarge) return { outcome: 'refused', reason: 'tooLarge', row: 0, column: 0 };
    throw error;
  }
  try {
    if (expected !== null && stored.size !== expected) throw new TableFileError('truncated');
    const { header, format, encoding } = await openTable({ name: fileName, path: objectFile(stored.key) });
    const mapping = (await repository.rememberedMapping(register, header)) ?? suggestMapping(definition, header);
    const id = await transaction((tx) => repository.insertImport(tx, { registerId: register, fileName: fileName.slice(0, 250), fileKey: stored.key, size: stored.size, format, encoding: encoding ?? null, header, mapping, createdById: actor.userId, createdByName: actor.name, createdAt: now() }));
    return { outcome: 'received', id };
  } catch (error) {
    await removeObject(stored.key);
    if (error instanceof TableFileError) return { outcome: 'refused', reason: error.reason, row: error.place?.row ?? 0, column: error.place?.column ?? 0 };
    throw error;
  }
}

async function openImport(actor: Actor, id: string): Promise<repository.Import> {
  const found = z.uuid().safeParse(id).success ? await repository.findImport(id) : null;
  if (!found) throw failure('notFound');
  await openRegister(actor, found.registerId, 'write');
  return found;
}

export type ImportView = { import: repository.Import; sample: string[][] };

/** An import with the first rows of its file. */
export async function readImport(actor: Actor, id: string): Promise<ImportView> {
  const found = await openImport(actor, id);
  const sample: string[][] = [];
  if (found.fileKey === '') return { import: found, sample };
  try {
    for await (const { cells } of (await openTable({ name: found.fileName, path: objectFile(found.fileKey) })).rows()) {
      sample.push(cells);
      if (sample.length === sampleRows) break;
    }
  } catch (error) {
    // What is wrong further down is told by the check.
    if (!(error instanceof TableFileError)) throw error;
  }
  return { import: found, sample };
}

/** How far an import is. */
export async function importProgress(actor: Actor, id: string): Promise<repository.Import> {
  return openImport(actor, id);
}

export async function listImports(actor: Actor, { register, after = null }: { register: string; after?: string | null }): Promise<{ imports: repository.Import[]; next: string | null }> {
  await openRegister(actor, register, 'write');
  const rows = await repository.importsOf(register, { after: z.uuid().safeParse(after).success ? after : null, limit: pageSize + 1 });
  const imports = rows.slice(0, pageSize);
  return { imports, next: rows.length > pageSize ? (imports.at(-1)?.id ?? null) : null };
}

export async function listImportProblems(actor: Actor, { id, after = null, limit = problemPage }: { id: string; after?: string | null; limit?: number }): Promise<{ problems: repository.StoredProblem[]; next: string | null }> {
  await openImport(actor, id);
  const rows = await repository.problemsOf(id, { after: after !== null && /^\d{1,18}$/.test(after) ? after : null, limit: limit + 1 });
  const problems = rows.slice(0, limit);
  return { problems, next: rows.length > limit ? (problems.at(-1)?.id ?? null) : null };
}

export type Planned = { outcome: 'checking' } | { outcome: 'refused'; problems: MappingProblem[] };

/** Keeps what the columns are and starts the dry run. It can be repeated with another mapping until the import begins. */
export async function planImport(actor: Actor, input: ImportPlan): Promise<Planned> {
  const { id, revision, mapping, validFrom, ground } = importPlanSchema.parse(input);
  const found = await openImport(actor, id);
  const { definition, access } = await openRegister(actor, found.registerId, 'write');
  const whole = mapping.slice(0, found.header.length);
  const problems = problemsOfMapping(definition, whole);
  if (problems.length > 0) return { outcome: 'refused', problems };
  if (whole.some((field) => definition.fields.some(({ id: one }) => one === field) && !access.fields.has(field))) throw failure('forbidden');
  await transaction(async (tx) => {
    const locked = await repository.lockImport(tx, id);
    if (!locked || locked.fileKey === '' || !['uploaded', 'checked', 'failed', 'cancelled'].includes(locked.state) || locked.act !== null || locked.revision !== revision) throw failure('importChanged');
    await repository.updateImport(tx, id, { state: 'checking', mapping: whole, validFrom: new Date(`${validFrom}T00:00:00Z`), groundKind: ground.kind, ground: ground.text, startedAt: now() });
    await addJob(tx, 'registers.import-check', { id }, { key: `registers.import:${id}`, maxAttempts: 5 });
  });
  return { outcome: 'checking' };
}

/** Starts the import of a file whose dry run has been seen. */
export async function startImport(actor: Actor, input: z.infer<typeof importStartSchema>): Promise<void> {
  const { id, revision, mode } = importStartSchema.parse(input);
  await openImport(actor, id);
  await transaction(async (tx) => {
    const locked = await repository.lockImport(tx, id);
    if (locked?.state !== 'checked' || locked.revision !== revision) throw failure('importChanged');
    if (mode === 'all' && locked.rejected > 0) throw failure('importNotSound', { count: locked.rejected });
    if (locked.accepted === 0) throw failure('importEmpty');
    await repository.updateImport(tx, id, { state: 'importing', mode, position: 0, rows: 0, accepted: 0, rejected: 0, created: 0, changed: 0, unchanged: 0, startedAt: now() });
    await addJob(tx, 'registers.import-run', { id }, { key: `registers.import:${id}`, maxAttempts: 25 });
  });
}

/** Stops a check or an import; rows already accepted stay. */
export async function cancelImport(actor: Actor, { id }: { id: string }): Promise<void> {
  await openImport(actor, id);
  await transaction(async (tx) => {
    const locked = await repository.lockImport(tx, id);
    if (locked && (locked.state === 'checking' || (locked.state === 'importing' && locked.mode === 'accepted') || locked.state === 'uploaded' || locked.state === 'checked')) await repository.updateImport(tx, id, { state: 'cancelled', finishedAt: now() });
    else throw failure('importChanged');
  });
}

const weekMs = 7 * 86_400_000;

/** Files are kept for a week: they hold personal data, and what came of them is in the register. */
export async function pruneImports(): Promise<number> {
  const resting = await repository.restingSince(new Date(now().getTime() - weekMs), 100);
  for (const one of resting) if (await transaction((tx) => repository.forgetFile(tx, one))) await removeObject(one.fileKey);
  return resting.length;
}
