import { describe, expect, test } from 'vitest';
import { dccVersions, madeDcc } from '#tests/fixtures/made-dcc.ts';
import { contentsOf, inShort, onlyCertificate, pointsOf } from './samples.ts';
import { shapes } from './shapes.ts';

type Shape = keyof typeof shapes;
const shortly = (shape: Shape) => pointsOf(shapes[shape]).map(inShort);
const found = (shape: Shape) => contentsOf(shapes[shape]).findings.map(({ code, subject }) => `${code}: ${subject}`);

describe('values with units and uncertainties', () => {
  test.each<[Shape, readonly string[]]>([
    ['one uncertainty for all', ['measured 1.0 \\milli\\metre ± 0.01 (k=2)', 'measured 2.0 \\milli\\metre ± 0.01 (k=2)', 'measured 3.0 \\milli\\metre ± 0.01 (k=2)']],
    ['an uncertainty and a factor each', ['measured 1.0 \\milli\\metre ± 0.01 (k=2)', 'measured 2.0 \\milli\\metre ± 0.02 (k=2.05)', 'measured 3.0 \\milli\\metre ± 0.03 (k=3)']],
    ['a unit each', ['measured 1.0 \\metre', 'measured 2.0 \\milli\\metre']],
    ['expandedMU', ['measured 25.001 \\milli\\metre ± 0.003 (k=2.1)']],
    ['expandedMUXMLList', ['measured 1 \\milli\\metre ± 0.1 (k=2)', 'measured 2 \\milli\\metre ± 0.2 (k=2)']],
    ['the misspelt uncertainty of a list', ['measured 1.5 \\milli\\metre ± 0.003 (k=2.1)', 'measured 2.5 \\milli\\metre']],
    ['a list with one uncertainty', ['measured 1.5 \\milli\\metre ± 0.004 (k=2)', 'measured 2.5 \\milli\\metre ± 0.004 (k=2)']],
    ['a list of D-SI 1.3', ['measured 1.5 \\milli\\metre ± 0.004 (k=2)', 'measured 2.5 \\metre ± 0.004 (k=2)']],
    ['several refTypes', ['reference 5 \\milli\\metre, measured 5.001 \\milli\\metre ± 0.002 (k=2)', 'reference 10 \\milli\\metre, measured 10.002 \\milli\\metre ± 0.002 (k=2)']],
    ['rows as lists', ['reference 5 \\milli\\metre, measured 5.001 \\milli\\metre ± 0.002 (k=2)', 'reference 10 \\milli\\metre, measured 10.002 \\milli\\metre ± 0.002 (k=2)']],
    ['a nested list under a shared reference', ['reference 5 \\milli\\metre, measured 5.001 \\milli\\metre', 'reference 5 \\milli\\metre, measured 5.002 \\milli\\metre']],
    ['other prefixes', ['measured 25.001 \\milli\\metre ± 0.002 (k=2)']],
  ])('%s', (shape, points) => {
    expect(shortly(shape)).toEqual(points);
  });

  test('of the same values in two units, those that fit the error', () => {
    expect(shortly('hybrid beside another unit')).toEqual([
      'reference 5 \\milli\\metre, measured 5.001 \\milli\\metre, error 0.001 \\milli\\metre ± 0.002 (k=2)',
      'reference 10 \\milli\\metre, measured 10.002 \\milli\\metre, error 0.002 \\milli\\metre ± 0.002 (k=2)',
    ]);
  });

  test.each<[Shape, string, string]>([
    ['standardMU', 'measured 25.001 \\milli\\metre ± 0.0015 (k=1)', 'standard-uncertainty-only: Length'],
    ['standardMUXMLList', 'measured 1 \\milli\\metre ± 0.05 (k=1)', 'standard-uncertainty-only: Length'],
    ['a constant', 'measured 9.81 \\metre\\second\\tothe{-2} ± 0.01 (k=1)', 'standard-uncertainty-only: Length'],
    ['an asymmetric interval', 'measured 25.001 \\milli\\metre ± 0.001 (k=1)', 'asymmetric-interval: Length'],
  ])('%s is u: U with k = 1, and said so', (shape, point, finding) => {
    expect(shortly(shape)[0]).toBe(point);
    expect(found(shape)).toContain(finding);
  });

  test('an interval around the value is U with the k that u makes of it', () => {
    expect(shortly('coverageIntervalMU')).toEqual(['measured 25.001 \\milli\\metre ± 0.002 (k=2)']);
    expect(found('coverageIntervalMU')).toEqual([]);
  });

  test('a relative uncertainty is a fraction of the value', () => {
    expect(pointsOf(shapes['a relative uncertainty'])[0]?.measured).toMatchObject({ value: '100', unit: '\\newton\\metre', uncertainty: { kind: 'relative', expanded: '0.01', coverageFactor: '2' } });
  });

  test('an uncertainty that stands with the same value in another unit holds for both', () => {
    expect(shortly('hybrid with its uncertainty in the other unit')).toEqual([
      'reference 37.00 \\degreecelsius ± 0.02 (k=2), measured 37.1 \\degreecelsius', 'reference 57.00 \\degreecelsius ± 0.02 (k=2), measured 57.2 \\degreecelsius',
    ]);
    expect(found('hybrid with its uncertainty in the other unit')).toEqual([]);
    expect(shortly('hybrid of a ratio and of percents')).toEqual(['measured 0.42 \\one ± 0.006 (k=2)']);
    expect(onlyCertificate(contentsOf(shapes['hybrid with its uncertainty in the other unit'])).document.conditions).toMatchObject([{ value: '293.15', unit: '\\kelvin', uncertainty: { expanded: '0.5' } }]);
  });

  test('a condition is said once for all the points at which it was the same', () => {
    const { conditions } = onlyCertificate(contentsOf(shapes['a condition that was the same at every point'])).document;
    expect(conditions.map(({ name, value, uncertainty }) => [name, value, uncertainty?.expanded])).toEqual([['Air', '20.0', '0.2'], ['Air', '20.1', '0.2']]);
  });

  test('numbers in every form that D-SI allows, over lines and tabs', () => {
    expect(pointsOf(shapes['numbers in every form']).map(({ measured }) => measured?.value)).toEqual(['1e-3', '1E+05', '-2.50e+2', '+3.5', '.5', '5.', '12.']);
    expect(found('numbers in every form')).toEqual([]);
  });

  test('what XML lets stand between is passed over; entities and CDATA are what they stand for', () => {
    const contents = contentsOf(shapes['comments, instructions and CDATA']);
    expect(onlyCertificate(contents).points.map((point) => [point.label, inShort(point)])).toEqual([
      ['داخلی', 'measured 1 \\milli\\metre ± 0.1 (k=2)'], ['خارجی', 'measured 2 \\milli\\metre ± 0.1 (k=2)'], ['میانی', 'measured 3 \\milli\\metre ± 0.1 (k=2)'],
    ]);
    expect(JSON.stringify(contents.view)).toContain('A <b> &amp; \u2126 <c> & d');
    expect(contents.findings).toEqual([]);
  });

  test('NaN is no value, and no uncertainty', () => {
    expect(shortly('NaN')).toEqual(['measured 1.0 \\milli\\metre ± 0.01 (k=2)', 'measured none \\milli\\metre ± 0.01 (k=2)', 'measured 3.0 \\milli\\metre']);
    expect(found('NaN')).toContain('not-a-number: Length');
  });

  test('what cannot be a point is told', () => {
    expect(pointsOf(shapes['a complex value'])).toEqual([]);
    expect(found('a complex value')).toEqual(expect.arrayContaining(['complex-not-mapped: Length', 'no-results: ']));
  });

  test.each(dccVersions)('the same certificate as %s', (version) => {
    const contents = contentsOf(madeDcc({ version }));
    expect(onlyCertificate(contents).points.map(inShort)).toEqual(['measured 25.001 \\milli\\metre ± 0.002 (k=2)']);
    expect(onlyCertificate(contents).document).toMatchObject({
      number: 'MADE-1', calibratedFromOn: '2026-03-01', calibratedToOn: '2026-03-02', performedAt: { kind: version === '2.4.0' ? 'other' : 'customer' },
      item: { description: 'Outside micrometer', manufacturer: 'Maker of Gauges', model: 'M-25', serial: '0012-07' },
      customer: { name: 'Mill & Lathe', address: 'Gauge Street 7\n12345 Measureham\nDE', contact: 'post@example.org' },
    });
    expect(contents.findings).toEqual([]);
  });
});

describe('what a column stands for', () => {
  test('by its name, where no refType says it', () => {
    expect(shortly('no refType, but names')[0]).toBe('reference 5 \\milli\\metre, measured 5.001 \\milli\\metre ± 0.002 (k=2), error 0.001 \\milli\\metre');
    expect(found('no refType, but names')).toEqual(['role-by-name: Reference value', 'role-by-name: Measured value', 'role-by-name: Measurement error']);
  });

  test('measured, each for itself, where its name does not tell either', () => {
    const points = pointsOf(shapes['no refType and no telling name']);
    expect(points.map((point) => [point.label, inShort(point)])).toEqual([['Diameter', 'measured 25.001 \\milli\\metre ± 0.002 (k=2)'], ['Roundness', 'measured 0.0004 \\milli\\metre ± 0.0002 (k=2)']]);
    expect(found('no refType and no telling name')).toEqual(['role-by-structure: Diameter', 'role-by-structure: Roundness']);
  });

  test('a value with an uncertainty beside lists is a result of its own; one without is told', () => {
    expect(pointsOf(shapes['values without names beside lists']).map((point) => [point.label, inShort(point)])).toEqual([
      [null, 'measured 2.5 \\metre ± 0.1 (k=2)'], ['tape end', 'measured 7.5 \\metre ± 0.3 (k=2)'],
    ]);
    expect(found('values without names beside lists')).toEqual(['role-by-structure: Measuring face', 'column-not-mapped: Tension', 'role-by-structure: tape end']);
  });

  test('a correction is never an error, whatever its refType', () => {
    expect(pointsOf(shapes['a correction under the refType of an error']).map(({ error }) => error)).toEqual([null, null]);
    expect(found('a correction under the refType of an error')).toEqual(['column-not-mapped: Correction']);
  });

  test('what a formula is computed of was not measured', () => {
    expect(shortly('a formula with its parameters')).toEqual(['measured 12.5 \\newton ± 0.2 (k=2)']);
    expect(found('a formula with its parameters')).toEqual(['column-not-mapped: a', 'column-not-mapped: x', 'column-not-mapped: y', 'role-by-structure: Stiffness']);
  });

  test('a single value beside a longer list is one point', () => {
    expect(pointsOf(shapes['a single value beside a longer one']).map((point) => [point.label, inShort(point)])).toEqual([
      ['Diameter', 'measured 5.01 \\milli\\metre ± 0.01 (k=2)'], ['Diameter', 'measured 5.02 \\milli\\metre ± 0.01 (k=2)'], ['Hardness', 'measured 60 \\one ± 2 (k=2)'],
    ]);
  });

  test('a serial number is known by its name, whoever gave it', () => {
    expect(onlyCertificate(contentsOf(shapes['a serial number that another gave'])).document.item).toMatchObject({
      serial: '0077-A', otherIdentifications: [{ issuer: 'manufacturer', name: null, value: 'TAPE-5M' }],
    });
  });

  test('a nominal value is compared with where there is no reference, and that is said', () => {
    expect(found('rows as lists')).toEqual(['nominal-as-reference: Nominal length']);
  });

  test('columns of unequal length: what is there, and a word about it', () => {
    expect(shortly('columns of unequal length')).toEqual([
      'reference 5 \\milli\\metre, measured 5.001 \\milli\\metre ± 0.002 (k=2)', 'reference 10 \\milli\\metre, measured 10.002 \\milli\\metre ± 0.002 (k=2)', 'reference 15 \\milli\\metre',
    ]);
    expect(found('columns of unequal length')).toContain('columns-of-unequal-length: Reading');
  });

  test('words beside numbers, and names of lists, tell points apart', () => {
    expect(pointsOf(shapes['words beside numbers']).map(({ label }) => label)).toEqual(['left', 'right']);
    expect(pointsOf(shapes['a nested list under a shared reference']).map(({ label }) => label)).toEqual(['left', 'left']);
  });
});

describe('limits and verdicts', () => {
  test('where reference and reading are of different kinds there is no error to judge', () => {
    expect(pointsOf(shapes['kelvins and ohms']).map((point) => [point.judged, inShort(point)])).toEqual([
      ['value', 'reference 273.15 \\kelvin, measured 100.01 \\ohm ± 0.01 (k=2)'], ['value', 'reference 373.15 \\kelvin, measured 138.52 \\ohm ± 0.01 (k=2)'],
    ]);
    expect(found('kelvins and ohms')).toEqual(['column-not-mapped: Self-heating', 'unknown-ref-type: laboratory_selfHeating']);
  });

  test('tolerance limits of the error, in another unit than it', () => {
    const points = pointsOf(shapes['tolerance limits of the error']);
    expect(points.map(({ judged, lowerLimit, upperLimit, statedAcceptance, statedConformity }) => [judged, Number(lowerLimit), Number(upperLimit), statedAcceptance, statedConformity])).toEqual([
      ['error', -0.004, 0.004, null, 'pass'], ['error', -0.004, 0.004, null, 'conditional-pass'],
    ]);
  });

  test('acceptance limits are not tolerance limits; “no pass” is no fail', () => {
    expect(pointsOf(shapes['acceptance limits of the value'])[0]).toMatchObject({
      judged: 'value', lowerLimit: null, upperLimit: null, statedAcceptance: { lower: '4.99', upper: '5.01' }, statedConformity: 'indeterminate',
    });
  });
});

describe('as found and as left', () => {
  test.each<[Shape, readonly string[]]>([
    ['found and left by refType', ['First run', 'Second run']], ['found among the conditions', ['Adjustment', 'Measuring face']],
    ['found and left by status', ['Measuring face', 'Second run']], ['found and left by name', ['As found', 'As left']],
  ])('%s', (shape, [before, after]) => {
    const { document, points } = onlyCertificate(contentsOf(shapes[shape]));
    expect(points.map(({ stage, group, error }) => [stage, group, error?.value])).toEqual([
      ['as-found', before, '0.010'], ['as-found', before, '0.012'], ['as-left', after, '0.001'], ['as-left', after, '0.002'],
    ]);
    expect(document.adjusted).toBe(true);
  });

  test('a stage that only a heading tells is said to be so', () => {
    expect(found('found and left by name')).toEqual(['stage-by-name: As found', 'stage-by-name: As left']);
    expect(found('found and left by refType')).toEqual([]);
  });

  test('a table of results among the conditions is no condition; a temperature is', () => {
    expect(onlyCertificate(contentsOf(shapes['found among the conditions'])).document.conditions).toEqual([]);
    expect(onlyCertificate(contentsOf(shapes['found and left by status'])).document.conditions.map(({ value, stage }) => [value, stage])).toEqual([['20.1', 'before-adjustment'], ['20.2', 'after-adjustment']]);
  });
});

describe('several items', () => {
  test('each has the results that refer to it', () => {
    const { certificates } = contentsOf(shapes['two items with results of their own']);
    expect(certificates.map(({ pointsAre, certificate }) => [pointsAre, certificate.document.item.serial, certificate.points.map(inShort)])).toEqual([
      ['own', 'GB-5', ['measured 5.00002 \\milli\\metre ± 0.00005 (k=2)']], ['own', 'GB-10', ['measured 10.00004 \\milli\\metre ± 0.00005 (k=2)']],
    ]);
  });

  test('where nothing refers to one, the results are nobody’s in particular', () => {
    const contents = contentsOf(shapes['two items and nobody’s results']);
    expect(contents.certificates.map(({ pointsAre, certificate }) => [pointsAre, certificate.points.length])).toEqual([['shared', 1], ['shared', 1]]);
    expect(contents.findings.map(({ code }) => code)).toEqual(['results-not-assigned']);
  });
});

describe('languages and dates', () => {
  test('asked for, else binding, else the first', () => {
    const groups = [['fr'], ['en'], ['fa', 'fr'], []].map((languages) => pointsOf(shapes['several languages, one missing'], languages)[0]?.group);
    expect(groups).toEqual(['Longueur', 'Länge', 'Longueur', 'Länge']);
  });

  test('a text without a language stands for those that are missing, not beside the others', () => {
    const groups = [['en'], ['de'], ['en', 'fa'], ['fa', 'en']].map((languages) => pointsOf(shapes['a text for languages that are missing'], languages)[0]?.group);
    expect(groups).toEqual(['Length', 'Länge', 'Length', 'Length']);
    expect(pointsOf(shapes['a text for languages that are missing'].replace(/<dcc:content lang="..">L[^<]*<\/dcc:content>/gu, ''), ['fa'])[0]?.group).toBe('L');
  });

  test('issue, amendment', () => {
    expect(onlyCertificate(contentsOf(shapes['amended, issued and received'])).document).toMatchObject({ issuedOn: '2026-03-05', replacesNumber: 'MADE-0' });
  });
});
