/** The layer table of the house: who may import whom, and why (docs/architecture.md). */
const inside = (name) => `^${name}/`;
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'A cycle has no bottom to start reading from.', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-undeclared-packages', severity: 'error', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
    {
      name: 'domain-is-pure', severity: 'error',
      comment: 'Rules and scores can be replayed and tested alone, with the clock and the data passed in. Of packages only those that are pure data and arithmetic: calendars, names of countries, decimal numbers.',
      from: { path: inside('shared/domain') },
      to: { pathNot: '^(shared/domain|node_modules/(@internationalized/date|i18n-iso-countries|big.js))/' },
    },
    {
      name: 'contract-knows-domain-only', severity: 'error', comment: 'One truth for both sides.',
      from: { path: inside('shared/contract') },
      to: { path: '^(shared|electron|renderer|tests)/', pathNot: '^shared/(domain|contract)/' },
    },
    {
      name: 'shared-is-plain', severity: 'error', comment: 'The language of the house runs anywhere.',
      from: { path: inside('shared') },
      to: { path: '^(electron|renderer|tests|migrations)/' },
    },
    { name: 'shared-no-node', severity: 'error', from: { path: inside('shared') }, to: { dependencyTypes: ['core'] } },
    {
      name: 'renderer-never-electron', severity: 'error', comment: 'The window talks through the contract alone.',
      from: { path: inside('renderer') },
      to: { path: '^(electron|migrations|tests)/' },
    },
    { name: 'renderer-no-node', severity: 'error', from: { path: inside('renderer') }, to: { dependencyTypes: ['core'] } },
    {
      name: 'features-are-islands', severity: 'error', comment: 'A feature can be deleted in one pass.',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'components-know-no-feature', severity: 'error',
      from: { path: '^renderer/(components|records|rating|portfolio|client-filter|instruments|survey)/' },
      to: { path: '^renderer/(features|print|routes)' },
    },
    {
      name: 'desktop-sees-no-sql', severity: 'error', comment: 'No SQL leaks upward: the desktop knows the public face of the data host only.',
      from: { path: '^electron/(desktop/|main\\.ts|preload\\.ts|loopback\\.ts|loopback/)' },
      to: { path: '^electron/data-host/', pathNot: '^electron/data-host/(index|protocol)\\.ts$' },
    },
    {
      name: 'driver-in-one-place', severity: 'error', comment: 'The only place that opens the database.',
      from: { pathNot: '^(electron/data-host/db/|tests/)' },
      to: { path: 'node_modules/better-sqlite3' },
    },
    {
      name: 'host-features-through-their-face', severity: 'error', comment: 'Another feature of the data host only through its index.ts.',
      from: { path: '^electron/data-host/([^/]+)/' },
      to: { path: '^electron/data-host/([^/]+)/', pathNot: '^electron/data-host/($1/|db/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'data-host-has-no-desktop', severity: 'error',
      from: { path: '^electron/data-host/' },
      to: { path: '^(electron/desktop/|renderer/|node_modules/electron/)' },
    },
    { name: 'source-never-tests', severity: 'error', from: { pathNot: inside('tests') }, to: { path: inside('tests') } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release|node_modules/\\.cache)/' },
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
