import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/button';
import { Link } from '@/components/link';
import { timeInWords } from '@/server/platform/i18n/dates';
import type { Locale, LocalizedText } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { draftPath, pagePath } from './paths';

export type ListedDraft = { id: string; serviceId: string; title: LocalizedText; updatedAt: Date; correctsReference: string | null };

/** Drafts, each with a way on and a way out. */
export function Drafts({ locale, drafts }: { locale: Locale; drafts: readonly ListedDraft[] }) {
  const t = useTranslations('applications.cabinet');
  return (
    <ul className="border-t border-line">
      {drafts.map((draft) => {
        const place = { locale, serviceId: draft.serviceId, draftId: draft.id };
        const title = textIn(draft.title, locale);
        return (
          <li key={draft.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-3">
            <div className="min-w-0 flex-[1_1_18rem]">
              <p className="font-medium">{title}</p>
              <p className="text-[0.9375em] text-muted">{draft.correctsReference ? t('correcting', { reference: draft.correctsReference }) : t('changed', { time: timeInWords(draft.updatedAt, locale) })}</p>
            </div>
            <ButtonLink href={draftPath(place)} variant="secondary" fit>
              {t('continue')}
              <span className="sr-only">: {title}</span>
            </ButtonLink>
            {draft.correctsReference === null && (
              <Link href={pagePath(place, 'delete')} hidden={title}>
                {t('delete')}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
