import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icon';
import { LanguageLinks } from '@/components/language-switch';
import { languages } from '@/components/language-switch/languages';
import { Logo } from '@/components/logo';
import { ThemeSwitch } from '@/components/theme-switch';

const item = 'flex min-h-11 items-center gap-2 rounded-md px-3 font-medium text-on-brand hover:bg-white/12';
const menu =
  'absolute right-0 z-40 mt-2 min-w-52 rounded-md border border-line bg-raised p-2 text-ink shadow-lg shadow-black/15';
const menuLink =
  'flex min-h-11 items-center rounded-sm px-3 hover:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent';

/** The head of every portal page. Menus are `<details>`: they open without JavaScript. */
export function SiteHeader({ locale }: { locale: string }) {
  const t = useTranslations('common');
  const links = [
    { href: `/${locale}/services`, label: t('nav.services') },
    { href: `/${locale}/life-events`, label: t('nav.lifeEvents') },
    { href: `/${locale}/agencies`, label: t('nav.agencies') },
  ];
  const current = languages.find((language) => language.locale === locale)?.name;
  return (
    <header data-site-header className="no-print border-b-[3px] border-hairline bg-brand text-on-brand">
      <div className="wrap flex min-h-16 items-center gap-1 py-2 sm:gap-2">
        <a href={`/${locale}`} className="mr-auto flex min-h-11 items-center rounded-md pr-2">
          <Logo name={t('site.name')} />
          <span className="sr-only">: {t('site.portal')}</span>
        </a>
        <nav aria-label={t('nav.main')} className="max-lg:hidden">
          <ul className="flex gap-1">
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href} className={item}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <a href={`/${locale}/services#q`} className={item}>
          <Icon name="search" />
          <span className="max-xl:sr-only">{t('nav.search')}</span>
        </a>
        <details data-menu name="site-menu" className="relative max-lg:hidden">
          <summary className={item}>
            <Icon name="globe" />
            <span className="sr-only">{t('language.label')}: </span>
            {current}
          </summary>
          <ul className={menu}>
            <LanguageLinks locale={locale} className={menuLink} />
          </ul>
        </details>
        <a href={`/${locale}/cabinet`} className={`${item} lg:bg-white/12 lg:hover:bg-white/20`}>
          <Icon name="user" />
          <span className="max-sm:sr-only">{t('nav.cabinet')}</span>
        </a>
        <details data-menu name="site-menu" className="lg:relative">
          <summary className={item}>
            <Icon name="menu" className="lg:hidden" />
            <Icon name="settings" className="max-lg:hidden" />
            <span className="sr-only">{t('nav.menu')}</span>
          </summary>
          <div className={`${menu} w-72 max-lg:right-4 max-sm:left-4 max-sm:w-auto`}>
            <ul className="mb-2 border-b border-line pb-2 lg:hidden">
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} className={menuLink}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
            <div className="mb-2 border-b border-line pb-2 lg:hidden">
              <p className="px-3 pt-1 text-[0.875em] text-muted">{t('language.label')}</p>
              <ul className="grid grid-cols-2">
                <LanguageLinks locale={locale} className={menuLink} />
              </ul>
            </div>
            <div className="px-3 pb-2 no-js:hidden">
              <p className="pt-1 pb-2 text-[0.875em] text-muted">{t('theme.label')}</p>
              <ThemeSwitch label={t('theme.label')} words={{ light: t('theme.light'), dark: t('theme.dark'), system: t('theme.system') }} />
            </div>
            <ul className="border-t border-line pt-2">
              <li>
                <a href={`/${locale}/verify`} className={menuLink}>
                  {t('nav.verify')}
                </a>
              </li>
            </ul>
          </div>
        </details>
      </div>
    </header>
  );
}
