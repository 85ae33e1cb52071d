import { expandedUnc, expandedUncList, item, list, madeDcc, named, quantity, real, realList, text } from '#tests/fixtures/made-dcc.ts';

const mm = '\\milli\\metre';
const one = (version: '2.4.0' | '3.0.0' | '3.1.2' | '3.2.1' | '3.3.0', content: string) => madeDcc({ version, data: quantity('basic_measuredValue', 'Length', content) });
const expandedMU = '<si:expandedMU><si:valueExpandedMU>0.003</si:valueExpandedMU><si:coverageFactor>2.1</si:coverageFactor><si:coverageProbability>0.95</si:coverageProbability><si:distribution>normal</si:distribution></si:expandedMU>';
const univariateList = (kind: string, inner: string) => `<si:measurementUncertaintyUnivariateXMLList><si:${kind}>${inner}</si:${kind}></si:measurementUncertaintyUnivariateXMLList>`;
const conformity = (inner: string) => `<dcc:measurementMetaData><dcc:metaData refType="basic_conformity">${inner}</dcc:metaData></dcc:measurementMetaData>`;
const limits = (kind: string, lower: string, upper: string, unit: string) =>
  `<dcc:data>${quantity(`basic_${kind}LimitLower`, 'Lower limit', realList(lower, unit))}${quantity(`basic_${kind}LimitUpper`, 'Upper limit', realList(upper, unit))}</dcc:data>`;
const row = (nominal: string, reading: string) => `<dcc:list>${quantity('basic_nominalValue', 'Nominal length', real(nominal, mm))}${quantity('basic_measuredValue', 'Reading', real(reading, mm, expandedUnc('0.002')))}</dcc:list>`;
const threeColumns = (readings: string, errors: string) => list(
  quantity('basic_referenceValue', 'Gauge block', realList('5 10', mm)), quantity('basic_measuredValue', 'Reading', realList(readings, mm)),
  quantity('basic_measurementError', 'Error', realList(errors, mm, expandedUncList('0.002'))),
);
const condition = (status: string, data: string) => `<dcc:influenceCondition>${named('Adjustment')}<dcc:status>${status}</dcc:status><dcc:data>${data}</dcc:data></dcc:influenceCondition>`;

/** Small certificates, one for each thing that a reader stumbles over. That their schemas allow them is tested beside. */
export const shapes = {
  'one uncertainty for all': madeDcc({ data: list(quantity('basic_measuredValue', 'Length', realList('1.0 2.0 3.0', mm, expandedUncList('0.01')))) }),
  'an uncertainty and a factor each': madeDcc({ data: list(quantity('basic_measuredValue', 'Length', realList('1.0 2.0 3.0', mm, expandedUncList('0.01 0.02 0.03', '2 2.05 3')))) }),
  'a unit each': madeDcc({ data: list(quantity('basic_measuredValue', 'Length', realList('1.0 2.0', '\\metre \\milli\\metre'))) }),
  'expandedMU': one('3.3.0', real('25.001', mm, `<si:measurementUncertaintyUnivariate>${expandedMU}</si:measurementUncertaintyUnivariate>`)),
  'standardMU': one('3.3.0', real('25.001', mm, '<si:measurementUncertaintyUnivariate><si:standardMU><si:valueStandardMU>0.0015</si:valueStandardMU></si:standardMU></si:measurementUncertaintyUnivariate>')),
  'coverageIntervalMU': one('3.3.0', real('25.001', mm, '<si:measurementUncertaintyUnivariate><si:coverageIntervalMU><si:valueStandardMU>0.001</si:valueStandardMU><si:intervalMin>24.999</si:intervalMin><si:intervalMax>25.003</si:intervalMax><si:coverageProbability>0.95</si:coverageProbability></si:coverageIntervalMU></si:measurementUncertaintyUnivariate>')),
  'an asymmetric interval': one('3.0.0', real('25.001', mm, '<si:coverageInterval><si:standardUnc>0.001</si:standardUnc><si:intervalMin>24.999</si:intervalMin><si:intervalMax>25.005</si:intervalMax><si:coverageProbability>0.95</si:coverageProbability></si:coverageInterval>')),
  'expandedMUXMLList': one('3.3.0', realList('1 2', mm, univariateList('expandedMUXMLList', '<si:valueExpandedMUXMLList>0.1 0.2</si:valueExpandedMUXMLList><si:coverageFactorXMLList>2</si:coverageFactorXMLList><si:coverageProbabilityXMLList>0.95</si:coverageProbabilityXMLList>'))),
  'standardMUXMLList': one('3.3.0', realList('1 2', mm, univariateList('standardMUXMLList', '<si:valueStandardMUXMLList>0.05</si:valueStandardMUXMLList>'))),
  'the misspelt uncertainty of a list': one('3.3.0', `<si:list><si:realList><si:listUnit>${mm}</si:listUnit><si:real><si:value>1.5</si:value><si:measurementUncertaintyUnivaraite>${expandedMU}</si:measurementUncertaintyUnivaraite></si:real><si:real><si:value>2.5</si:value></si:real></si:realList></si:list>`),
  'a list with one uncertainty': one('3.0.0', `<si:list><si:realList><si:listUnit>${mm}</si:listUnit><si:listUnivariateUnc>${expandedUnc('0.004')}</si:listUnivariateUnc><si:real><si:value>1.5</si:value></si:real><si:real><si:value>2.5</si:value></si:real></si:realList></si:list>`),
  'a list of D-SI 1.3': one('2.4.0', `<si:list><si:listUnit>${mm}</si:listUnit><si:listUnivariateUnc>${expandedUnc('0.004')}</si:listUnivariateUnc><si:real><si:value>1.5</si:value></si:real><si:real><si:label>left</si:label><si:value>2.5</si:value><si:unit>\\metre</si:unit></si:real></si:list>`),
  'a constant': one('3.0.0', '<si:constant><si:value>9.81</si:value><si:unit>\\metre\\second\\tothe{-2}</si:unit><si:uncertainty>0.01</si:uncertainty></si:constant>'),
  'a complex value': one('3.3.0', '<si:complex><si:valueReal>1.5</si:valueReal><si:valueImag>-0.5</si:valueImag><si:unit>\\ohm</si:unit></si:complex>'),
  'a relative uncertainty': madeDcc({ version: '3.1.2', data: quantity('basic_measuredValue', 'Torque', real('100', '\\newton\\metre'), `<dcc:relativeUncertainty><dcc:relativeUncertaintySingle><si:value>1</si:value><si:unit>\\percent</si:unit>${expandedUnc('0', '2')}</dcc:relativeUncertaintySingle></dcc:relativeUncertainty>`) }),
  'NaN': madeDcc({ data: list(quantity('basic_measuredValue', 'Length', realList('1.0 NaN 3.0', mm, expandedUncList('0.01 0.01 NaN')))) }),
  'hybrid beside another unit': madeDcc({ data: list(
    quantity('basic_referenceValue', 'Gauge block', `<si:hybrid>${realList('0.005 0.010', '\\metre')}${realList('5 10', mm)}</si:hybrid>`),
    quantity('basic_measuredValue', 'Reading', `<si:hybrid>${realList('0.005001 0.010002', '\\metre')}${realList('5.001 10.002', mm)}</si:hybrid>`),
    quantity('basic_measurementError', 'Error', realList('0.001 0.002', mm, expandedUncList('0.002'))),
  ) }),
  'hybrid with its uncertainty in the other unit': madeDcc({
    conditions: `<dcc:influenceCondition>${named('Room')}<dcc:data>${quantity(null, 'Temperature', `<si:hybrid>${real('293.15', '\\kelvin')}${real('20.0', '\\degreecelsius', expandedUnc('0.5'))}</si:hybrid>`)}</dcc:data></dcc:influenceCondition>`,
    data: list(
      quantity('basic_referenceValue', 'Bath', `<si:hybrid>${realList('310.15 330.15', '\\kelvin', expandedUncList('0.02'))}${realList('37.00 57.00', '\\degreecelsius')}</si:hybrid>`),
      quantity('basic_measuredValue', 'Shown', realList('37.1 57.2', '\\degreecelsius')),
    ),
  }),
  'hybrid of a ratio and of percents': madeDcc({ data: quantity('basic_measuredValue', 'Moisture', `<si:hybrid>${real('0.42', '\\one')}${real('42', '\\percent', expandedUnc('0.6'))}</si:hybrid>`) }),
  'a condition that was the same at every point': madeDcc({ data: `<dcc:list>${quantity('basic_measuredValue', 'Length', realList('1.0 2.0 3.0', mm, expandedUncList('0.01')))}<dcc:influenceConditions><dcc:influenceCondition>${named('Air')}<dcc:data><dcc:quantity>${realList('20.0 20.0 20.1', '\\degreecelsius', expandedUncList('0.2'))}</dcc:quantity></dcc:data></dcc:influenceCondition></dcc:influenceConditions></dcc:list>` }),
  'values without names beside lists': madeDcc({ data: `<dcc:quantity>${real('2.5', '\\metre', expandedUnc('0.1'))}</dcc:quantity>${quantity(null, 'Tension', real('50', '\\newton'))}<dcc:list><dcc:quantity><si:real><si:label>tape end</si:label><si:value>7.5</si:value><si:unit>\\metre</si:unit>${expandedUnc('0.3')}</si:real></dcc:quantity></dcc:list>` }),
  'a correction under the refType of an error': madeDcc({ data: list(quantity('basic_referenceValue', 'Standard', realList('5 10', '\\volt')), quantity('basic_measuredValue', 'Shown', realList('5.01 10.02', '\\volt', expandedUncList('0.002'))), quantity('basic_measurementError', 'Correction', realList('-0.01 -0.02', '\\volt'))) }),
  'a formula with its parameters': madeDcc({ data: list(
    quantity(null, 'Stiffness', real('12.5', '\\newton', expandedUnc('0.2'))), quantity('basic_formulaParameter', 'a', real('0.3', '\\one')),
    quantity('basic_formulaInputQuantity', 'x', realList('1 2 3', mm)), quantity('basic_formulaOutputQuantity', 'y', realList('4 5 6', '\\newton')),
  ) }),
  'a single value beside a longer one': madeDcc({ data: list(quantity(null, 'Diameter', realList('5.01 5.02', mm, expandedUncList('0.01'))), quantity(null, 'Hardness', real('60', '\\one', expandedUnc('2')))) }),
  'numbers in every form': madeDcc({ data: list(quantity('basic_measuredValue', 'Length', realList('\n\t 1e-3\n\t 1E+05\t-2.50e+2  +3.5\n .5 5. 12.\n', mm, expandedUncList('\n\t0.1\n')))) }),
  'comments, instructions and CDATA': madeDcc({ data: `<!-- one -->${list(`<?print no?><!-- two -->${quantity('basic_measuredValue', '<!-- three -->A &lt;b&gt; &amp;amp; &#x2126; <![CDATA[<c> & d]]>', `<si:realListXMLList><!-- four --><si:valueXMLList>1 <!-- five -->2 <![CDATA[3]]></si:valueXMLList><?print no?><si:unitXMLList><!-- six -->${mm}</si:unitXMLList>${expandedUncList('0.1')}</si:realListXMLList>`)}<dcc:quantity>${named('فک')}<dcc:charsXMLList>داخلی خارجی میانی</dcc:charsXMLList></dcc:quantity>`)}` }),
  'a serial number that another gave': madeDcc({ items: `<dcc:item id="a">${named('Tape')}<dcc:manufacturer><dcc:name><dcc:content>Maker of Tapes</dcc:content></dcc:name></dcc:manufacturer><dcc:model>T-5</dcc:model><dcc:identifications><dcc:identification><dcc:issuer>manufacturer</dcc:issuer><dcc:value>TAPE-5M</dcc:value></dcc:identification><dcc:identification><dcc:issuer>other</dcc:issuer><dcc:value>0077-A</dcc:value>${named('Serial number')}</dcc:identification></dcc:identifications></dcc:item>` }),
  'no refType, but names': madeDcc({ data: list(quantity(null, 'Reference value', realList('5 10', mm)), quantity(null, 'Measured value', realList('5.001 10.002', mm, expandedUncList('0.002'))), quantity(null, 'Measurement error', realList('0.001 0.002', mm))) }),
  'no refType and no telling name': madeDcc({ data: list(quantity(null, 'Diameter', real('25.001', mm, expandedUnc('0.002'))), quantity(null, 'Roundness', real('0.0004', mm, expandedUnc('0.0002')))) }),
  'several refTypes': madeDcc({ data: list(quantity('gp_length basic_referenceValue', 'Block', realList('5 10', mm)), quantity('laboratory_own basic_measuredValue', 'Shown', realList('5.001 10.002', mm, expandedUncList('0.002')))) }),
  'rows as lists': madeDcc({ data: `<dcc:list>${row('5', '5.001')}${row('10', '10.002')}</dcc:list>` }),
  'a nested list under a shared reference': madeDcc({ data: `<dcc:list>${quantity('basic_referenceValue', 'Gauge block', real('5', mm))}<dcc:list>${named('left')}${quantity('basic_measuredValue', 'Reading', realList('5.001 5.002', mm))}</dcc:list></dcc:list>` }),
  'columns of unequal length': madeDcc({ data: list(quantity('basic_referenceValue', 'Gauge block', realList('5 10 15', mm)), quantity('basic_measuredValue', 'Reading', realList('5.001 10.002', mm, expandedUncList('0.002')))) }),
  'kelvins and ohms': madeDcc({ data: list(quantity('basic_referenceValue', 'Temperature', realList('273.15 373.15', '\\kelvin')), quantity('basic_measuredValue', 'Resistance', realList('100.01 138.52', '\\ohm', expandedUncList('0.01'))), quantity('laboratory_selfHeating', 'Self-heating', realList('0.01 0.01', '\\kelvin'))) }),
  'words beside numbers': madeDcc({ data: list('<dcc:quantity><dcc:name><dcc:content>Position</dcc:content></dcc:name><dcc:charsXMLList>left right</dcc:charsXMLList></dcc:quantity>', quantity('basic_measuredValue', 'Reading', realList('5.001 5.002', mm, expandedUncList('0.002')))) }),
  'tolerance limits of the error': madeDcc({ data: list(quantity('basic_referenceValue', 'Block', realList('5 10', mm)), quantity('basic_measurementError', 'Error', realList('0.001 0.002', mm, expandedUncList('0.002')), conformity(`<dcc:conformityXMLList>pass conditionalPass</dcc:conformityXMLList>${limits('tolerance', '-4 -4', '4 4', '\\micro\\metre')}`))) }),
  'acceptance limits of the value': madeDcc({ data: list(quantity('basic_measuredValue', 'Reading', realList('5.001', mm, expandedUncList('0.002')), conformity(`<dcc:conformity>noPass</dcc:conformity>${limits('acceptance', '4.99', '5.01', mm)}`))) }),
  'found and left by refType': madeDcc({ results: `<dcc:result refType="basic_beforeAdjustment">${named('First run')}<dcc:data>${threeColumns('5.010 10.012', '0.010 0.012')}</dcc:data></dcc:result><dcc:result refType="basic_afterAdjustment">${named('Second run')}<dcc:data>${threeColumns('5.001 10.002', '0.001 0.002')}</dcc:data></dcc:result>` }),
  'found among the conditions': madeDcc({ conditions: condition('beforeAdjustment', threeColumns('5.010 10.012', '0.010 0.012')), data: threeColumns('5.001 10.002', '0.001 0.002') }),
  'found and left by status': madeDcc({
    conditions: condition('beforeRepair', quantity(null, 'Temperature', real('20.1', '\\degreecelsius'))), data: threeColumns('5.010 10.012', '0.010 0.012'),
    moreResults: `<dcc:measurementResult>${named('Again')}<dcc:influenceConditions>${condition('afterRepair', quantity(null, 'Temperature', real('20.2', '\\degreecelsius')))}</dcc:influenceConditions><dcc:results><dcc:result>${named('Second run')}<dcc:data>${threeColumns('5.001 10.002', '0.001 0.002')}</dcc:data></dcc:result></dcc:results></dcc:measurementResult>`,
  }),
  'found and left by name': madeDcc({ results: `<dcc:result>${named('As found')}<dcc:data>${threeColumns('5.010 10.012', '0.010 0.012')}</dcc:data></dcc:result><dcc:result>${named('As left')}<dcc:data>${threeColumns('5.001 10.002', '0.001 0.002')}</dcc:data></dcc:result>` }),
  'two items with results of their own': madeDcc({
    items: item('a', 'Gauge block 5 mm', 'GB-5') + item('b', 'Gauge block 10 mm', 'GB-10'),
    results: ['a', 'b'].map((id) => `<dcc:result refId="${id}">${named(`Block ${id}`)}<dcc:data>${quantity('basic_measuredValue', 'Length', real(id === 'a' ? '5.00002' : '10.00004', mm, expandedUnc('0.00005')))}</dcc:data></dcc:result>`).join(''),
  }),
  'two items and nobody’s results': madeDcc({ items: item('a', 'Gauge block 5 mm', 'GB-5') + item('b', 'Gauge block 10 mm', 'GB-10') }),
  'several languages, one missing': madeDcc({ languages: ['de', 'en', 'fr'], resultName: '', results: `<dcc:result><dcc:name>${text('Länge', 'de')}${text('Longueur', 'fr')}</dcc:name><dcc:data>${quantity('basic_measuredValue', 'Length', real('5', mm, expandedUnc('0.1')))}</dcc:data></dcc:result>` }),
  'a text for languages that are missing': madeDcc({ languages: ['de', 'en'], results: `<dcc:result><dcc:name><dcc:content>L</dcc:content>${text('Länge', 'de')}${text('Length')}</dcc:name><dcc:data>${quantity('basic_measuredValue', 'Length', real('5', mm, expandedUnc('0.1')))}</dcc:data></dcc:result>` }),
  'amended, issued and received': madeDcc({ core: '<dcc:issueDate>2026-03-05Z</dcc:issueDate><dcc:reportAmendedSubstituted><dcc:typeOfChange>amended</dcc:typeOfChange><dcc:replacedUniqueIdentifier>MADE-0</dcc:replacedUniqueIdentifier></dcc:reportAmendedSubstituted>' }),
  'other prefixes': madeDcc({ prefixes: { dcc: '', si: 'units' } }),
} as const;
