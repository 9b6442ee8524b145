import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../testing/database.ts';
import { systemActor } from '../auth/actor.ts';
import { db, transaction } from '../db/index.ts';
import { audit } from './index.ts';

createTestDatabase();

describe('the audit trail', () => {
  it('lives and dies with the change it belongs to', async () => {
    await transaction((tx) => audit(tx, systemActor('test'), { action: 'test.kept', subjectType: 'thing', subjectId: '1' }));
    const failed = transaction(async (tx) => {
      await audit(tx, systemActor('test'), { action: 'test.lost', subjectType: 'thing', subjectId: '2' });
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    const entries = await db().auditEntry.findMany({ select: { action: true } });
    expect(entries.map((entry) => entry.action)).toEqual(['test.kept']);
  });

  it.each([
    ['update', `update "AuditEntry" set "action" = 'forged'`],
    ['delete', `delete from "AuditEntry"`],
    ['truncate', `truncate "AuditEntry"`],
    ['update of readings', `update "RegisterRead" set "purpose" = 'forged'`],
    ['truncate of readings', `truncate "RegisterRead"`],
  ])('refuses %s', async (_what, sql) => {
    await transaction((tx) => audit(tx, systemActor('test'), { action: 'test.more', subjectType: 'thing', subjectId: '3' }));
    await db().registerRead.create({ data: { at: new Date(), register: 'individuals', recordKey: '1', readerName: 'x', purpose: 'test', fields: [] } });
    await expect(db().$executeRawUnsafe(sql)).rejects.toThrow(/append-only/);
  });
});
