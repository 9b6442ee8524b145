/** Taking records out in bulk: the same lists, to their end, with every reading recorded. */
import type { Actor } from '../platform/auth/actor.ts';
import { audit } from '../platform/audit/index.ts';
import { transaction } from '../platform/db/index.ts';
import { failure } from './errors.ts';
import type { Definition, RecordData } from './schema-definition.ts';
import type { RecordListInput } from './schema-records.ts';
import { openRegister } from './service-access.ts';
import { listRecords } from './service-reading.ts';

const batch = 200;

export type Export = { definition: Definition; /** Fields of the columns, in their order. */ fields: string[]; rows: () => AsyncGenerator<(string | number)[]> };

/** A cell as an import reads it again: lists as JSON, everything else as it is kept. */
function cell(value: RecordData[string] | undefined): string | number {
  if (value === undefined) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'boolean' ? String(value) : value;
}

/** Records as rows of cells; columns are the fields that the actor may see. */
export async function exportRecords(actor: Actor, input: Omit<RecordListInput, 'after' | 'limit'>): Promise<Export> {
  const { definition, access } = await openRegister(actor, input.register, 'export');
  const fields = definition.fields.flatMap(({ id }) => (access.fields.has(id) ? [id] : []));
  if (fields.length === 0) throw failure('forbidden');
  await transaction((tx) => audit(tx, actor, { action: 'registers.export', subjectType: 'register', subjectId: definition.id, agencyId: definition.ownerAgencyId, reason: input.purpose }));
  async function* rows(): AsyncGenerator<(string | number)[]> {
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof listRecords>> = await listRecords(actor, { ...input, after, limit: batch });
      for (const { data } of page.records) yield fields.map((field) => cell(data[field]));
      if (page.next === null) return;
      after = page.next;
    }
  }
  return { definition, fields, rows };
}
