/** Who may import whom. Each rule has an example that breaks it in tests/architecture/boundaries.spec.ts. */
const spec = '\\.spec\\.tsx?$';
/** Also what the specs of a service share. */
const testing = '^(libs/testing|tests)/|^apps/[a-z]+/test-[a-z]+\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no order in which it can be understood, or started.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be found would make every other rule blind.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'apps-apart',
      comment: 'Services meet on topics. Only the standalone process composes them.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'standalone-through-app-files',
      comment: 'Composition knows the description of a service, never its insides.',
      severity: 'error',
      from: { path: '^apps/standalone/' },
      to: { path: '^apps/(?!standalone/)', pathNot: '\\.app\\.ts$' },
    },
    {
      name: 'nobody-imports-standalone',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/standalone/' },
    },
    {
      name: 'libs-below-apps',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/testing/' },
      to: { path: '^apps/' },
    },
    {
      name: 'libs-by-name',
      comment: 'A library is what its index says: import #libs/name, never a path into it.',
      severity: 'error',
      from: { path: '^(apps|scripts|tests)/' },
      to: {
        path: '^libs/',
        // Load is measured outside Jest, where the index of testing cannot be loaded.
        pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/api-client/', '^libs/testing/src/gift-bank\\.ts$'],
      },
    },
    {
      name: 'libs-by-name-between-libs',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'contracts-on-nothing',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: spec },
      to: { path: ['^(apps|libs|scripts|tests)/', 'node_modules'], pathNot: ['^libs/contracts/', 'node_modules/zod/'] },
    },
    {
      name: 'text-on-nothing',
      comment: 'Rules, pure libraries and the browser application use it: what it needs, they all would need.',
      severity: 'error',
      from: { path: '^libs/text/', pathNot: spec },
      to: { path: ['^(apps|libs|scripts|tests)/', 'node_modules', '^(node:)?[a-z_/]+$'], pathNot: '^libs/text/' },
    },
    {
      name: 'messaging-and-platform-on-contracts',
      comment: 'The two foundations know the promises between services and nothing else of ours.',
      severity: 'error',
      from: { path: '^libs/(messaging|platform)/', pathNot: spec },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/contracts/'] },
    },
    {
      name: 'pure-libs',
      comment: 'Grading, reading formats and signing are functions: no framework, no rows, no broker, no I/O of ours.',
      severity: 'error',
      from: { path: '^libs/(assessment|interchange|credentials)/', pathNot: spec },
      to: {
        path: [
          '^libs/',
          'node_modules/(@nestjs|typeorm|kafkajs|pg|fastify|rxjs)/',
          '^(node:)?(fs|http|https|net|child_process)',
        ],
        pathNot: ['^libs/$1/', '^libs/(contracts|text)/'],
      },
    },
    {
      name: 'testing-only-in-tests',
      severity: 'error',
      from: { path: '^(apps|libs|scripts)/', pathNot: [spec, testing] },
      // Scenarios of load are tests that people start by hand: npm run bench.
      to: { path: testing, pathNot: '^tests/load/' },
    },
    {
      name: 'local-servers-only-at-home',
      comment: 'A deployed service never starts a database or a broker of its own.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [spec, testing, '^apps/standalone/', '^libs/local-servers/'] },
      to: { path: '^libs/local-servers/' },
    },
    {
      name: 'kafka-only-in-messaging',
      severity: 'error',
      from: { path: '^(apps|libs|scripts|tests)/', pathNot: ['^libs/messaging/', spec] },
      to: { path: 'node_modules/kafkajs/' },
    },
    {
      name: 'typeorm-only-in-rows-and-services',
      comment: 'Doors and rules never touch the database; events files get their manager through Delivery.',
      severity: 'error',
      from: {
        path: '^apps/[^/]+/src/',
        pathNot: [spec, '\\.(entity|service|queries|module|app)\\.ts$', '/migrations/', '^apps/standalone/'],
      },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'doors-without-rows',
      comment: 'A controller or an events file speaks with a service.',
      severity: 'error',
      from: { path: '\\.(controller|events)\\.ts$' },
      to: { path: '\\.entity\\.ts$' },
    },
    {
      name: 'rules-only-rules',
      comment: 'A file without a role suffix in a feature folder is a rule: pure, and built on rules and contracts.',
      severity: 'error',
      from: { path: '^apps/(auth|content|quiz)/src/[^/]+/[^/.]+\\.ts$', pathNot: '/migrations/' },
      to: {
        path: [
          '\\.(entity|service|controller|events|queries|module|dto|app)\\.ts$',
          'node_modules/(@nestjs|typeorm|pg)/',
          '^libs/(messaging|platform)/',
        ],
      },
    },
    {
      name: 'web-through-api-client',
      comment: 'The browser application knows the server only through the generated client.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: [spec, 'vite\\.config\\.ts$'] },
      to: {
        path: ['^(libs|scripts|tests)/', '^(node:)?(fs|http|https|net|child_process|path|url)$'],
        pathNot: '^libs/(api-client|text)/',
      },
    },
    {
      name: 'web-never-sideways',
      comment: 'Pages compose features, features use shared parts: never sideways, never upwards.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/(pages|features)/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-shared-below',
      severity: 'error',
      from: { path: '^apps/web/src/shared/' },
      to: { path: '^apps/web/src/(pages|features|routes)/' },
    },
    {
      name: 'no-dev-packages-at-run-time',
      comment: 'Images install production packages only.',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: [spec, testing, '^apps/(web|standalone)/', '^libs/(local-servers|api-client)/'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.boundaries.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
