import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icon';
import { LanguageLinks } from '@/components/language-switch';
import { languages } from '@/components/language-switch/languages';
import { Logo } from '@/components/logo';
import { ThemeSwitch } from '@/components/theme-switch';
import { SideNav, type SideNavItem } from './side-nav';

const item = 'flex min-h-11 items-center gap-2 rounded-md px-2.5 font-medium text-on-brand hover:bg-white/12 lg:min-h-9';
const menu = 'absolute right-0 z-40 mt-2 min-w-52 rounded-md border border-line bg-raised p-2 text-ink shadow-lg shadow-black/15 max-sm:fixed max-sm:inset-x-4 max-sm:min-w-0';
const menuLink = 'flex min-h-11 items-center rounded-sm px-3 hover:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent lg:min-h-9';

export type ConsoleNavItem = { href: string; label: string; icon: IconName };

export type ConsoleShellProps = {
  locale: string;
  person: { name: string; roles: readonly string[] };
  nav: readonly ConsoleNavItem[];
  children: ReactNode;
};

/** The frame of the console: a slim head, the places one may go to at the side, dense controls. */
export async function ConsoleShell({ locale, person, nav, children }: ConsoleShellProps) {
  const [t, common, words] = await Promise.all([getTranslations('console.shell'), getTranslations('common'), getTranslations('identity')]);
  const items: SideNavItem[] = nav.map(({ href, label, icon }) => ({ href, label, icon: <Icon name={icon} size={20} /> }));
  const home = `/${locale}/admin`;
  return (
    <div data-density="compact" className="flex min-h-dvh flex-1 flex-col">
      <header data-site-header className="no-print border-b-[3px] border-hairline bg-brand text-on-brand">
        <div className="flex min-h-12 items-center gap-1 px-4 py-1 sm:gap-2 lg:px-6">
          <details data-menu name="console-menu" className="relative lg:hidden">
            <summary className={`${item} -ml-2.5`}>
              <Icon name="menu" />
              <span className="sr-only">{common('nav.menu')}</span>
            </summary>
            <div className="absolute left-0 z-40 mt-2 w-72 max-w-[calc(100vw-2rem)] rounded-md border border-line bg-raised p-2 text-ink shadow-lg shadow-black/15">
              <SideNav label={t('menu')} home={home} items={items} />
            </div>
          </details>
          <a href={home} className="mr-auto flex min-h-11 min-w-0 items-center gap-2.5 rounded-md pr-2 lg:min-h-9">
            <Logo name={common('site.name')} />
            <span className="truncate border-l border-on-brand-muted/60 pl-2.5 text-on-brand-muted max-sm:sr-only">{t('title')}</span>
          </a>
          <a href={`/${locale}`} className={`${item} max-md:hidden`}>
            {t('portal')}
            <Icon name="external" size={16} />
          </a>
          <details data-menu name="console-menu" className="relative max-sm:hidden">
            <summary className={item}>
              <Icon name="globe" size={20} />
              <span className="sr-only">{common('language.label')}: </span>
              {languages.find((language) => language.locale === locale)?.name}
            </summary>
            <ul className={menu}>
              <LanguageLinks locale={locale} className={menuLink} />
            </ul>
          </details>
          <details data-menu name="console-menu" className="relative">
            <summary className={item}>
              <Icon name="user" size={20} />
              <span className="sr-only">{t('account')}: </span>
              <span className="max-w-56 truncate max-md:sr-only">{person.name}</span>
            </summary>
            <div className={`${menu} w-72 max-sm:w-auto`}>
              <p className="px-3 pt-1 font-semibold">{person.name}</p>
              <ul className="mb-2 border-b border-line px-3 pb-2 text-muted">
                {person.roles.map((role) => (
                  <li key={role}>{role}</li>
                ))}
              </ul>
              <div className="px-3 pb-2 no-js:hidden">
                <p className="pb-2 text-muted">{common('theme.label')}</p>
                <ThemeSwitch label={common('theme.label')} words={{ light: common('theme.light'), dark: common('theme.dark'), system: common('theme.system') }} />
              </div>
              <ul className="mb-2 grid grid-cols-2 border-t border-line pt-2 sm:hidden">
                <LanguageLinks locale={locale} className={menuLink} />
              </ul>
              <ul className="border-t border-line pt-2">
                <li className="md:hidden">
                  <a href={`/${locale}`} className={menuLink}>
                    {t('portal')}
                  </a>
                </li>
                <li>
                  <a href={`/${locale}/cabinet/profile`} className={menuLink}>
                    {t('profile')}
                  </a>
                </li>
                <li>
                  <form method="post" action="/api/sign-out">
                    <input type="hidden" name="locale" value={locale} />
                    <button type="submit" className={`${menuLink} w-full text-left`}>
                      {words('signOut')}
                    </button>
                  </form>
                </li>
              </ul>
            </div>
          </details>
        </div>
      </header>
      <div className="flex flex-1">
        <div className="no-print w-60 shrink-0 border-r border-line bg-subtle max-lg:hidden">
          <div className="sticky top-0 p-3">
            <SideNav label={t('menu')} home={home} items={items} />
          </div>
        </div>
        <div className="flex min-w-0 flex-1 flex-col">{children}</div>
      </div>
    </div>
  );
}

/** The `<main>` of a page of the console. `before`: breadcrumbs. */
export function ConsolePage({ before, children }: { before?: ReactNode; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="flex-1 px-4 pt-4 pb-16 lg:px-8 lg:pt-5">
      <div className="mx-auto max-w-[92rem]">
        {before}
        <div className={before ? 'pt-2' : undefined}>{children}</div>
      </div>
    </main>
  );
}
