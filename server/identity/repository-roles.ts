import type { StaffRole } from '../platform/auth/actor.ts';
import { db, type Db } from '../platform/db/index.ts';

export type StaffMember = { assignmentId: string; userId: string; name: string; email: string | null; role: StaffRole; agencyId: string | null; createdAt: Date };

const staffFields = { id: true, role: true, agencyId: true, createdAt: true, user: { select: { id: true, name: true, email: true } } } as const;

/** Who holds a role, in one agency or everywhere, by keyset. */
export async function staff({ agencyId, q, after, limit }: { agencyId: string | null; q: string; after: string | null; limit: number }): Promise<StaffMember[]> {
  const rows = await db().roleAssignment.findMany({
    where: {
      ...(agencyId !== null && { agencyId }),
      ...(q !== '' && { user: { OR: [{ name: { contains: q, mode: 'insensitive' } }, { email: { contains: q, mode: 'insensitive' } }] } }),
      ...(after !== null && { id: { gt: after } }),
    },
    select: staffFields,
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map(({ id, user, ...row }) => ({ assignmentId: id, userId: user.id, name: user.name, email: user.email, ...row }));
}

export async function userIdByPinfl(tx: Db, pinfl: string): Promise<string | null> {
  return (await tx.user.findUnique({ where: { pinfl }, select: { id: true } }))?.id ?? null;
}

export async function agencyExists(tx: Db, agencyId: string): Promise<boolean> {
  return (await tx.agency.findUnique({ where: { id: agencyId }, select: { id: true } })) !== null;
}

/** Adds a role; false when the person holds it already. */
export async function addRole(tx: Db, userId: string, role: StaffRole, agencyId: string | null): Promise<boolean> {
  return (await tx.roleAssignment.createMany({ data: [{ userId, role, agencyId }], skipDuplicates: true })).count === 1;
}

export async function roleAssignment(tx: Db, id: string): Promise<{ userId: string; role: StaffRole; agencyId: string | null } | null> {
  return tx.roleAssignment.findUnique({ where: { id }, select: { userId: true, role: true, agencyId: true } });
}

export async function removeRole(tx: Db, id: string): Promise<void> {
  await tx.roleAssignment.deleteMany({ where: { id } });
}
