/** Reading a register on the ground of a case. */
import { isPerson, type Actor } from '../platform/auth/actor.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { fieldsOf } from '../forms/engine.ts';
import { describeAnswers, findForm } from '../forms/service.ts';
import { isPinfl, isStir } from '../registers/identifiers.ts';
import { findIndividual, findLegalEntity } from '../registers/service.ts';
import type { LegalEntity } from '../registers/schema.ts';
import { failure } from './errors.ts';
import { mayHandleCase } from './policy.ts';
import { compareWithRegister, warningsOf, type Comparison, type RegisterWarning } from './register-check.ts';
import * as repository from './repository.ts';
import { isOpen } from './states.ts';

export type RegisterCheck = {
  source: 'individuals';
  readAt: Date;
  /** For each field bound to the register: how the answer compares, and the register's value in words. */
  fields: (Comparison & { value: string | null })[];
  person: { pinfl: string; name: string; birthDate: string; passport: string; passportExpiresOn: string; address: string };
  warnings: RegisterWarning[];
  /** Legal entities that the answers name by STIR; `entity` is null when the register has none. */
  entities: { fieldId: string; entity: { name: string; state: LegalEntity['state'] } | null }[];
};

/**
 * Reads the applicant's record on the ground of the case and compares it with the answers. The reading is
 * recorded for the applicant to see. Only who holds an open case may; afterwards there is no ground any more.
 */
export async function checkRegister(actor: Actor, input: { caseId: string }): Promise<RegisterCheck> {
  const found = await repository.findCase({ id: input.caseId });
  if (!found || !isPerson(actor) || !mayHandleCase(actor, found, 'read').allow) throw failure('notFound');
  authorise(mayHandleCase(actor, found, 'check_register'), failure('notHolder'));
  if (!isOpen(found)) throw failure('wrongState');
  const asked = await repository.askedOf(found.id);
  const form = asked && (await findForm(asked.formId));
  if (!form || asked.applicantPinfl === null || !isPinfl(asked.applicantPinfl)) throw failure('registerUnknown');
  const reading = { purpose: `Case ${found.reference}`, ground: found.id, agencyId: found.agencyId };
  const record = await findIndividual(actor, { pinfl: asked.applicantPinfl, ...reading });
  if (!record) throw failure('registerUnknown');
  const readAt = now();
  const today = civilDay(readAt);
  const { comparisons, register } = compareWithRegister(form.definition, asked.answers, record, today);
  const entities: RegisterCheck['entities'] = [];
  for (const { id, kind } of fieldsOf(form.definition)) {
    const stir = asked.answers[id];
    if (kind !== 'stir' || typeof stir !== 'string' || !isStir(stir)) continue;
    const entity = await findLegalEntity(actor, { stir, ...reading });
    entities.push({ fieldId: id, entity: entity && { name: entity.name, state: entity.state } });
  }
  const described = await describeAnswers({ definition: form.definition, answers: { ...asked.answers, ...register }, prefill: {}, uploads: [] }, actor.locale);
  const words = new Map(described.flatMap(({ rows }) => rows.map(({ fieldId, value }) => [fieldId, value] as const)));
  return {
    source: 'individuals',
    readAt,
    fields: comparisons.map((comparison) => ({ ...comparison, value: comparison.outcome === 'unknown' ? null : (words.get(comparison.fieldId) ?? null) })),
    person: {
      pinfl: record.pinfl,
      name: [record.surname, record.givenName, record.patronymic].filter(Boolean).join(' '),
      birthDate: record.birthDate,
      passport: record.passport,
      passportExpiresOn: record.passportExpiresOn,
      address: record.address,
    },
    warnings: warningsOf(record, { applicantName: asked.applicantName, today }),
    entities,
  };
}
