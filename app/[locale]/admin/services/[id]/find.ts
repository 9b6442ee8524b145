import { notFound } from 'next/navigation';
import type { TagTone } from '@/components/tag';
import { slugSchema } from '@/server/catalogue/schema';
import type { VersionState } from '@/server/catalogue/schema-workflow';
import { serviceVersions } from '@/server/catalogue/service-editing';
import type { Person } from '@/server/platform/auth/actor';
import { Failure } from '@/server/platform/errors';

/** The versions of a service, or the page of what does not exist: also for services of agencies one does not work for. */
export async function findVersions(person: Person, id: string) {
  try {
    return slugSchema.safeParse(id).success ? await serviceVersions(person, id) : notFound();
  } catch (error) {
    if (error instanceof Failure && (error.category === 'notFound' || error.category === 'forbidden')) notFound();
    throw error;
  }
}

export const editingRoles = ['agency_editor', 'agency_reviewer', 'agency_publisher', 'agency_manager', 'platform_administrator', 'auditor'] as const;

export const stateTones = { draft: 'warning', in_review: 'info', amends: 'danger', ready: 'success', scheduled: 'info', published: 'success', superseded: 'neutral' } as const satisfies Record<VersionState, TagTone>;
