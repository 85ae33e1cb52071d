import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageOfClient, readReportChoice, reportRoute } from '#renderer/print/report-choice.ts';
import { printRoute } from '#shared/contract/desktop.ts';

const clientId = '01a20162-19c3-76e0-879c-7eea4caf3712';
const choices = fc.record({
  language: fc.constantFrom('en', 'fa'),
  calendar: fc.constantFrom('gregory', 'persian'),
  digits: fc.constantFrom('latn', 'arabext'),
  paper: fc.constantFrom('A4', 'Letter'),
});

test('what is chosen is what the printing window reads, by a route that the desktop lets through', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const route = reportRoute(clientId, choice);
      expect(printRoute.parse(route)).toBe(route);
      expect(readReportChoice(new URL(route, 'app://peyvand').searchParams)).toEqual(choice);
    }),
  );
});

test.each([
  ['', { language: 'en', calendar: 'gregory', digits: 'latn', paper: 'A4' }],
  ['language=fa', { language: 'fa', calendar: 'persian', digits: 'arabext', paper: 'A4' }],
  ['language=fa&calendar=gregory&paper=Letter', { language: 'fa', calendar: 'gregory', digits: 'arabext', paper: 'Letter' }],
  ['language=tlh&paper=A0&digits=roman', { language: 'en', calendar: 'gregory', digits: 'latn', paper: 'A4' }],
])('?%s', (query, choice) => {
  expect(readReportChoice(new URLSearchParams(query))).toEqual(choice);
});

describe('a report begins in the client’s own language', () => {
  test.each([['fa', 'fa'], ['fa-AF', 'fa'], ['FA', 'fa'], ['en-GB', 'en'], ['de', 'en'], [null, 'en']] as const)('%s', (tag, language) => {
    expect(languageOfClient(tag)).toBe(language);
  });
});
