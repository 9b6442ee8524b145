import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { Details } from '@/components/details';
import type { PublishedService, PublishedVersion } from '@/server/catalogue/service';
import { longDate } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';

type Props = { service: PublishedService; history: readonly PublishedVersion[]; locale: Locale };

/** Which edition this is, what changed before, and taking the page along. */
export async function History({ service, history, locale }: Props) {
  const t = await getTranslations('catalogue.service');
  const line = ({ number, publishedAt }: { number: number; publishedAt: Date | null }) => (publishedAt === null ? String(number) : t('version', { number, date: longDate(locale, publishedAt) }));
  return (
    <footer className="mt-12 flex flex-wrap items-start justify-between gap-x-8 gap-y-4 border-t border-line pt-5">
      <div className="min-w-0 text-[0.9375em] text-muted">
        <p>{line({ number: service.versionNumber, publishedAt: service.publishedAt })}</p>
        {history.length > 1 && (
          <Details summary={t('history')}>
            <ul className="flex flex-col gap-2">
              {history.map((version) => (
                <li key={version.number}>
                  {line(version)}
                  <span className="block">{version.changeNote ?? t('first')}</span>
                </li>
              ))}
            </ul>
          </Details>
        )}
      </div>
      <div className="no-print flex flex-wrap gap-2 no-js:hidden">
        <Button type="button" variant="quiet" icon="link" fit data-copy="" data-copied={t('copied')}>
          {t('share')}
          <span role="status" className="ml-2 empty:hidden" />
        </Button>
        <Button type="button" variant="quiet" icon="print" fit data-print="">
          {t('print')}
        </Button>
      </div>
    </footer>
  );
}
