import { useTranslations } from 'next-intl';
import { LanguageLinks } from '@/components/language-switch';
import { Logo } from '@/components/logo';

const link = 'inline-flex min-h-9 items-center text-on-leaf underline-offset-4 hover:underline aria-[current]:font-semibold';

/** The foot of every portal page: the green of the flag, and everything that is not on the way to a service. */
export function SiteFooter({ locale }: { locale: string }) {
  const t = useTranslations('common');
  const groups = [
    { title: t('footer.portal'), links: [['services', t('nav.services')], ['life-events', t('nav.lifeEvents')], ['agencies', t('nav.agencies')], ['classifiers', t('nav.classifiers')], ['verify', t('nav.verify')]] },
    { title: t('footer.help'), links: [['help', t('nav.help')], ['about', t('nav.about')], ['accessibility', t('nav.accessibility')], ['privacy', t('nav.privacy')]] },
  ] as const;
  return (
    <footer aria-label={t('footer.label')} className="no-print relative isolate mt-auto overflow-hidden border-t-[3px] border-hairline bg-leaf text-on-leaf">
      <div aria-hidden="true" className="motif absolute inset-y-0 right-0 -z-10 w-1/2 opacity-[0.13] max-lg:hidden" />
      <div className="wrap grid grid-cols-2 gap-x-6 gap-y-8 py-10 sm:gap-x-10 sm:py-14 lg:grid-cols-[2fr_1fr_1fr_1fr]">
        <div className="max-lg:col-span-2">
          <Logo name={t('site.name')} />
          <p className="mt-3 max-w-xs text-on-leaf-muted">{t('site.portal')}</p>
        </div>
        {groups.map(({ title, links }) => (
          <div key={title}>
            <h2 className="text-[1em] font-semibold text-on-leaf-muted">{title}</h2>
            <ul className="mt-2">
              {links.map(([path, label]) => (
                <li key={path}>
                  <a href={`/${locale}/${path}`} className={link}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div>
          <h2 className="text-[1em] font-semibold text-on-leaf-muted">{t('language.label')}</h2>
          <ul className="mt-2">
            <LanguageLinks locale={locale} className={link} />
          </ul>
        </div>
      </div>
      <div className="border-t border-white/20">
        <p className="wrap py-4 text-[0.9375em] text-on-leaf-muted">{t('footer.licence')}</p>
      </div>
    </footer>
  );
}
