import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { SectionNav } from '@/components/section-nav';
import type { PublishedService } from '@/server/catalogue/service';
import type { Locale } from '@/server/platform/i18n/locales';

type Props = { service: PublishedService; locale: Locale };

/** What to do next: apply here, or where to go instead. */
export async function Action({ service, locale }: Props) {
  const t = await getTranslations('catalogue');
  if (service.online) {
    return (
      <div className="no-print max-lg:hidden">
        <ButtonLink href={`/${locale}/apply/${service.id}`} iconAfter="arrow-right" wide>
          {t('service.apply')}
        </ButtonLink>
        <p className="mt-2 text-[0.9375em] text-muted">{t('service.applyHint')}</p>
      </div>
    );
  }
  const elsewhere = service.passport.channels.filter((channel) => channel !== 'portal');
  return (
    <div className="rounded-lg bg-subtle p-5">
      <p className="font-semibold">{t('service.notOnline')}</p>
      {elsewhere.length > 0 && (
        <>
          <p className="mt-2 text-muted">{t('service.askAt')}:</p>
          <ul className="mt-1 list-disc pl-5">
            {elsewhere.map((channel) => (
              <li key={channel}>{t(`channel.${channel}`)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export async function Contents({ sections }: { sections: readonly { id: string; title: string }[] }) {
  const t = await getTranslations('catalogue.service');
  return <SectionNav label={t('contents')} title={t('contents')} items={sections.map(({ id, title }) => ({ label: title, href: `#${id}` }))} />;
}

/** On a phone the button stays at the foot of the window, within reach of the thumb. */
export async function StickyAction({ service, locale }: Props) {
  if (!service.online) return null;
  const t = await getTranslations('catalogue.service');
  return (
    <div data-sticky-action className="no-print sticky bottom-0 z-20 -mx-4 mt-10 -mb-16 border-t border-line bg-canvas px-4 py-3 lg:hidden">
      <ButtonLink href={`/${locale}/apply/${service.id}`} iconAfter="arrow-right" wide>
        {t('apply')}
      </ButtonLink>
    </div>
  );
}
