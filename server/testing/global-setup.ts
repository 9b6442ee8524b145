import type { TestProject } from 'vitest/node';
import { ensureTemplate, startTestCluster, template } from './cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
    template: string;
  }
}

/** One PostgreSQL for the run, with a migrated template that every test file clones: TEST_DATABASE_URL, or an embedded one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? null : await startTestCluster();
  const url = server?.url ?? given ?? '';
  if (given) await ensureTemplate(given);
  project.provide('postgresUrl', url);
  project.provide('template', template);
  return async () => {
    await server?.stop();
  };
}
