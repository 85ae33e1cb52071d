import { beforeEach, describe, expect, test } from 'vitest';
import type { DccBlock, DccSection, DccView } from '#shared/domain/calibration/dcc-view.ts';
import { list, madeDcc, quantity, real, realList, text } from '#tests/fixtures/made-dcc.ts';
import { contentsOf, needsSamples, sample } from './samples.ts';
import { shapes } from './shapes.ts';

const sectionsOf = (sections: readonly DccSection[]): DccSection[] => sections.flatMap((section) => [section, ...sectionsOf(section.sections)]);
const blocksOf = (view: DccView): DccBlock[] => sectionsOf(view.sections).flatMap(({ blocks }) => blocks);
const tablesOf = (view: DccView) => blocksOf(view).filter((block) => block.kind === 'table');
const fieldsOf = (view: DccView) => blocksOf(view).flatMap((block) => (block.kind === 'fields' ? block.fields : []));

/** Every word of the view, wherever it stands. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsOf);
}

describe('PTB’s temperature sensor, as sent', () => {
  beforeEach(needsSamples);

  test('its parts in their order', () => {
    const { view } = contentsOf(sample('dcc_gp_temperature_typical_v12.xml'));
    expect(view.sections.map(({ kind }) => kind)).toEqual(['software', 'core', 'items', 'laboratory', 'persons', 'customer', 'statements', 'results']);
    expect(view).toMatchObject({ schemaVersion: '3.1.1', uniqueIdentifier: 'GP_DCC_temperature_typical_1.2', languages: { used: ['de', 'en'], mandatory: ['de'] } });
  });

  test('results with their own columns, in both units, with what they are uncertain by', () => {
    const { view } = contentsOf(sample('dcc_gp_temperature_typical_v12.xml'));
    const table = tablesOf(view).find(({ columns }) => columns.some(({ role }) => role === 'error'));
    expect(table?.rowCount).toBe(5);
    expect(table?.columns.map(({ heading, role, unit }) => [heading?.text, role, unit])).toEqual([
      ['Reference value', 'reference', '\\kelvin'], ['Reference value', 'reference', '\\degreecelsius'],
      ['Indicated measured value probe', 'measured', '\\kelvin'], ['Indicated measured value probe', 'measured', '\\degreecelsius'], ['Measurement error', 'error', '\\kelvin'],
    ]);
    expect(table?.columns[3]?.cells.map((cell) => cell.text)).toEqual(['33.17', '100.06', '175.21', '250.16', '319.92']);
    expect(table?.columns[4]?.cells[4]).toEqual({ text: '-0.084', unit: null, label: null, at: null, uncertainty: { kind: 'expanded', value: '0.061', coverageFactor: '2', coverageProbability: '0.95', distribution: 'normal', interval: null } });
  });

  test('a statement that is there in German alone stands in German, and says so', () => {
    const { view } = contentsOf(sample('dcc_gp_temperature_typical_v12.xml'));
    const declarations = fieldsOf(view).filter(({ term }) => term === 'declaration').flatMap(({ values }) => values);
    const texts = declarations.flatMap((value) => (value.kind === 'text' ? [value.text] : []));
    expect(texts[0]).toMatchObject({ language: 'en', isFallback: false });
    expect(texts[1]).toMatchObject({ language: 'de', isFallback: true });
  });

  test('nothing that the file says in the chosen language or in none is left out', () => {
    for (const name of ['dcc_gp_temperature_typical_v12.xml', 'siliziumkugel_2_4_0.xml']) {
      const xml = new TextDecoder().decode(sample(name));
      const words = wordsOf(contentsOf(xml).view).join('\n');
      const said = [...xml.matchAll(/<dcc:content(?: lang="en")?(?: id="\w+")?>([^<]+)</gu), ...xml.matchAll(/<dcc:(?:value|norm|reference|city|street|eMail|phone|fax|release|model)>([^<]+)</gu), ...xml.matchAll(/<si:(?:value|uncertainty|unit)>([^<]+)</gu)]
        .map(([, content = '']) => content.trim().split('\n')[0]?.trim() ?? '');
      expect(said.length).toBeGreaterThan(50);
      expect(said.filter((content) => !words.includes(content.replaceAll('&amp;', '&')))).toEqual([]);
    }
  });
});

describe('what is not a table of numbers', () => {
  test('formulas as their source, foreign XML as text, enclosed files by their number', () => {
    const data = `<dcc:text><dcc:content lang="en">As drawn</dcc:content><dcc:file><dcc:fileName>drawing.png</dcc:fileName><dcc:mimeType>image/png</dcc:mimeType><dcc:dataBase64>iVBORw0KGgo=</dcc:dataBase64></dcc:file></dcc:text>` +
      '<dcc:formula><dcc:latex>U = k \\cdot u</dcc:latex></dcc:formula><dcc:xml><own:trace xmlns:own="urn:own">a &lt; b</own:trace></dcc:xml>';
    const { view, embedded } = contentsOf(madeDcc({ data, comment: '<own:note xmlns:own="urn:own"><own:script>alert(1)</own:script></own:note>', document: '<dcc:fileName>c.pdf</dcc:fileName><dcc:mimeType>application/pdf</dcc:mimeType><dcc:dataBase64>JVBERg==</dcc:dataBase64>' }));
    expect(embedded.map(({ name }) => name)).toEqual(['drawing.png', 'c.pdf']);
    const blocks = blocksOf(view);
    expect(blocks).toContainEqual({ kind: 'text', heading: null, text: { text: 'As drawn', language: 'en', isFallback: false } });
    expect(blocks).toContainEqual({ kind: 'formula', notation: 'latex', source: 'U = k \\cdot u' });
    expect(blocks).toContainEqual({ kind: 'foreign', source: '<own:trace xmlns:own="urn:own">a &lt; b</own:trace>' });
    expect(blocks).toContainEqual({ kind: 'foreign', source: '<own:note xmlns:own="urn:own"><own:script>alert(1)</own:script></own:note>' });
    expect(blocks.filter(({ kind }) => kind === 'file')).toEqual([{ kind: 'file', index: 0 }, { kind: 'file', index: 1 }]);
    expect(view.sections.at(-1)?.kind).toBe('document');
  });

  test('complex values and words are columns too', () => {
    expect(tablesOf(contentsOf(shapes['a complex value']).view)[0]?.columns[0]?.cells[0]?.text).toBe('1.5 − 0.5 i');
    expect(tablesOf(contentsOf(shapes['words beside numbers']).view)[0]?.columns.map(({ heading, unit, cells }) => [heading?.text, unit, cells.map((cell) => cell.text)])).toEqual([
      ['Position', null, ['left', 'right']], ['Reading', '\\milli\\metre', ['5.001', '5.002']],
    ]);
  });

  test('an element that no schema knows is shown with what it holds', () => {
    const { view, findings } = contentsOf(madeDcc({ core: '<dcc:weather>sunny</dcc:weather>' }));
    expect(wordsOf(view)).toEqual(expect.arrayContaining(['weather', 'sunny']));
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([['unknown-element', 'weather']]);
  });
});

describe('tables', () => {
  test('rows that are a list each are one table; named lists keep their names', () => {
    const tables = tablesOf(contentsOf(shapes['rows as lists']).view);
    expect(tables.map(({ rowCount, columns }) => [rowCount, columns.map(({ cells }) => cells.map((cell) => cell.text))])).toEqual([[2, [['5', '10'], ['5.001', '10.002']]]]);
    const sections = sectionsOf(contentsOf(shapes['a nested list under a shared reference']).view.sections);
    expect(sections.filter(({ kind }) => kind === 'list').map(({ heading }) => heading?.text)).toEqual(['left']);
  });

  test('what was found before an adjustment is marked', () => {
    expect(tablesOf(contentsOf(shapes['found among the conditions']).view).map(({ stage, columns }) => [stage, columns.at(-1)?.cells[0]?.text])).toEqual([['as-found', '0.010'], ['only', '0.001']]);
  });

  test('where each value has its own unit, the cells say them', () => {
    const [table] = tablesOf(contentsOf(shapes['a unit each']).view);
    expect(table?.columns[0]).toMatchObject({ unit: null, cells: [{ text: '1.0', unit: '\\metre' }, { text: '2.0', unit: '\\milli\\metre' }] });
  });

  test('Persian texts stay Persian', () => {
    const { view } = contentsOf(madeDcc({ languages: ['fa', 'en'], results: `<dcc:result><dcc:name>${text('نتایج اندازه‌گیری', 'fa')}${text('Results')}</dcc:name><dcc:data>${list(quantity(null, 'x', realList('1 2', '\\metre')))}${quantity(null, 'y', real('1', '\\metre'))}</dcc:data></dcc:result>` }), ['fa']);
    expect(sectionsOf(view.sections).find(({ kind, heading }) => kind === 'result' && heading?.language === 'fa')?.heading).toEqual({ text: 'نتایج اندازه‌گیری', language: 'fa', isFallback: false });
  });
});
