import { redirect } from 'next/navigation';
import { stepToResume } from '@/server/applications/draft-state';
import { loadDraft } from '../../load';
import { pagePath, stepPath } from '../../paths';
import { localeOf } from '../../query';

type Props = { params: Promise<{ locale: string; serviceId: string; draftId: string }> };

/** Where a draft goes on: what was refused last, what is not answered yet, or checking the answers. */
export default async function ResumePage({ params }: Props) {
  const { locale: wanted, serviceId, draftId } = await params;
  const place = { locale: localeOf(wanted), serviceId, draftId };
  const { opened } = await loadDraft(place.locale, serviceId, draftId);
  const { draft, form, context, correction } = opened;
  if (draft.attempt && !draft.attempt.conflict) redirect(pagePath(place, draft.attempt.pageId, { again: true }));
  redirect(correction ? pagePath(place, 'check') : stepPath(place, stepToResume(form.definition, draft.answers, context)));
}
