import { useFormatter, useTranslations } from 'next-intl';
import { Icon } from '@/components/icon';
import { SubmitButton } from '@/components/submit-button';
import { Tag } from '@/components/tag';
import type { OwnSession } from '@/server/identity/service';
import type { Locale } from '@/server/platform/i18n/locales';
import { endAllOtherSessions, endSession } from './actions';

/** Browsers in which the person is signed in, each with a button that ends it. */
export function Sessions({ locale, sessions }: { locale: Locale; sessions: readonly OwnSession[] }) {
  const t = useTranslations('identity.profile');
  const format = useFormatter();
  const nameOf = ({ browser: { browser, system } }: OwnSession) => (browser && system ? t('browser', { browser, system }) : (browser ?? system ?? t('unknownBrowser')));
  const whenOf = ({ createdAt }: OwnSession) => format.dateTime(createdAt, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <section aria-labelledby="sessions" className="mt-12 max-w-3xl">
      <h2 id="sessions">{t('sessions')}</h2>
      <p className="mt-2 mb-4 text-muted">{t('sessionsLead')}</p>
      <ul className="border-t border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3">
            <Icon name="monitor" className="text-accent" />
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{nameOf(session)}</p>
              <p className="text-muted">{t('since', { when: whenOf(session) })}</p>
            </div>
            {session.current ? (
              <Tag tone="success">{t('current')}</Tag>
            ) : (
              <form action={endSession.bind(null, locale)}>
                <input type="hidden" name="id" value={session.id} />
                <SubmitButton variant="secondary">
                  {t('end')}
                  <span className="sr-only"> {t('endHidden', { browser: nameOf(session), when: whenOf(session) })}</span>
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={endAllOtherSessions.bind(null, locale)} className="mt-5">
          <SubmitButton variant="danger">{t('endOthers')}</SubmitButton>
        </form>
      )}
    </section>
  );
}
