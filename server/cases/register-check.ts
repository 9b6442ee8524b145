/** Comparing what an applicant answered with what the register says now. Pure. */
import { fieldsOf, knownAnswers } from '../forms/engine.ts';
import { prefilledAnswer } from '../forms/engine-reading.ts';
import type { Answers, Field, FormDefinition } from '../forms/schema.ts';
import type { Individual } from '../registers/schema.ts';

export type Comparison = { fieldId: string; /** The register has no value, the same one, or another. */ outcome: 'unknown' | 'match' | 'mismatch' };

const fullName = ({ surname, givenName, patronymic }: Pick<Individual, 'surname' | 'givenName' | 'patronymic'>) => [surname, givenName, patronymic].filter(Boolean).join(' ');

/** The record as forms know it: field of the register to text. */
export function registerValues(record: Individual): Record<string, string> {
  const own = Object.entries(record).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return Object.fromEntries([...own, ['fullName', fullName(record)]]);
}

/** Writing that people do not take for a difference: letter case, kinds of apostrophes and of spaces. */
const alike = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[\u02BB\u02BC\u2018\u2019`´']/g, "'").replace(/\s+/g, ' ').trim();

type Compared = { comparisons: Comparison[]; /** Answers as the register would give them. */ register: Answers };

/** Compares the answers of fields that are bound to the register. */
export function compareWithRegister(form: FormDefinition, answers: Answers, record: Individual, today: string): Compared {
  const known = knownAnswers(form, answers);
  const context = { known, prefill: { individuals: registerValues(record) }, today };
  const register: Record<string, string> = {};
  const comparisons = fieldsOf(form).flatMap((field: Field): Comparison[] => {
    const answer = known[field.id];
    if (!field.prefill || answer === undefined) return [];
    const value = prefilledAnswer(field, context);
    if (value === null) return [{ fieldId: field.id, outcome: 'unknown' }];
    register[field.id] = value;
    return [{ fieldId: field.id, outcome: typeof answer === 'string' && alike(answer) === alike(value) ? 'match' : 'mismatch' }];
  });
  return { comparisons, register };
}

export const registerWarnings = ['died', 'passportExpired', 'nameDiffers'] as const;
export type RegisterWarning = (typeof registerWarnings)[number];

/** What an officer must not overlook in the record. */
export function warningsOf(record: Individual, { applicantName, today }: { applicantName: string; today: string }): RegisterWarning[] {
  const warnings: RegisterWarning[] = [];
  if (record.diedOn !== null) warnings.push('died');
  if (record.passportExpiresOn < today) warnings.push('passportExpired');
  if (alike(fullName(record)) !== alike(applicantName)) warnings.push('nameDiffers');
  return warnings;
}
