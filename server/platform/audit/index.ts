import type { Prisma } from '../../../prisma/generated/client/client.ts';
import type { Actor, StaffRole } from '../auth/actor.ts';
import { now } from '../clock/index.ts';
import type { Db } from '../db/index.ts';

export type AuditInput = {
  /** `<domain>.<verb>`, e.g. `applications.submit`. */
  action: string;
  subjectType: string;
  subjectId: string;
  agencyId?: string | null;
  /** Role in which a staff member acted; a citizen's acts need none. */
  as?: StaffRole;
  reason?: string | null;
  /** Facts needed to understand the entry later. Never answers or register data. */
  detail?: Prisma.InputJsonObject;
};

/** Appends an audit entry in the caller's transaction, so that it lives or dies with the change. */
export async function audit(tx: Db, actor: Actor, entry: AuditInput): Promise<void> {
  await tx.auditEntry.create({
    data: {
      at: now(),
      actorUserId: actor.userId,
      actorRole: entry.as ?? (actor.kind === 'person' ? 'citizen' : actor.kind),
      actorName: actor.name,
      onBehalfOf: actor.onBehalfOf,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      agencyId: entry.agencyId ?? null,
      reason: entry.reason ?? null,
      detail: entry.detail ?? {},
      requestId: actor.requestId,
    },
    select: { id: true },
  });
}
