import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { Tabs } from '@/components/tabs';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import type { Definition } from '@/server/registers/schema-definition';
import { registerPath } from './query';

/** The way to a page of a register, or (`deeper`) of one of its records. */
export async function RegisterCrumbs({ locale, definition, deeper }: { locale: Locale; definition?: Definition; deeper?: { label: string; href: string } }): Promise<ReactNode> {
  const [t, common] = await Promise.all([getTranslations('registers.console'), getTranslations('common.nav')]);
  const items = [{ label: t('title'), href: `/${locale}/admin/registers` }];
  if (definition) items.push({ label: textIn(definition.title, locale), href: registerPath(locale, definition.id) });
  if (deeper) items.push(deeper);
  return <Breadcrumbs label={common('breadcrumbs')} items={items} />;
}

const views = ['records', 'imports', 'duplicates', 'quality', 'subscriptions', 'rights', 'about'] as const;
/** Views of those who write, and of those who answer for the register or watch over the platform. */
const forWriters = new Set<string>(['imports', 'duplicates']);
const forKeepers = new Set<string>(['quality', 'subscriptions', 'rights']);
export type RegisterView = (typeof views)[number];

/** The views of one register. */
export async function RegisterTabs({ locale, register, actions, watches, current }: { locale: Locale; register: string; actions: ReadonlySet<string>; /** The reader watches over the platform. */ watches: boolean; current: RegisterView }): Promise<ReactNode> {
  const t = await getTranslations('registers.console.tabs');
  const path = registerPath(locale, register);
  return <Tabs label={t('label')} items={views.filter((view) => (forWriters.has(view) ? actions.has('write') : !forKeepers.has(view) || actions.has('export') || watches)).map((view) => ({ label: t(view), href: view === 'records' ? path : `${path}/${view}`, current: view === current }))} />;
}
