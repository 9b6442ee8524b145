import type { ConsoleNavItem } from '@/components/console/shell';
import type { Actor, StaffRole } from '@/server/platform/auth/actor';
import { holdsRights } from '@/server/registers/service-access';

/** The places of the console and whom they are for. Which page opens is decided by the page, what may be done by its service. */
const places = [
  { path: '', key: 'overview', icon: 'home', roles: ['agency_officer', 'agency_manager', 'agency_editor', 'agency_reviewer', 'agency_publisher', 'register_keeper', 'platform_administrator', 'auditor'] },
  { path: '/cases', key: 'cases', icon: 'inbox', roles: ['agency_officer', 'agency_manager'] },
  { path: '/workload', key: 'workload', icon: 'users', roles: ['agency_manager'] },
  { path: '/services', key: 'services', icon: 'document', roles: ['agency_editor', 'agency_reviewer', 'agency_publisher', 'agency_manager', 'platform_administrator', 'auditor'] },
  { path: '/search', key: 'search', icon: 'search', roles: ['agency_editor', 'platform_administrator'] },
  { path: '/registers', key: 'registers', icon: 'database', roles: ['register_keeper', 'platform_administrator', 'auditor'] },
  { path: '/clients', key: 'clients', icon: 'key', roles: ['platform_administrator', 'auditor'] },
  { path: '/classifiers', key: 'classifiers', icon: 'grid', roles: ['agency_editor', 'platform_administrator'] },
  { path: '/requests', key: 'requests', icon: 'chart', roles: ['agency_manager', 'platform_administrator', 'auditor'] },
  { path: '/staff', key: 'staff', icon: 'users', roles: ['agency_manager', 'platform_administrator', 'auditor'] },
  { path: '/audit', key: 'audit', icon: 'shield', roles: ['platform_administrator', 'auditor'] },
] as const satisfies readonly { path: string; key: string; icon: ConsoleNavItem['icon']; roles: readonly StaffRole[] }[];

export type Place = (typeof places)[number]['key'];

export async function placesFor(person: Actor, locale: string, label: (key: Place) => string): Promise<ConsoleNavItem[]> {
  const open = new Set<Place>(places.flatMap(({ key, roles }) => (person.roles.some(({ role }) => (roles as readonly StaffRole[]).includes(role)) ? [key] : [])));
  if (!open.has('registers') && (await holdsRights(person))) open.add('registers');
  return places
    .filter(({ key }) => open.has(key))
    .map(({ path, key, icon }) => ({ href: `/${locale}/admin${path}`, label: label(key), icon }));
}
