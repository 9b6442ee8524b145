/** The direction of dependencies: app → router | service → policy, repository → platform. */
const domains = 'identity|catalogue|forms|applications|cases|registers|classifiers|exchange|documents|agencies|notifications|payments|datacentre|insight|search';
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-circular', 'A cycle means two modules are one.', {}, { circular: true }),
    rule('platform-knows-no-domain', 'The platform serves domains, not the other way round; only the actor of a request comes from identity.', { path: '^server/platform/', pathNot: '^server/platform/(auth|embedded)/|\\.test\\.ts$' }, { path: `^server/(${domains})/` , pathNot: '^server/(registers/identifiers)\\.ts$' }),
    rule('domains-by-service-or-schema', 'Another domain is reached by its service or schema only.', { path: `^server/(${domains})/`, pathNot: '\\.test\\.ts$' }, { path: `^server/(${domains})/`, pathNot: ['^server/$1/', '^server/[^/]+/(service[^/]*|schema[^/]*|engine[^/]*|identifiers|generator|demo-persons)\\.ts$', '^server/[^/]+/service/'] }),
    rule('database-in-repositories', 'Only repositories touch the database client.', { path: `^server/(${domains})/`, pathNot: '(repository|seed|generator)[^/]*\\.ts$|/repository/|\\.test\\.ts$' }, { path: '^(prisma/generated/client/client\\.ts|node_modules/(pg|@prisma/client)/)', dependencyTypesNot: ['type-only'] }),
    rule('app-enters-by-service', 'Routes enter domains by service, router or schema; never by repository.', { path: '^app/' }, { path: `^server/(${domains})/(repository|policy)` }),
    rule('components-are-not-server', 'Components import no server code but the words for languages and isomorphic schemas.', { path: '^components/' }, { path: '^server/', pathNot: ['^server/platform/i18n/(locales|text|transliterate[^/]*)\\.ts$', '^server/[^/]+/(schema|engine)[^/]*\\.ts$', '^server/root\\.ts$'] }),
    rule('schema-is-isomorphic', 'A schema imports zod, languages and other schemas only.', { path: '^server/[^/]+/schema[^/]*\\.ts$', pathNot: '\\.test\\.ts$' }, { pathNot: ['^node_modules/zod/', '^server/platform/i18n/locales\\.ts$', '^server/[^/]+/(schema[^/]*|identifiers)\\.ts$'] }),
    rule('policy-is-pure', 'A policy decides from what it is given.', { path: '/policy\\.ts$' }, { path: '(repository|/db/|/env/|/jobs/|/storage/|/mail/)' }),
    rule('no-app-from-server', 'The server does not know its routes.', { path: '^(server|components)/' }, { path: '^app/' }),
    rule('no-orphans', 'Dead module.', { orphan: true, pathNot: ['\\.d\\.ts$', '(^|/)\\.[^/]+\\.(js|cjs|mjs)$', '\\.config\\.(js|ts|mjs)$', '^app/', '^scripts/', '^e2e/', '^public/'] }, {}),
    rule('not-to-dev-dep', 'Shipped code must not need a development dependency.', { path: '^(app|server|components)/', pathNot: '\\.test\\.tsx?$|^server/testing/' }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }),
    rule('no-unresolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true, pathNot: '^(next|react)(/|$)|^\\./schema_engine_bg' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|\\.data|prisma/generated/client/(models|internal))' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
};
