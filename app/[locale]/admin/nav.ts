import type { ConsoleNavItem } from '@/components/console/shell';
import type { StaffRole } from '@/server/platform/auth/actor';

/** The places of the console and whom they are for. Which page opens is decided by the page, what may be done by its service. */
const places = [
  { path: '', key: 'overview', icon: 'home', roles: ['agency_officer', 'agency_manager', 'agency_editor', 'register_keeper', 'platform_administrator', 'auditor'] },
  { path: '/cases', key: 'cases', icon: 'inbox', roles: ['agency_officer', 'agency_manager'] },
  { path: '/workload', key: 'workload', icon: 'users', roles: ['agency_manager'] },
  { path: '/services', key: 'services', icon: 'document', roles: ['agency_editor', 'agency_manager', 'platform_administrator', 'auditor'] },
  { path: '/registers', key: 'registers', icon: 'database', roles: ['register_keeper', 'platform_administrator', 'auditor'] },
  { path: '/clients', key: 'clients', icon: 'key', roles: ['platform_administrator', 'auditor'] },
  { path: '/classifiers', key: 'classifiers', icon: 'grid', roles: ['agency_editor', 'platform_administrator'] },
  { path: '/requests', key: 'requests', icon: 'chart', roles: ['agency_manager', 'platform_administrator', 'auditor'] },
  { path: '/staff', key: 'staff', icon: 'users', roles: ['agency_manager', 'platform_administrator', 'auditor'] },
  { path: '/audit', key: 'audit', icon: 'shield', roles: ['platform_administrator', 'auditor'] },
] as const satisfies readonly { path: string; key: string; icon: ConsoleNavItem['icon']; roles: readonly StaffRole[] }[];

export type Place = (typeof places)[number]['key'];

export function placesFor(roles: readonly { role: StaffRole }[], locale: string, label: (key: Place) => string): ConsoleNavItem[] {
  return places
    .filter((place) => roles.some(({ role }) => (place.roles as readonly StaffRole[]).includes(role)))
    .map(({ path, key, icon }) => ({ href: `/${locale}/admin${path}`, label: label(key), icon }));
}
