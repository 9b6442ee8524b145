/** Operations of the API on registers themselves: GovStack Digital Registries 1.3, Database API. */
import type { Definition } from './schema-definition.ts';
import { objectOf } from './openapi.ts';
import type { Answer, Call } from './rest-data.ts';
import { RestProblem } from './rest-problem.ts';
import { modifyDatabaseSchema } from './schema-evolution.ts';
import { listRegisters, listVersions } from './service-access.ts';
import { createRegister, evolveRegister } from './service-definitions.ts';

const brief = (definition: Definition, minor: number) => ({ id: definition.id, code: definition.id, name: definition.title, version: `${definition.version}.${minor}`, institution: definition.ownerAgencyId });

/** Registers, and what the caller may do with each. */
export async function listDatabases({ actor }: Call): Promise<Answer> {
  return { status: 200, body: (await listRegisters(actor)).map(({ definition, minor, actions }) => ({ ...brief(definition, minor), allowed: actions })) };
}

/** A register: who answers for it, what a record holds (as JSON Schema too), and the definition to send back changed. */
export async function describeDatabase({ actor }: Call, [id = '']: string[]): Promise<Answer> {
  const found = (await listRegisters(actor)).find(({ definition }) => definition.id === id);
  if (!found) throw new RestProblem(404, 'path');
  const { definition, minor, actions } = found;
  const [last] = await listVersions(id);
  return {
    status: 200,
    body: {
      ...brief(definition, minor), description: definition.about, legal_basis: definition.legalBasis, schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', title: definition.recordName.en, ...objectOf(definition.fields) },
      fields_uniques: [[definition.key], ...definition.unique.map((field) => [field])], is_draft: false, is_disabled: false, is_archived: false, ...(last && { modified_at: last.publishedAt }), allowed: actions, definition,
    },
  };
}

/** Creates a register, or lets it evolve: at once where records can stay (200), else when all of them have been migrated (202). */
export async function modifyDatabase({ actor, body }: Call): Promise<Answer> {
  const { code, version, definition, steps, note } = modifyDatabaseSchema.parse(body);
  if (definition.id !== code) throw new RestProblem(422, 'otherCode');
  const done = version === undefined ? await createRegister(actor, { definition, note }) : await evolveRegister(actor, { definition, steps, note, seen: version });
  switch (done.outcome) {
    case 'refused':
      throw new RestProblem(422, 'definition', { more: { errors: done.problems.map(({ at, reason }) => ({ field: at, reason })) } });
    case 'migrating':
      return { status: 202, body: { code, outcome: done.outcome } };
    case 'published':
      return { status: 200, body: { code, outcome: done.outcome, version: `${done.version}.${done.minor}` } };
  }
}
