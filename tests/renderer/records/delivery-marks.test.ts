import { describe, expect, test } from 'vitest';
import { milestoneEventOf, trackOfLine } from '#renderer/records/delivery-marks.ts';
import type { LineDetail } from '#renderer/records/delivery-marks.ts';
import { textsIn } from '#renderer/i18n/texts.ts';

const line: LineDetail = {
  id: 'a', orderId: 'b', orderNumber: 'PO-1', lineNumber: '1', clientId: 'c', clientName: 'Elbe', productName: null, orderedQuantity: 1, deliveredQuantity: 1, value: null,
  incoterm: null, requestedOn: '2026-03-10', firstPromisedOn: '2026-03-12', currentPromisedOn: '2026-03-12', deliveredOn: '2026-03-14', documentsOk: null, conditionOk: null,
  latenessDays: 2, outcome: 'late', shipmentNumber: null, shipmentMode: null, sourceFile: null, sourceRow: null, promises: [], deliveries: [], milestones: [],
};
const { t } = textsIn('en', 'latn');

describe('the way of a delivery', () => {
  test('a current promise is only drawn where it differs from the first', () => {
    expect(trackOfLine(t, line).map(({ label }) => label)).toEqual(['Requested', 'First promise', 'Delivered']);
    expect(trackOfLine(t, { ...line, currentPromisedOn: '2026-03-20' }).map(({ label }) => label)).toContain('Current promise');
  });

  test('planned, estimated and actual of one event share a row; Recommendation 24 codes and names are the same event', () => {
    const milestones: LineDetail['milestones'] = [
      { event: '24', kind: 'planned', occursOn: '2026-03-01', place: null, source: null },
      { event: 'departed', kind: 'estimated', occursOn: '2026-03-02', place: 'Bandar Abbas', source: null },
      { event: 'departed', kind: 'actual', occursOn: '2026-03-03', place: null, source: null },
      { event: 'Gate 7', kind: 'actual', occursOn: '2026-03-05', place: null, source: null },
    ];
    const rows = trackOfLine(t, { ...line, milestones });
    expect(rows.find(({ label }) => label === 'Departed')).toMatchObject({ place: 'Bandar Abbas', marks: [{ kind: 'planned' }, { kind: 'estimated' }, { kind: 'actual' }] });
    expect(rows.find(({ label }) => label === 'Gate 7')?.marks).toEqual([{ kind: 'actual', on: '2026-03-05' }]);
  });

  test('a code that is in no table is kept as the source wrote it', () => {
    expect(milestoneEventOf('21')).toBe('delivered');
    expect(milestoneEventOf('999')).toBeNull();
    expect(milestoneEventOf('customs?')).toBeNull();
  });
});
