import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDemoMailServer } from './platform/embedded/smtp.ts';
import { freePort } from './platform/embedded/ports.ts';
import { seedCatalogue } from './catalogue/seed.ts';
import { seedClassifiers } from './classifiers/seed.ts';
import { seedForms } from './forms/seed.ts';
import { submitDraft } from './applications/service-submission.ts';
import { db } from './platform/db/index.ts';
import { seedDirectories, seedRegisters } from './registers/seed.ts';
import { createTestDatabase } from './testing/database.ts';
import { demoActor, fillDraft } from './testing/filling.ts';

createTestDatabase();
const workers: ChildProcess[] = [];
let mail: Awaited<ReturnType<typeof startDemoMailServer>>;

function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'worker.ts')], { env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent' }, stdio: 'ignore' });
  workers.push(worker);
  return worker;
}

const waitingJobs = async () => Number((await db().$queryRaw<{ n: bigint }[]>`select count(*) as n from graphile_worker._private_jobs`)[0]?.n ?? 0);
const lockedJobs = async () => Number((await db().$queryRaw<{ n: bigint }[]>`select count(*) as n from graphile_worker._private_jobs where locked_by is not null`)[0]?.n ?? 0);

beforeAll(async () => {
  const port = await freePort();
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${port}`;
  mail = await startDemoMailServer({ profile: 'demo', host: '127.0.0.1', port });
  await seedDirectories();
  await seedCatalogue();
  await seedForms();
  await seedClassifiers();
  await seedRegisters(50, () => {});
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await mail.close();
});

describe('a worker killed in the middle of its jobs', () => {
  it('loses nothing and does nothing twice', { timeout: 120_000 }, async () => {
    const actor = await demoActor('dilnoza');
    const count = 12;
    for (let made = 0; made < count; made += 1) await submitDraft(actor, { draftId: await fillDraft(actor, 'address-certificate'), declared: true });
    const before = await waitingJobs();
    expect(before).toBeGreaterThanOrEqual(2 * count);
    const first = startWorker();
    await vi.waitFor(async () => expect(await lockedJobs()).toBeGreaterThan(0), { timeout: 60_000, interval: 5 });
    first.kill('SIGKILL');
    await new Promise((done) => first.once('exit', done));
    expect(await waitingJobs()).toBeGreaterThan(0);
    startWorker();
    await vi.waitFor(async () => expect(await waitingJobs()).toBe(0), { timeout: 90_000, interval: 100 });
    const documents = await db().document.findMany({ where: { kind: 'receipt' }, select: { storageKey: true } });
    expect(documents).toHaveLength(count);
    expect(documents.every((document) => document.storageKey !== null)).toBe(true);
    // One letter for each application: the same letter is never delivered twice.
    const letters = await db().demoMail.findMany({ select: { subject: true, text: true } });
    expect(letters).toHaveLength(count);
    expect(new Set(letters.map((letter) => letter.text)).size).toBe(count);
  });
});
