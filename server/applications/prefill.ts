import type { Person } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { fieldsOf } from '../forms/engine.ts';
import type { FormDefinition, Prefill, PrefillData } from '../forms/schema.ts';
import { isPinfl } from '../registers/identifiers.ts';
import { findIndividual } from '../registers/service.ts';
import type { Individual } from '../registers/schema.ts';

/** Reads the applicant's record for the fields that the form binds, and for nothing else. */
export async function readPrefill(person: Person, form: FormDefinition, reading: { purpose: string; ground: string }): Promise<PrefillData> {
  const bound = [...new Set(fieldsOf(form).flatMap((field) => (field.prefill ? [field.prefill.field] : [])))];
  if (bound.length === 0 || person.pinfl === null || !isPinfl(person.pinfl)) return {};
  const fields = [...new Set(bound.flatMap(registerFields))];
  const record = await findIndividual(person, { pinfl: person.pinfl, fields, purpose: reading.purpose.slice(0, 200), ground: reading.ground });
  if (!record) return {};
  return { individuals: Object.fromEntries(bound.flatMap((name) => [[name, valueOf(record, name)] as const]).filter(([, value]) => value !== '')), readAt: now().toISOString() };
}

function registerFields(name: Prefill['field']): string[] {
  return name === 'fullName' ? ['surname', 'givenName', 'patronymic'] : [name];
}

function valueOf(record: Individual, name: Prefill['field']): string {
  if (name === 'fullName') return fullName(record);
  return record[name] ?? '';
}

function fullName({ surname, givenName, patronymic }: Individual): string {
  return [surname, givenName, patronymic].filter(Boolean).join(' ');
}
