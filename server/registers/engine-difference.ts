/** What one content of a record changes in another. Pure. */
import { canonical } from './engine-history.ts';
import type { RecordData, Value } from './schema-definition.ts';

export type FieldChange = { field: string; before: Value | null; after: Value | null };

/** Fields that differ, in the order given. */
export function changesBetween(fields: readonly { id: string }[], before: RecordData | null, after: RecordData | null): FieldChange[] {
  return fields.flatMap(({ id }): FieldChange[] => {
    const [was, is] = [before?.[id] ?? null, after?.[id] ?? null];
    return canonical(was) === canonical(is) ? [] : [{ field: id, before: was, after: is }];
  });
}
