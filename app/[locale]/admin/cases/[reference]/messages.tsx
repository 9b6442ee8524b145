import { getTranslations } from 'next-intl/server';
import { shortTime } from '@/components/console/format';
import { MessageForm } from '@/components/console/case/message-form';
import type { OpenedCase } from '@/server/cases/service-reading';
import type { Locale } from '@/server/platform/i18n/locales';

type Props = { locale: Locale; caseId: string; messages: OpenedCase['application']['messages']; maySend: boolean };

export async function Messages({ locale, caseId, messages, maySend }: Props) {
  const t = await getTranslations('cases.messages');
  return (
    <section aria-labelledby="messages" className="mt-8">
      <h2 id="messages" className="mb-3">
        {t('title')}
      </h2>
      {messages.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ol className="flex flex-col gap-3">
        {messages.map(({ id, fromStaff, authorName, body, sentAt, readAt }) => (
          <li key={id} className={`max-w-2xl rounded-md border border-line px-3 py-2 ${fromStaff ? 'ml-6 bg-accent-soft sm:ml-16' : 'bg-raised'}`}>
            <p className="flex flex-wrap gap-x-3 text-[0.9375em]">
              <span className="font-semibold">{authorName}</span>
              <span className="text-muted">{fromStaff ? t('staff') : t('applicant')}</span>
              <time dateTime={sentAt.toISOString()} className="text-muted tabular-nums">
                {shortTime(locale, sentAt)}
              </time>
              {fromStaff && <span className="text-muted">{readAt === null ? t('unread') : t('read')}</span>}
            </p>
            <p className="mt-1 whitespace-pre-line">{body}</p>
          </li>
        ))}
      </ol>
      {maySend && <MessageForm caseId={caseId} />}
    </section>
  );
}
