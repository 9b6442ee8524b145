/** Which codes of one classifier correspond to which of another: imported whole, shown beside items, given as files. */
import { z } from 'zod';
import { audit } from '../platform/audit/index.ts';
import type { Person } from '../platform/auth/actor.ts';
import { transaction } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import { failure } from './errors.ts';
import { withTable, type ImportFile } from './reading-file.ts';
import { readMapping } from './reading-mapping.ts';
import { namesIn } from './repository.ts';
import * as repository from './repository-mappings.ts';
import type { ItemName } from './schema.ts';
import { deleteMappingSchema, mappingEndsSchema, type MappingEnds, type MappingRow, type Relation } from './schema-mappings.ts';
import { findClassifier, type Classifier } from './service.ts';
import { itemsOf } from './service-difference.ts';
import { editable, roleIn } from './service-editing.ts';
import { refused, type Imported, type Refused } from './service-import.ts';

export type { Mapping } from './repository-mappings.ts';

const mostRows = 200_000;
const batch = 2_000;

async function codesIn(id: string, number: number | null): Promise<Set<string>> {
  const { edition } = await findClassifier(id, number);
  return new Set((await itemsOf(edition.id)).map(({ code }) => code));
}

/** Reads a file with `from`, `to` and `relation`, in place of what the two had before; the first is one the actor keeps. */
export async function importMapping(actor: Person, input: { ends: MappingEnds; file: ImportFile }): Promise<Imported | Refused> {
  const ends = mappingEndsSchema.parse(input.ends);
  const classifier = await editable(actor, ends.fromId);
  if (ends.fromId === ends.toId && (ends.fromNumber === ends.toNumber || ends.fromNumber === null || ends.toNumber === null)) throw failure('mappingSame');
  const [from, to] = await Promise.all([codesIn(ends.fromId, ends.fromNumber), codesIn(ends.toId, ends.toNumber)]);
  const read = await withTable(input.file, (table) => readMapping({ header: table.header, rows: table.rows() }, { from, to }, mostRows));
  if (read === null) throw failure('fileTooManyRows', { most: mostRows });
  const { rows, problems } = read;
  if (problems.length > 0) return refused(problems);
  if (rows.length === 0) throw failure('fileNoRows');
  await transaction(async (tx) => {
    await repository.replaceMapping(tx, ends, rows, actor.name);
    await audit(tx, actor, { action: 'classifiers.import-mapping', subjectType: 'classifier', subjectId: ends.fromId, agencyId: classifier.ownerAgencyId, as: roleIn(actor), detail: { ...ends, rows: rows.length } });
  });
  return { outcome: 'imported', items: rows.length };
}

export async function deleteMapping(actor: Person, input: z.infer<typeof deleteMappingSchema>): Promise<void> {
  const { classifierId, mappingId } = deleteMappingSchema.parse(input);
  const classifier = await editable(actor, classifierId);
  const mapping = await repository.mapping(mappingId);
  if (mapping?.fromId !== classifierId) throw failure('notFound');
  const { fromId, fromNumber, toId, toNumber } = mapping;
  await transaction(async (tx) => {
    if (!(await repository.deleteMapping(tx, mappingId))) throw failure('notFound');
    await audit(tx, actor, { action: 'classifiers.delete-mapping', subjectType: 'classifier', subjectId: classifierId, agencyId: classifier.ownerAgencyId, as: roleIn(actor), detail: { fromId, fromNumber, toId, toNumber } });
  });
}

/** Mappings of a classifier, from it and to it. */
export const listMappings = (classifierId: string): Promise<repository.Mapping[]> => repository.mappingsOf(classifierId);

/** Fails with `notFound`. */
export async function findMapping(classifierId: string, mappingId: string): Promise<repository.Mapping> {
  const mapping = z.uuid().safeParse(mappingId).success ? await repository.mapping(mappingId) : null;
  if (!mapping || (mapping.fromId !== classifierId && mapping.toId !== classifierId)) throw failure('notFound');
  return mapping;
}

export async function* mappingRows(mappingId: string): AsyncGenerator<MappingRow> {
  for (let after = -1; ; ) {
    const rows = await repository.rowsAfter(mappingId, after, batch);
    for (const { position: _position, ...row } of rows) yield row;
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.position;
  }
}

export type Correspondence = { classifierId: string; title: LocalizedText; edition: number; code: string; name: ItemName | null; /** What the other code is to this one. */ relation: Relation };

const turned: Record<Relation, Relation> = { equal: 'equal', related: 'related', broader: 'narrower', narrower: 'broader' };

/** What the codes of the edition shown correspond to elsewhere. */
export async function correspondences({ id, edition }: Classifier, codes: readonly string[]): Promise<Map<string, Correspondence[]>> {
  const found = new Map<string, Correspondence[]>();
  const shown = (number: number | null) => number === null || number === edition.number;
  const mappings = await repository.mappingsOf(id);
  for (const side of ['fromCode', 'toCode'] as const) {
    const forth = side === 'fromCode';
    const fitting = mappings.filter(({ fromId, fromNumber, toId, toNumber }) => (forth ? fromId === id && shown(fromNumber) : toId === id && shown(toNumber)));
    const rows = await repository.rowsOfCodes(fitting.map((mapping) => mapping.id), side, codes);
    for (const mapping of fitting) {
      const own = rows.filter(({ mappingId }) => mappingId === mapping.id);
      if (own.length === 0) continue;
      const [otherId, number, title] = forth ? [mapping.toId, mapping.toNumber, mapping.toTitle] : [mapping.fromId, mapping.fromNumber, mapping.fromTitle];
      const other = await findClassifier(otherId, number);
      const names = await namesIn(other.edition.id, own.map((row) => (forth ? row.toCode : row.fromCode)));
      for (const { fromCode, toCode, relation } of own) {
        const [here, there] = forth ? [fromCode, toCode] : [toCode, fromCode];
        found.set(here, [...(found.get(here) ?? []), { classifierId: otherId, title, edition: other.edition.number, code: there, name: names.get(there) ?? null, relation: forth ? relation : turned[relation] }]);
      }
    }
  }
  return found;
}
