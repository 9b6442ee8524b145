import { createTranslator } from 'next-intl';
import { currentActor } from '@/server/platform/auth/current';
import { csvLine } from '@/server/platform/csv';
import { Failure } from '@/server/platform/errors';
import { streamOf } from '@/server/platform/http/stream';
import { isLocale, type Locale } from '@/server/platform/i18n/locales';
import { messagesOf } from '@/server/platform/i18n/messages';
import type { Actor } from '@/server/platform/auth/actor';
import { listImportProblems } from '@/server/registers/service-imports';

export const dynamic = 'force-dynamic';

type Words = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

async function* csv(actor: Actor, id: string, locale: Locale): AsyncGenerator<string> {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'registers' }) as unknown as Words;
  yield `\ufeff${csvLine([t('importer.row'), t('importer.column'), t('importer.value'), t('importer.reason')])}`;
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listImportProblems>> = await listImportProblems(actor, { id, after, limit: 1_000 });
    for (const { row, column, value, reason, params } of page.problems) yield csvLine([String(row), column, value, t(`problems.${reason}`, { ...params, value })]);
    if (page.next === null) return;
    after = page.next;
  }
}

/** Everything that is wrong in the file of an import, in the reader's language. */
export async function GET(request: Request, { params }: { params: Promise<{ importId: string }> }): Promise<Response> {
  const { importId } = await params;
  const given = new URL(request.url).searchParams.get('locale') ?? '';
  const actor = await currentActor();
  try {
    await listImportProblems(actor, { id: importId, limit: 1 });
    return new Response(streamOf(csv(actor, importId, isLocale(given) ? given : 'uz')), { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="errors.csv"', 'Cache-Control': 'no-store' } });
  } catch (error) {
    if (error instanceof Failure) return new Response(null, { status: error.status, headers: { 'Cache-Control': 'no-store' } });
    throw error;
  }
}
