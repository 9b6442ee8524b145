import { savePage } from '@/server/applications/service-filling';
import { addUpload } from '@/server/applications/service-uploads';
import { runPersonAction } from '@/server/platform/actions';
import { backOf, localeOf } from '@/app/[locale]/(portal)/apply/query';
import { cabinetPath, conflictPath, pagePath, sentPath, stepPath, type DraftPlace } from '@/app/[locale]/(portal)/apply/paths';
import { isSameOrigin } from '@/server/platform/auth/same-origin';
import { readUploadForm } from './read-form';

export const dynamic = 'force-dynamic';

const to = (path: string) => new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });

/**
 * Takes the form of a page that asks for files: a plain form, so that it works without scripts, and a route
 * of our own, so that no more is read than is allowed. Answers with a redirect, like a form's action.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const form = await readUploadForm(request);
  if (form === null) return new Response(null, { status: 400 });
  const { fields, file } = form;
  const place: DraftPlace = { locale: localeOf(fields['locale'] ?? ''), serviceId: fields['service'] ?? '', draftId: fields['draft'] ?? '' };
  const pageId = fields['page'] ?? '';
  const back = backOf(fields['from']);
  const path = pagePath(place, pageId, { from: back });
  const redirected = await redirectOf(() => runPersonAction({ action: 'applications.upload', locale: place.locale, returnPath: path }, async (person) => {
    if (file) {
      const { outcome } = await addUpload(person, { draftId: place.draftId, pageId, file });
      if (outcome === 'refused') return pagePath(place, pageId, { from: back, again: true });
    }
    if (file && fields['then'] === 'stay') return path;
    const saved = await savePage(person, { draftId: place.draftId, pageId, values: () => [], seen: fields['seen'] ?? '', back });
    if (saved.outcome === 'conflict') return conflictPath(place, pageId, back);
    if (fields['then'] === 'exit') return cabinetPath(place.locale);
    if (saved.outcome === 'refused') return pagePath(place, pageId, { from: back, again: true });
    if (fields['then'] === 'stay') return path;
    return stepPath(place, saved.step, back === 'check' && saved.step.to === 'page' ? 'check' : null);
  }));
  if (typeof redirected === 'string') return to(redirected);
  if (redirected.ok) return to(redirected.value);
  const { key, params } = redirected.problem;
  return to(key === 'applications.errors.alreadySubmitted' ? sentPath(place.locale, String(params['reference'])) : pagePath(place, pageId, { from: back, problem: key }));
}

/** `runPersonAction` sends people who are not signed in away by throwing; here that becomes an address. */
async function redirectOf<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work();
  } catch (error) {
    const digest = (error as { digest?: unknown }).digest;
    const path = typeof digest === 'string' && digest.startsWith('NEXT_REDIRECT') ? digest.split(';')[2] : undefined;
    if (path === undefined) throw error;
    return path;
  }
}
