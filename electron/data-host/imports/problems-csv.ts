import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { IntlMessageFormat } from 'intl-messageformat';
import { problemRowLimit } from '#shared/contract/imports.ts';
import { dayParams, fieldOf, findingValues, fromSafeCell, toSafeCell } from '#shared/domain/importing/index.ts';
import type { Delimiter, FieldKey, ImportPlan, Problem } from '#shared/domain/importing/index.ts';
import { createFormat } from '#shared/i18n/format.ts';
import type { LocaleChoice } from '#shared/i18n/locale.ts';
import en from '#shared/i18n/locales/en/importing.json' with { type: 'json' };
import fa from '#shared/i18n/locales/fa/importing.json' with { type: 'json' };
import { pulseOf } from '../jobs.ts';
import { problemColumns, problemFileTexts } from './problem-columns.ts';
import { readRows } from './read-rows.ts';
import type { Upload } from './uploads.ts';

const texts = { en, fa } as const;

/** What is wrong and what to do, in words, for each problem. */
function createTeller(choice: LocaleChoice): (problem: Problem) => { readonly message: string; readonly remedy: string } {
  const catalogue = texts[choice.language];
  const format = createFormat(choice);
  const messages = new Map<string, IntlMessageFormat>();
  const say = (text: string, values: Readonly<Record<string, string | number>>): string => {
    let message = messages.get(text);
    if (!message) {
      message = new IntlMessageFormat(text, format.locale, undefined, { ignoreTag: true });
      messages.set(text, message);
    }
    // The marks that keep directions apart on a screen are only in the way in a spreadsheet.
    return String(message.format({ ...values })).replaceAll(/[\u2066-\u2069]/gu, '');
  };
  const fieldNames: Readonly<Record<string, Readonly<Record<string, string>>>> = catalogue.fields;
  const nameOf = (field: FieldKey): string => fieldNames[fieldOf(field).entity]?.[field.split('.')[1] ?? ''] ?? field;
  return (problem) => {
    const values: Record<string, string | number> = { ...findingValues(problem, problem.field === null ? '' : nameOf(problem.field)) };
    for (const key of dayParams) {
      const day = values[key];
      if (typeof day === 'string') values[key] = format.day(day);
    }
    const { message, remedy } = catalogue.problems[problem.code];
    return { message: say(message, values), remedy: say(remedy, values) };
  };
}

/** Records that are safe to open in a spreadsheet: no cell runs as a formula, and reading them back gives the same cells. */
const toCsv = (records: readonly (readonly string[])[], delimiter: Delimiter): string =>
  stringify(
    records.map((cells) => cells.map(toSafeCell)),
    // Beside what the format asks for, line ends of the other kinds and outer blanks, which some readers would trim.
    { bom: true, delimiter, record_delimiter: 'windows', quoted_match: /[\r\n]|^\s|\s$/u },
  );

/** Several findings in one cell, numbered; a remedy that two findings share is told once. */
const listed = (parts: readonly string[]): string => {
  const distinct = [...new Set(parts.filter((part) => part !== ''))];
  return distinct.length < 2 ? distinct.join('') : distinct.map((part, index) => `${index + 1}) ${part}`).join(' ');
};

const safeFileName = (name: string): string => name.replaceAll(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').trim();

const nothing = (): void => undefined;

export interface ProblemFile {
  readonly fileName: string;
  readonly csv: string;
  readonly rowsLeftOut: number;
}

/**
 * The rejected rows as a table to correct: UTF-8 with its mark, the file's own delimiter, the file's own columns behind
 * four of ours. Imported again, it is read with the same template, and ours are passed over.
 */
export async function problemsCsv(upload: Upload, filePath: string, plan: ImportPlan, choice: LocaleChoice, signal: AbortSignal): Promise<ProblemFile> {
  const tell = createTeller(choice);
  const records = [[...problemColumns(choice.language), ...upload.columns.map(({ given }) => given)]];
  let rowsLeftOut = 0;
  const refused = (record: readonly string[], problems: readonly Problem[]): void => {
    if (records.length > problemRowLimit) {
      rowsLeftOut += 1;
      return;
    }
    const told = problems.map(tell);
    records.push([
      String(problems[0]?.rowNumber ?? ''),
      listed(problems.map(({ column }) => column ?? '')),
      listed(told.map(({ message }) => message)),
      listed(told.map(({ remedy }) => remedy)),
      ...record.map(fromSafeCell),
    ]);
  };
  await readRows(upload, filePath, plan, { accepted: nothing, warned: nothing, refused }, nothing, pulseOf(signal));
  const { fileName } = problemFileTexts[choice.language];
  const name = safeFileName(path.parse(upload.fileName).name);
  return { fileName: `${fileName.replace('{name}', name)}.csv`, csv: toCsv(records, upload.delimiter), rowsLeftOut };
}
