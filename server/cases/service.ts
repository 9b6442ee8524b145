/** What case staff do to cases. Every act checks the revision the actor saw, so that two never both decide. */
import type { z } from 'zod';
import { isPerson, type Actor, type Person } from '../platform/auth/actor.ts';
import { audit } from '../platform/audit/index.ts';
import { now } from '../platform/clock/index.ts';
import { transaction, type Db } from '../platform/db/index.ts';
import { authorise, Failure, type Decision } from '../platform/errors/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import { textIn } from '../platform/i18n/text.ts';
import * as applications from '../applications/service.ts';
import { issueResult } from '../documents/service.ts';
import { failure } from './errors.ts';
import { caseRole, mayHandleCase, mayHold, type CaseAct } from './policy.ts';
import * as repository from './repository.ts';
import { approveSchema, askCorrectionSchema, messageSchema, refuseSchema, type assignManySchema, type assignSchema, type CaseTarget } from './schema.ts';
import { step, type Act, type CaseFacts, type StaffAct } from './states.ts';

export { closeWithdrawnCase, openCase, resumeCase } from './service-open.ts';

type Held = { found: repository.CaseRow; officer: Person; next: CaseFacts };
type Work<T> = (tx: Db, held: Held) => Promise<{ result: T; reason?: string | null; detail?: Record<string, string | string[] | null>; decisionReason?: string }>;

/** Words for a refusal of the policy. */
function refusal(decision: Decision): Failure {
  if (decision.allow) return failure('forbidden');
  if (decision.reason === 'not the holder' || decision.reason === 'neither holder nor manager') return failure('notHolder');
  return decision.reason === 'own application' ? failure('ownApplication') : failure('forbidden');
}

/** What to tell somebody who acts on a case that is no longer as they saw it. */
async function conflict(tx: Db, found: repository.CaseRow, actor: Person): Promise<Failure> {
  if (found.state === 'withdrawn') return failure('withdrawn');
  const last = await repository.lastChange(tx, found.id);
  if (!last || last.userId === actor.userId) return failure(found.closedAt === null ? 'changed' : 'wrongState');
  return failure(found.closedAt === null ? 'changedBy' : 'decided', { by: last.name });
}

/** The locked case as the actor saw it, when they may do this to it. A case of another agency does not exist. */
async function locked(tx: Db, actor: Actor, { caseId, revision }: CaseTarget, act: CaseAct): Promise<{ found: repository.CaseRow; officer: Person }> {
  const found = await repository.lockCase(tx, caseId);
  if (!found || !isPerson(actor)) throw failure('notFound');
  const read = mayHandleCase(actor, found, 'read');
  authorise(read, !read.allow && read.reason === 'own application' ? failure('ownApplication') : failure('notFound'));
  if (found.revision !== revision) throw await conflict(tx, found, actor);
  const decision = mayHandleCase(actor, found, act);
  authorise(decision, refusal(decision));
  return { found, officer: actor };
}

/** One act: lock, authorise, step, do what belongs to it, write the case and the audit entry. */
async function change<T>(tx: Db, actor: Actor, target: CaseTarget, act: StaffAct, move: (officer: Person) => Act, work: Work<T>): Promise<T> {
  const { found, officer } = await locked(tx, actor, target, act);
  const next = step(found, move(officer));
  if (!next) throw failure('wrongState');
  const { result, reason, detail, decisionReason } = await work(tx, { found, officer, next });
  await repository.updateCase(tx, found.id, { ...next, ...(decisionReason !== undefined && { decisionReason }) });
  await audit(tx, officer, {
    action: `cases.${act.replace('_', '-')}`,
    subjectType: 'case',
    subjectId: found.id,
    agencyId: found.agencyId,
    as: act === 'assign' ? 'agency_manager' : (caseRole(officer, found.agencyId) ?? 'agency_officer'),
    reason: reason ?? null,
    detail: { reference: found.reference, from: found.state, to: next.state, ...detail },
  });
  return result;
}

/** The officer takes a case nobody holds; the applicant sees that it is being looked at. */
export function takeCase(actor: Actor, input: CaseTarget): Promise<void> {
  return transaction((tx) =>
    change(tx, actor, input, 'take', ({ userId }) => ({ act: 'take', officerId: userId }), async (_, { found, officer, next }) => {
      if (next.state === 'in_progress') await applications.startReview(tx, officer, { applicationId: found.applicationId });
      return { result: undefined };
    }),
  );
}

async function assign(tx: Db, actor: Actor, { officerId, ...target }: z.infer<typeof assignSchema>): Promise<void> {
  await change(tx, actor, target, 'assign', () => ({ act: 'assign', officerId }), async (_, { found, officer, next }) => {
    const chosen = await repository.staffMember(officerId, tx);
    if (!chosen || !mayHold(chosen, found).allow) throw failure('officerUnfit');
    if (next.state === 'in_progress') await applications.startReview(tx, officer, { applicationId: found.applicationId });
    return { result: undefined, detail: { officer: chosen.name, before: found.officerName } };
  });
}

/** A manager gives the case to somebody. */
export function assignCase(actor: Actor, input: z.infer<typeof assignSchema>): Promise<void> {
  return transaction((tx) => assign(tx, actor, input));
}

/** Gives several cases to somebody, each on its own: those that changed meanwhile stay as they are. */
export async function assignCases(actor: Actor, input: z.infer<typeof assignManySchema>): Promise<{ assigned: number; left: number }> {
  let assigned = 0;
  let last: Failure | null = null;
  for (const target of input.cases) {
    try {
      await assignCase(actor, { ...target, officerId: input.officerId });
      assigned += 1;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      last = error;
    }
  }
  if (assigned === 0 && last) throw last.category === 'conflict' ? failure('noneAssigned') : last;
  return { assigned, left: input.cases.length - assigned };
}

/** Back to the queue, for somebody else. */
export function releaseCase(actor: Actor, input: CaseTarget): Promise<void> {
  return transaction((tx) => change(tx, actor, input, 'release', () => ({ act: 'release' }), async (_, { found }) => ({ result: undefined, detail: { before: found.officerName } })));
}

/** Sends pages back to the applicant. The clock stands still until they answer. */
export function askForCorrection(actor: Actor, input: z.input<typeof askCorrectionSchema>): Promise<void> {
  const { caseId, revision, pageIds, note } = askCorrectionSchema.parse(input);
  return transaction((tx) =>
    change(tx, actor, { caseId, revision }, 'ask_correction', () => ({ act: 'ask_correction', at: now() }), async (_, { found, officer }) => {
      await applications.requestCorrection(tx, officer, { applicationId: found.applicationId, pageIds, note });
      return { result: undefined, reason: note, detail: { pageIds } };
    }),
  );
}

export type Decided = { documentId: string; number: string };

/** Approves and issues the result. */
export function approveCase(actor: Actor, input: z.input<typeof approveSchema>): Promise<Decided> {
  const { caseId, revision, note, validUntil } = approveSchema.parse(input);
  return transaction((tx) =>
    change(tx, actor, { caseId, revision }, 'approve', () => ({ act: 'approve', at: now() }), async (_, { found, officer }) => {
      await applications.recordDecision(tx, officer, { applicationId: found.applicationId, outcome: 'approved', reason: note });
      const result = await issueResult(tx, officer, { applicationId: found.applicationId, agencyId: found.agencyId, kind: 'result', reason: note, validUntil });
      return { result, reason: note, detail: { document: result.number }, ...(note !== null && { decisionReason: note }) };
    }),
  );
}

/** What the applicant reads: the grounds of the passport they applied under, then the officer's words. */
function refusalReason(grounds: readonly LocalizedText[], { chosen, reason, locale }: { chosen: readonly number[]; reason: string; locale: repository.CaseRow['applicantLocale'] }): string {
  const lines = [...new Set(chosen)].flatMap((position) => grounds[position] ?? []).map((ground) => textIn(ground, locale));
  return [...lines, reason].join('\n\n');
}

/** Refuses with a reason and issues the letter that says why. */
export function refuseCase(actor: Actor, input: z.input<typeof refuseSchema>): Promise<Decided> {
  const { caseId, revision, grounds, reason } = refuseSchema.parse(input);
  return transaction((tx) =>
    change(tx, actor, { caseId, revision }, 'refuse', () => ({ act: 'refuse', at: now() }), async (_, { found, officer }) => {
      const words = refusalReason(found.refusalGrounds, { chosen: grounds, reason, locale: found.applicantLocale });
      await applications.recordDecision(tx, officer, { applicationId: found.applicationId, outcome: 'refused', reason: words });
      const result = await issueResult(tx, officer, { applicationId: found.applicationId, agencyId: found.agencyId, kind: 'refusal', reason: words });
      return { result, reason: words, detail: { document: result.number, grounds: grounds.map(String) }, decisionReason: words };
    }),
  );
}

/** Writes to the applicant. */
export async function messageApplicant(actor: Actor, input: z.input<typeof messageSchema>): Promise<void> {
  const { caseId, body } = messageSchema.parse(input);
  const found = await repository.findCase({ id: caseId });
  if (!found || !mayHandleCase(actor, found, 'read').allow) throw failure('notFound');
  const decision = mayHandleCase(actor, found, 'message');
  authorise(decision, refusal(decision));
  await applications.sendMessage(actor, { applicationId: found.applicationId, body });
}
