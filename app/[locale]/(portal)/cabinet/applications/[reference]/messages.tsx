import { getTranslations } from 'next-intl/server';
import clsx from 'clsx';
import type { OwnApplication } from '@/server/applications/service-own';
import { isOpen } from '@/server/applications/schema';
import { timeInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';
import { sendMessageAction } from './actions';
import { MessageForm } from './message-form';

/** What applicant and officer wrote to each other, and the box to write in. */
export async function Messages({ own, messages, locale }: { own: OwnApplication; messages: OwnApplication['messages']; locale: Locale }) {
  const [t, form] = await Promise.all([getTranslations('applications.view'), getTranslations('common.form')]);
  const { application } = own;
  return (
    <section aria-labelledby="messages">
      <h2 id="messages" className="mb-4 scroll-mt-6">
        {t('messages')}
      </h2>
      {messages.length === 0 ? (
        <p className="mb-6 text-muted">{t('noMessages')}</p>
      ) : (
        <ol className="mb-8 flex max-w-2xl flex-col gap-4">
          {messages.map((message) => (
            <li key={message.id} className={clsx('max-w-[90%] rounded-lg border border-line p-4', message.fromStaff ? 'self-start bg-raised' : 'self-end bg-accent-soft')}>
              <p className="text-[0.9375em] text-muted">
                <strong className="font-semibold text-ink">{message.fromStaff ? t('officer', { name: message.authorName }) : t('you')}</strong>
                {', '}
                <time dateTime={message.sentAt.toISOString()}>{timeInWords(message.sentAt, locale)}</time>
              </p>
              <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{message.body}</p>
            </li>
          ))}
        </ol>
      )}
      {isOpen(application.state) && (
        <MessageForm
          action={sendMessageAction.bind(null, locale, application.reference)}
          words={{
            label: t('write'), hint: t('writeHint'), send: t('send'), errorTitle: form('errorTitle'), errorPrefix: form('errorPrefix'), messageEmpty: t('messageEmpty'), messageLong: t('messageLong'),
            refused: t('messageRefused'), limit: form.raw('characters.limit') as string, left: form.raw('characters.left') as string, over: form.raw('characters.over') as string,
          }}
        />
      )}
    </section>
  );
}
