import { db } from '../db/index.ts';
import { env } from '../env/index.ts';
import { Failure } from '../errors/index.ts';
import type { Actor } from '../auth/actor.ts';
import type { ParsedMessage } from './smtp-message.ts';

export type DemoMailSummary = { id: string; to: string; subject: string; receivedAt: Date };
export type DemoMail = DemoMailSummary & { from: string; text: string; };

const pageSize = 20;

/** The inbox is open to everybody, but there is one in the demo profile only. */
function assertDemo(): void {
  if (env().YAGONA_PROFILE !== 'demo') throw new Failure('common.errors.notFound', 'notFound');
}

export async function storeDemoMail(to: string, from: string, message: ParsedMessage): Promise<void> {
  await db().demoMail.create({ data: { to: to.toLowerCase(), from, ...message }, select: { id: true } });
}

/** One page of captured messages, newest first; `before` is the id of the last one seen. */
export async function listDemoMails(_actor: Actor, input: { to?: string | undefined; before?: string | undefined }): Promise<{ mails: DemoMailSummary[]; next: string | null }> {
  assertDemo();
  const mails = await db().demoMail.findMany({
    where: { ...(input.to !== undefined && { to: input.to.toLowerCase() }), ...(input.before !== undefined && { id: { lt: input.before } }) },
    select: { id: true, to: true, subject: true, receivedAt: true },
    // Identifiers are UUIDv7: they grow with time.
    orderBy: { id: 'desc' },
    take: pageSize + 1,
  });
  const page = mails.slice(0, pageSize);
  return { mails: page, next: mails.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

export async function readDemoMail(_actor: Actor, input: { id: string }): Promise<DemoMail> {
  assertDemo();
  const mail = await db().demoMail.findUnique({ where: { id: input.id }, select: { id: true, to: true, from: true, subject: true, text: true, receivedAt: true } });
  if (mail === null) throw new Failure('common.errors.notFound', 'notFound');
  return mail;
}
