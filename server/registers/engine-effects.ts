/** What a civil status act changes in the register of individuals, by the Family Code. Pure. */
import type { RecordData, Value } from './schema-definition.ts';

export type Effect = { register: 'individuals'; key: string; changes: Record<string, Value | undefined>; /** Civil day from which it holds. */ from: string };

/** Changes of individuals that follow from a record that is entered; none for registers other than that of acts. */
export function effectsOf(register: string, data: RecordData): Effect[] {
  if (register !== 'civil-acts') return [];
  const text = (field: string): string | undefined => (typeof data[field] === 'string' ? data[field] : undefined);
  const [person, spouse, from] = [text('person'), text('spouse'), text('happenedOn')];
  if (person === undefined || from === undefined) return [];
  const effect = (key: string, changes: Effect['changes']): Effect => ({ register: 'individuals', key, changes, from });
  const given = (fields: readonly string[]) => Object.fromEntries(fields.flatMap((field) => (data[field] === undefined ? [] : [[field, data[field]]])));
  switch (text('kind') ?? '') {
    case 'marriage':
      return spouse === undefined ? [] : [effect(person, { spousePinfl: spouse }), effect(spouse, { spousePinfl: person })];
    case 'divorce':
      return spouse === undefined ? [] : [effect(person, { spousePinfl: undefined }), effect(spouse, { spousePinfl: undefined })];
    case 'name-change':
      return [effect(person, given(['surname', 'givenName', 'patronymic']))];
    case 'death':
      return [effect(person, { diedOn: from })];
    case 'birth':
      return [effect(person, { motherPinfl: text('mother'), ...(text('father') !== undefined && { fatherPinfl: text('father') }) })];
    default:
      return [];
  }
}
