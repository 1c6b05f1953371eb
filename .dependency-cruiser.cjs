// The five Directions of the architecture (infra/decisions), as errors. `npm run directions` checks them.
/** Specs and what is made for them alone. */
const spec = '(\\.(spec|fixture)\\.ts$|/e2e/|/src/testing/)';
const services = 'identity|consent|room|timeline';
const slice = '^services/([^/]+)/src/modules/([^/]+)/';
const role = (names) => `^services/[^/]+/src/modules/[^/]+/[^/]+\\.(${names})\\.ts$`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** 1. No import cycles. A type alone makes none: it is gone when the program runs. */
const cycles = [
  rule(
    '1-no-cycles',
    'Import cycles make the order of loading matter.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
];

/** 2. main → app → {schema, context, orm.config} → modules */
const roots = [
  rule('2-nobody-imports-main', 'main starts and stops; nothing builds on it.', {}, { path: '^(services/[^/]+|gateway)/src/main\\.ts$' }),
  rule(
    '2-only-main-imports-app',
    'app is the composition root.',
    { pathNot: `(/src/main\\.ts$|${spec})` },
    { path: '^(services/[^/]+|gateway)/src/app\\.ts$' },
  ),
  rule(
    '2-modules-look-down',
    'A slice knows neither the list it stands in nor the one who composes it. Only the type of its context it may name.',
    { path: '^services/[^/]+/src/modules/', pathNot: spec },
    { path: '^services/[^/]+/src/(schema|orm\\.config|schema\\.print|environment)\\.ts$' },
  ),
  rule(
    '2-modules-name-context',
    'The context is built from slices; a slice takes its type alone.',
    { path: '^services/[^/]+/src/modules/', pathNot: spec },
    { path: '^services/[^/]+/src/context\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
];

/** 3. resolver|reference → service|access → repository|policy → entity */
const roles = [
  rule(
    '3-entity-is-the-ground',
    'Tables know no rules.',
    { path: role('entity') },
    { path: role('resolver|reference|service|access|repository|policy') },
  ),
  rule(
    '3-repository-below-service',
    'Queries know no use case.',
    { path: role('repository') },
    { path: role('resolver|reference|service|access') },
  ),
  rule(
    '3-service-below-resolver',
    'A use case does not know how it was asked.',
    { path: role('service|access') },
    { path: role('resolver|reference') },
  ),
  rule(
    '3-resolver-has-no-query',
    'Resolvers call services; no query, no rule. The type of a row they may name.',
    { path: role('resolver|reference') },
    { path: role('repository|entity'), dependencyTypesNot: ['type-only'] },
  ),
  rule(
    '3-policy-is-pure',
    'A policy decides from what it is given: no database, no network, no files. Hashing is pure.',
    { path: role('policy') },
    {
      path: [
        role('resolver|reference|service|access|repository'),
        '^(node:)?(fs|net|http|https|child_process|process|os|timers)(/|$)',
        '^node_modules/(@mikro-orm|pg|fastify|undici|type-graphql)/',
        '^services/common/src/(orm|bus|outbox|consumer|server|audit|subgraph-client)',
      ],
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    '3-type-graphql-at-the-edge',
    'The API framework stays in resolver, reference, type and inputs.',
    {
      path: '^(services|gateway|schema|web)/',
      pathNot: `(\\.(resolver|reference|type|inputs)\\.ts$|^services/common/src/(federation|graphql-types)\\.ts$|${spec})`,
    },
    { path: '^node_modules/type-graphql/' },
  ),
  rule(
    '3-mikro-orm-at-the-ground',
    'The database framework stays in entity, repository and orm.config.',
    {
      path: '^(services|gateway|schema|web)/',
      pathNot: `(\\.(entity|repository)\\.ts$|/orm\\.config\\.ts$|/migrations/|^services/common/src/orm\\.ts$|${spec})`,
    },
    { path: '^node_modules/@mikro-orm/' },
  ),
];

/** 4. Slice to slice through index.ts, one way; service to service never. */
const slices = [
  rule(
    '4-slices-through-index',
    'A slice shows what it offers in index.ts.',
    { path: slice, pathNot: spec },
    { path: '^services/$1/src/modules/', pathNot: '^services/$1/src/modules/($2/|[^/]+/index\\.ts$)' },
  ),
  {
    ...rule(
      '4-slices-one-way',
      'Two slices that need each other are one, or miss an event.',
      { path: '^services/[^/]+/src/modules/[^/]+$' },
      { path: '^services/[^/]+/src/modules/[^/]+$', circular: true },
    ),
    scope: 'folder',
  },
  rule(
    '4-no-service-to-service',
    'Services meet in federation references and events.',
    { path: `^services/(${services})/` },
    { path: `^services/(${services})/`, pathNot: '^services/$1/' },
  ),
];

/** 5. Package to package. */
const packages = [
  rule('5-schema-stands-alone', 'schema imports nothing of Heya.', { path: '^schema/' }, { path: '^(services|gateway|web|infra)/' }),
  rule(
    '5-common-knows-schema-only',
    'No domain below the services.',
    { path: '^services/common/', pathNot: spec },
    { path: '^(services/(?!common/)|gateway|web|infra)' },
  ),
  rule(
    '5-forms-stand-alone',
    'A form knows its paper, not where its data come from.',
    { path: '^services/forms/' },
    { path: '^(services/(?!forms/)|schema|gateway|web|infra)' },
  ),
  rule(
    '5-gateway',
    'gateway → schema, service-common.',
    { path: '^gateway/', pathNot: spec },
    { path: '^(services/(?!common/)|web|infra)' },
  ),
  rule(
    '5-services',
    'Services → schema, service-common.',
    { path: `^services/(${services})/`, pathNot: spec },
    { path: '^(gateway|web|infra)/' },
  ),
  rule(
    '5-web',
    'web/* → web/client.',
    { path: '^web/([^/]+)/', pathNot: spec },
    { path: '^(schema|services|gateway|infra|web/)', pathNot: '^web/($1|client)/' },
  ),
  rule(
    '5-fixtures-for-specs',
    'What runs in earnest knows nothing of tests.',
    { pathNot: `(^services/testkit/|^web/e2e/|${spec})` },
    { path: `^(services|gateway|web|schema|infra).*${spec}` },
  ),
  rule(
    '5-testkit-for-specs',
    'Only specs stand on the testkit.',
    { path: '^(services|gateway|web|schema|infra)/', pathNot: `(^services/testkit/|${spec})` },
    { path: '^services/testkit/' },
  ),
];

module.exports = {
  forbidden: [...cycles, ...roots, ...roles, ...slices, ...packages],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|\\.svelte-kit|generated|paraglide|coverage|\\.heya)/' },
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'svelte'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
    },
  },
};
