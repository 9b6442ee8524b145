/** Reading a file into the draft of a classifier: whole, or not at all and with everything that is wrong with it. */
import { audit } from '../platform/audit/index.ts';
import type { Person } from '../platform/auth/actor.ts';
import { isUniqueViolation, transaction } from '../platform/db/index.ts';
import { failure } from './errors.ts';
import { readCodeSystem } from './reading-fhir.ts';
import { isJson, readText, withTable, type ImportFile } from './reading-file.ts';
import { readItems, structureProblems, type Reading } from './reading-table.ts';
import * as drafts from './repository-drafts.ts';
import { draftSeenSchema, type ImportProblem } from './schema.ts';
import { authorOf, editable, roleIn } from './service-editing.ts';

export { mostBytes } from './reading-file.ts';

const mostItems = 100_000;
/** Nobody mends more at once; the count tells how many there are. */
const mostShown = 500;

/** `items` counts what was imported. */
export type Imported = { outcome: 'imported'; items: number };
export type Refused = { outcome: 'refused'; problems: ImportProblem[]; total: number };

export const refused = (problems: readonly ImportProblem[]): Refused => ({ outcome: 'refused', problems: problems.slice(0, mostShown), total: problems.length });

async function read(file: ImportFile): Promise<Reading> {
  const reading = isJson(file) ? readJson(await readText(file)) : await withTable(file, (table) => readItems({ header: table.header, rows: table.rows() }, mostItems));
  if (reading === null || reading.items.length > mostItems) throw failure('fileTooManyRows', { most: mostItems });
  if (reading.items.length === 0 && reading.problems.length === 0) throw failure('fileNoRows');
  return reading;
}

function readJson(text: string): Reading {
  const found = readCodeSystem(text.replace(/^\uFEFF/, ''));
  if (!found) {
    try {
      JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
      throw failure('fileNotJson');
    }
    throw failure('fileNotCodeSystem');
  }
  const { items, problems } = found;
  if (problems.length > 0) return { items, problems: problems.map(({ at, code, reason }) => ({ row: at + 1, column: reason === 'codeInvalid' ? 'code' : 'display', value: code, reason })) };
  return { items, problems: structureProblems(items.map((item, at) => ({ row: at + 1, item }))) };
}

/** Replaces the items of the draft, which is opened if there is none. Fails with `changed` when it is not the one the editor saw. */
export async function importItems(actor: Person, input: { classifierId: string; revision: number | null; file: ImportFile }): Promise<(Imported & { revision: number }) | Refused> {
  const { classifierId, revision } = draftSeenSchema.parse({ classifierId: input.classifierId, revision: input.revision });
  const classifier = await editable(actor, classifierId);
  const { items, problems } = await read(input.file);
  if (problems.length > 0) return refused(problems);
  const author = authorOf(actor);
  const fileName = input.file.name.slice(0, 200);
  try {
    return await transaction(async (tx) => {
      const existing = await drafts.draft(classifierId, tx);
      if ((existing?.revision ?? null) !== revision) throw failure('changed');
      const draft = existing ?? (await drafts.insertDraft(tx, classifierId, author));
      if (!(await drafts.takeDraft(tx, draft.id, draft.revision, { itemCount: items.length, fileName, author }))) throw failure('changed');
      await drafts.replaceItems(tx, draft.id, items);
      await audit(tx, actor, { action: 'classifiers.import', subjectType: 'classifier', subjectId: classifierId, agencyId: classifier.ownerAgencyId, as: roleIn(actor), detail: { edition: draft.number, items: items.length, file: fileName } });
      return { outcome: 'imported', revision: draft.revision + 1, items: items.length };
    });
  } catch (error) {
    // Two editors opened the first draft at once.
    if (isUniqueViolation(error)) throw failure('changed');
    throw error;
  }
}
