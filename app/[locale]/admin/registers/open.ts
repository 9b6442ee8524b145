import { notFound } from 'next/navigation';
import { hasRole, type Person } from '@/server/platform/auth/actor';
import { Failure } from '@/server/platform/errors';
import type { Definition } from '@/server/registers/schema-definition';
import { listActions, openRegister, type Opened } from '@/server/registers/service-access';

/** Opens a register for a page; one that does not exist and one that is not for the reader look the same. */
export async function openForPage(person: Person, id: string): Promise<Opened & { actions: ReadonlySet<string>; watches: boolean }> {
  try {
    const [opened, actions] = await Promise.all([openRegister(person, id, 'search'), listActions(person, id)]);
    return { ...opened, actions, watches: hasRole(person, 'platform_administrator') || hasRole(person, 'auditor') };
  } catch (error) {
    if (error instanceof Failure && (error.category === 'notFound' || error.category === 'forbidden')) notFound();
    throw error;
  }
}

export const readsPersonal = (definition: Definition, fields: ReadonlySet<string>): boolean =>
  definition.fields.some(({ id, sensitivity }) => fields.has(id) && (sensitivity === 'personal' || sensitivity === 'special'));
