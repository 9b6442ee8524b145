/** Errors that the persons concerned report: tasks for the owner of the register. */
import { notify } from '../notifications/service.ts';
import { audit } from '../platform/audit/index.ts';
import { agenciesOf, isPerson, type Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { transaction } from '../platform/db/index.ts';
import { Failure } from '../platform/errors/index.ts';
import { failure } from './errors.ts';
import { allPublished } from './repository-definitions.ts';
import * as repository from './repository-reports.ts';
import { reportAnswerSchema, reportListSchema, reportSchema, type ReportAnswer, type ReportInput } from './schema-reports.ts';
import { findDefinition } from './service-access.ts';
import { concerns } from './service-own.ts';

export type { Report } from './repository-reports.ts';

const mostOpen = 10;
const pageSize = 25;

/** Registers whose keepers' tasks the actor sees. */
async function keptRegisters(actor: Actor): Promise<string[]> {
  const agencies = agenciesOf(actor, 'register_keeper');
  return (await allPublished()).filter(({ definition }) => agencies.includes(definition.ownerAgencyId)).map(({ definition }) => definition.id);
}

/** The person concerned reports an error; at most ten wait for an answer at a time. */
export async function reportError(actor: Actor, input: ReportInput): Promise<{ id: string }> {
  const { register, key, field, text } = reportSchema.parse(input);
  if (!isPerson(actor)) throw new Failure('common.errors.unauthenticated', 'unauthenticated');
  const definition = await findDefinition(register);
  if (actor.pinfl === null || !(await concerns(actor.pinfl, register, key))) throw failure('notFound');
  if (field !== null && !definition.fields.some(({ id }) => id === field)) throw failure('notFound');
  return transaction(async (tx) => {
    if ((await repository.openReportsBy(tx, actor.userId)) >= mostOpen) throw failure('tooManyReports', { count: mostOpen });
    const id = await repository.insertReport(tx, { registerId: register, recordKey: key, field, text, reporterId: actor.userId, reporterName: actor.name, createdAt: now() });
    await audit(tx, actor, { action: 'registers.report', subjectType: 'register', subjectId: register, agencyId: definition.ownerAgencyId, detail: { report: id } });
    return { id };
  });
}

/** The person's own reports, newest first. */
export function listOwnReports(actor: Actor): Promise<repository.Report[]> {
  return isPerson(actor) ? repository.reportsBy(actor.userId, 30) : Promise.resolve([]);
}

/** Reports in the registers that the actor keeps. */
export async function listReports(actor: Actor, input: { state?: 'open' | 'answered'; after?: string | null }): Promise<{ reports: repository.Report[]; next: string | null }> {
  const { state, after } = reportListSchema.parse(input);
  const rows = await repository.reportsIn(await keptRegisters(actor), { open: state === 'open', after, limit: pageSize + 1 });
  const reports = rows.slice(0, pageSize);
  return { reports, next: rows.length > pageSize ? (reports.at(-1)?.id ?? null) : null };
}

/** Reports on a record that wait for an answer, for its keepers. */
export async function listReportsOn(actor: Actor, { register, key }: { register: string; key: string }): Promise<repository.Report[]> {
  return (await keptRegisters(actor)).includes(register) ? repository.reportsOn(register, key) : [];
}

/** Answers a report; the person is told. A correction itself is a change of the record, on the ground of the report. */
export async function answerReport(actor: Actor, input: ReportAnswer): Promise<void> {
  const { id, outcome, answer } = reportAnswerSchema.parse(input);
  const kept = await keptRegisters(actor);
  await transaction(async (tx) => {
    const report = await repository.lockReport(tx, id);
    if (!report || !kept.includes(report.registerId)) throw failure('notFound');
    if (report.state !== 'open') throw failure('reportAnswered');
    const definition = await findDefinition(report.registerId);
    await repository.answerReport(tx, id, { state: outcome, answer, decidedByName: actor.name, decidedAt: now() });
    await audit(tx, actor, { action: 'registers.answer-report', subjectType: 'register', subjectId: report.registerId, agencyId: definition.ownerAgencyId, as: 'register_keeper', detail: { report: id, outcome } });
    await notify(tx, { userId: report.reporterId, kind: 'report_answered', params: { register: definition.title, answer }, link: '/cabinet/records' });
  });
}
