import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icon';
import { Link } from '@/components/link';
import { Tag } from '@/components/tag';
import type { DocumentCard } from '@/server/documents/service';
import { timeInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';

/** Documents to download: the result first, the receipt last. */
export function Documents({ documents, locale }: { documents: readonly DocumentCard[]; locale: Locale }) {
  const t = useTranslations('applications.view');
  const kinds = useTranslations('documents.kind');
  return (
    <section aria-labelledby="documents">
      <h2 id="documents" className="mb-3">
        {t('documents')}
      </h2>
      {documents.length === 0 && <p className="text-muted">{t('noDocuments')}</p>}
      <ul className="flex flex-col gap-3">
        {documents.map((document) => (
          <li key={document.id} className="flex flex-wrap items-center gap-x-5 gap-y-2 rounded-md border border-line bg-raised px-5 py-4">
            <Icon name="document" size={32} className="text-accent" />
            <div className="min-w-0 flex-[1_1_14rem]">
              <p className="font-semibold">
                {kinds(document.kind)} {document.revoked && <Tag tone="danger">{t('revoked')}</Tag>}
              </p>
              <p className="text-[0.9375em] text-muted">
                <span className="tabular-nums">{document.number}</span> · {timeInWords(document.issuedAt, locale)}
              </p>
            </div>
            {document.ready ? (
              <Link href={`/api/documents/${document.id}`} hidden={document.number} download>
                {t('download')} (PDF)
              </Link>
            ) : (
              <p className="text-muted">{t('documentPending')}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
