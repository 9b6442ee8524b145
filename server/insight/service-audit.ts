/** The audit trail for those who answer for the platform. */
import { readReference } from '../documents/identifiers.ts';
import { audit } from '../platform/audit/index.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { transaction } from '../platform/db/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { failure } from './errors.ts';
import { mayReadAudit, readerRole } from './policy.ts';
import * as repository from './repository-audit.ts';
import { auditFilterSchema, type AuditCursor, type AuditFilterInput } from './schema.ts';

export type AuditRow = repository.AuditRow;
export type AuditPage = { items: AuditRow[]; next: AuditCursor | null };

const pageSize = 25;

/** What the filter can choose from: the actions and kinds of subjects that occur. */
export async function auditChoices(actor: Actor): Promise<{ actions: string[]; subjectTypes: string[] }> {
  authorise(mayReadAudit(actor), failure('forbidden'));
  const [actions, subjectTypes] = await Promise.all([repository.distinct('action'), repository.distinct('subjectType')]);
  return { actions, subjectTypes };
}

/** One page of the audit trail, newest first. Who looked, and for what, is itself an entry. */
export async function readAudit(actor: Actor, input: AuditFilterInput): Promise<AuditPage> {
  authorise(mayReadAudit(actor), failure('forbidden'));
  const { after, subject, subjectType, ...filter } = auditFilterSchema.parse(input);
  const reference = subject === undefined ? null : readReference(subject);
  const ofReference = reference === null ? [] : await repository.subjectsOfReference(reference);
  const subjectIds = subject === undefined ? null : [subject, ...ofReference];
  // With the kinds named, identifiers are found by the index on both.
  const subjectTypes = subjectType !== undefined ? [subjectType] : subjectIds && (await repository.distinct('subjectType'));
  const rows = await repository.listEntries({ ...filter, subjectIds, subjectTypes }, after, pageSize + 1);
  const role = readerRole(actor);
  const asked = Object.fromEntries(Object.entries({ ...filter, subject, subjectType }).filter(([, value]) => value !== undefined));
  await transaction((tx) => audit(tx, actor, { action: 'insight.read-audit', subjectType: 'audit', subjectId: 'entries', ...(role && { as: role }), detail: { ...asked, ...(after && { before: after.at.toISOString() }) } }));
  const items = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? items.at(-1) : undefined;
  return { items, next: last ? { at: last.at, id: last.id } : null };
}
