import type { z } from 'zod';
import type { Actor } from '../platform/auth/actor.ts';
import { audit } from '../platform/audit/index.ts';
import { transaction } from '../platform/db/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { failure } from './errors.ts';
import { mayChangeRole, mayListStaff, roleFitsAgency } from './policy.ts';
import * as repository from './repository-roles.ts';
import { normaliseApostrophes } from '../platform/i18n/transliterate.ts';
import { staffListSchema, type roleGrantSchema, type roleRevocationSchema } from './schema.ts';

export type StaffMember = repository.StaffMember & { /** The actor may take this role away. */ revocable: boolean };

const pageSize = 50;

/** The role in which the actor changes roles, for the audit trail. */
function roleOf(actor: Actor) {
  const role = actor.roles.find((held) => held.role === 'platform_administrator') ?? actor.roles.find((held) => held.role === 'agency_manager');
  return role ? { as: role.role } : {};
}

/** One page of who holds which role, in the order the roles were given. */
export async function listStaff(actor: Actor, input: z.input<typeof staffListSchema>): Promise<{ staff: StaffMember[]; next: string | null }> {
  const { agencyId, q, after } = staffListSchema.parse(input);
  authorise(mayListStaff(actor, agencyId));
  const rows = await repository.staff({ agencyId, q: normaliseApostrophes(q), after: after ?? null, limit: pageSize + 1 });
  const staff = rows.slice(0, pageSize).map((row) => ({ ...row, revocable: mayChangeRole(actor, row).allow }));
  return { staff, next: rows.length > pageSize ? (staff.at(-1)?.assignmentId ?? null) : null };
}

/** Gives a role. The person must have signed in once: that is how we know that they exist. */
export async function grantRole(actor: Actor, input: z.infer<typeof roleGrantSchema>): Promise<void> {
  const { role, agencyId, reason } = input;
  await transaction(async (tx) => {
    const userId = await repository.userIdByPinfl(tx, input.pinfl);
    // Whoever may change no role at all learns nothing about who has an account.
    authorise(mayChangeRole(actor, { userId: userId ?? '', role, agencyId }));
    if (userId === null) throw failure('personNotFound');
    if (!roleFitsAgency(role, agencyId) || (agencyId !== null && !(await repository.agencyExists(tx, agencyId)))) throw failure('roleInvalid');
    if (!(await repository.addRole(tx, userId, role, agencyId))) return;
    await audit(tx, actor, { action: 'identity.grant-role', subjectType: 'user', subjectId: userId, agencyId, reason, detail: { role }, ...roleOf(actor) });
  });
}

/** Takes a role away; the person's open sessions lose it with the next request. */
export async function revokeRole(actor: Actor, input: z.infer<typeof roleRevocationSchema>): Promise<void> {
  await transaction(async (tx) => {
    const held = await repository.roleAssignment(tx, input.assignmentId);
    authorise(mayChangeRole(actor, held ?? { userId: '', role: 'agency_editor', agencyId: null }));
    if (held === null) throw failure('personNotFound');
    await repository.removeRole(tx, input.assignmentId);
    const { userId, role, agencyId } = held;
    await audit(tx, actor, { action: 'identity.revoke-role', subjectType: 'user', subjectId: userId, agencyId, reason: input.reason, detail: { role }, ...roleOf(actor) });
  });
}
