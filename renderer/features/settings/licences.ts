interface Licence {
  readonly name: string;
  /** SPDX expression of the package itself. */
  readonly licence: string;
}

/** What Peyvand is built with; a test holds it to the installed packages. */
export const licences: readonly Licence[] = [
  { name: '@fontsource-variable/inter', licence: 'OFL-1.1' },
  { name: '@fontsource-variable/vazirmatn', licence: 'OFL-1.1' },
  { name: '@fontsource/inter', licence: 'OFL-1.1' },
  { name: '@fontsource/vazirmatn', licence: 'OFL-1.1' },
  { name: '@internationalized/date', licence: 'Apache-2.0' },
  { name: '@orpc/client', licence: 'MIT' },
  { name: '@orpc/contract', licence: 'MIT' },
  { name: '@orpc/server', licence: 'MIT' },
  { name: '@orpc/tanstack-query', licence: 'MIT' },
  { name: '@tanstack/react-query', licence: 'MIT' },
  { name: '@tanstack/react-virtual', licence: 'MIT' },
  { name: '@xmldom/xmldom', licence: 'MIT' },
  { name: 'better-sqlite3', licence: 'MIT' },
  { name: 'big.js', licence: 'MIT' },
  { name: 'clsx', licence: 'MIT' },
  { name: 'csv-parse', licence: 'MIT' },
  { name: 'csv-stringify', licence: 'MIT' },
  { name: 'd3-scale', licence: 'ISC' },
  { name: 'd3-shape', licence: 'ISC' },
  { name: 'i18n-iso-countries', licence: 'MIT' },
  { name: 'i18next', licence: 'MIT' },
  { name: 'i18next-icu', licence: 'MIT' },
  { name: 'ical-generator', licence: 'MIT' },
  { name: 'iconv-lite', licence: 'MIT' },
  { name: 'intl-messageformat', licence: 'BSD-3-Clause' },
  { name: 'lucide-react', licence: 'ISC' },
  { name: 'qr', licence: '(MIT OR Apache-2.0)' },
  { name: 'react', licence: 'MIT' },
  { name: 'react-aria-components', licence: 'Apache-2.0' },
  { name: 'react-dom', licence: 'MIT' },
  { name: 'react-i18next', licence: 'MIT' },
  { name: 'react-router', licence: 'MIT' },
  { name: 'uuid', licence: 'MIT' },
  { name: 'xml-crypto', licence: 'MIT' },
  { name: 'xmllint-wasm', licence: 'MIT' },
  { name: 'zod', licence: 'MIT' },
  { name: 'zustand', licence: 'MIT' },
];
