import { describe, expect, it } from 'vitest';
import { isoDayToNumber, numberToIsoDay } from '#shared/domain/calendar/index.ts';
import type { DeliveryLine } from '#shared/domain/delivery/index.ts';
import { goldenLines, line, march } from '../delivery/lines.ts';
import { client, eventsOf, interaction as spoke, profileOf, today } from './records.ts';

const day = isoDayToNumber;
const bought = (on: string, valueMinor: number, given: Partial<DeliveryLine> = {}): DeliveryLine =>
  line({ id: `${on} ${valueMinor}`, orderedDay: day(on), valueMinor, currency: 'EUR', ...given });
const fine = (given: Partial<DeliveryLine>): DeliveryLine =>
  line({ orderedQuantity: 5, deliveredQuantity: 5, firstPromisedDay: march(10), deliveredDay: march(10), ...given });

describe('timely delivery', () => {
  it('is OTIF against the first promise, line by line of the golden table', () => {
    const events = eventsOf('timely-delivery', client({ lines: goldenLines }));
    expect(events.map(({ outcome }) => outcome)).toEqual([1, 1, 0, 0, 0, 1, 1, 0]);
    expect(events.map(({ reason }) => reason)).toEqual(['onTimeInFull', 'onTimeInFull', 'early', 'late', 'short', 'onTimeInFull', 'onTimeInFull', 'open']);
    expect(events.map(({ values }) => values)).toEqual([[0, 0], [2, 0], [5, 0], [4, 0], [19, 20], [0, 0], [0, 0], [9, 0]]);
  });

  it('ages from the later of due day and delivery, and an open line fails today', () => {
    const events = eventsOf('timely-delivery', client({ lines: goldenLines }));
    expect(events.map(({ age }) => age)).toEqual([19, 19, 19, 12, 16, 13, 13, 0]);
  });

  it('says nothing of lines that are not due, have no promise or were cancelled by the customer', () => {
    const lines = [line({ firstPromisedDay: today + 1 }), line({ deliveredDay: today, deliveredQuantity: 1 }), line({ firstPromisedDay: today - 9, cancelledBy: 'customer' })];
    expect(eventsOf('timely-delivery', client({ lines }))).toEqual([]);
    const cancelled = line({ firstPromisedDay: today - 9, cancelledBy: 'exporter' });
    expect(eventsOf('timely-delivery', client({ lines: [cancelled] }))).toMatchObject([{ outcome: 0, age: 9, reason: 'cancelledByExporter' }]);
  });
});

describe('meeting needs', () => {
  it('is the share of the ordered quantity that came, whenever it came', () => {
    const events = eventsOf('meeting-needs', client({ lines: goldenLines }));
    expect(events.map(({ outcome }) => outcome)).toEqual([1, 1, 1, 1, 0.95, 1, 1, 0]);
    expect(events.at(4)).toMatchObject({ reason: 'part', values: [19, 20] });
    const surplus = line({ firstPromisedDay: march(3), deliveredDay: march(3), orderedQuantity: 4, deliveredQuantity: 9 });
    expect(eventsOf('meeting-needs', client({ lines: [surplus] }))).toMatchObject([{ outcome: 1 }]);
  });
});

describe('successful experiences', () => {
  it('one failure of any line fails the order; early does not', () => {
    const events = eventsOf('successful-experiences', client({ lines: goldenLines }));
    expect(events.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      [1, 'faultless'], [1, 'faultless'], [1, 'faultless'], [0, 'late'], [0, 'short'], [0, 'badDocuments'], [0, 'badCondition'], [0, 'open'],
    ]);
    const mixed = [fine({ orderId: 'A', id: '1' }), fine({ orderId: 'B', id: '2' }), fine({ orderId: 'A', id: '3', deliveredDay: march(14) })];
    expect(eventsOf('successful-experiences', client({ lines: mixed }))).toMatchObject([
      { source: 'order:A', outcome: 0, reason: 'late', values: [1, 0], age: 17 }, { source: 'order:B', outcome: 1, values: [1, 0], age: 21 },
    ]);
  });

  it('waits for the whole order, unless it has failed already', () => {
    const pending = fine({ firstPromisedDay: today + 5, deliveredDay: null, deliveredQuantity: 0 });
    expect(eventsOf('successful-experiences', client({ lines: [fine({}), pending] }))).toEqual([]);
    expect(eventsOf('successful-experiences', client({ lines: [fine({ conditionOk: false }), pending] }))).toMatchObject([{ outcome: 0, reason: 'badCondition' }]);
  });

  it('leaves out what the customer cancelled and does not need a promise', () => {
    expect(eventsOf('successful-experiences', client({ lines: [fine({ cancelledBy: 'customer' })] }))).toEqual([]);
    expect(eventsOf('successful-experiences', client({ lines: [fine({ firstPromisedDay: null })] }))).toMatchObject([{ outcome: 1, age: 21 }]);
    expect(eventsOf('successful-experiences', client({ lines: [fine({ firstPromisedDay: null, documentsOk: false })] }))).toMatchObject([{ outcome: 0 }]);
  });
});

describe('market expansion', () => {
  const quarters = ['2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01'];

  it('compares each completed quarter from the end of the second year on with the year before', () => {
    const steady = quarters.map((on) => bought(on, 100));
    expect(eventsOf('market-expansion', client({ lines: steady }))).toMatchObject([{ outcome: 0.5, age: today - day('2025-12-31'), reason: 'growth', values: [0, 0] }]);
    expect(eventsOf('market-expansion', client({ lines: steady }), day('2026-04-01'))).toHaveLength(2);
    expect(eventsOf('market-expansion', client({ lines: steady }), day('2025-12-31'))).toEqual([]);
    const doubled = quarters.map((on) => bought(on, on < '2025' ? 100 : 200));
    expect(eventsOf('market-expansion', client({ lines: doubled }))).toMatchObject([{ outcome: 800 / 1200, values: [1, 0] }]);
  });

  it('leaves out a first quarter that is not whole', () => {
    const from = ['2024-01-02', ...quarters.slice(1)].map((on) => bought(on, 100));
    expect(eventsOf('market-expansion', client({ lines: from }))).toEqual([]);
    expect(eventsOf('market-expansion', client({ lines: from }), day('2026-04-01'))).toHaveLength(1);
  });

  it('knows when purchases stopped and began again, and is silent over two empty years', () => {
    const once = [bought('2020-01-01', 100), bought('2024-01-01', 100)];
    const reasons = eventsOf('market-expansion', client({ lines: once })).map(({ reason, age }) => `${numberToIsoDay(today - age)} ${reason}`);
    expect(reasons).toEqual([
      '2021-12-31 stopped', '2024-03-31 again', '2024-06-30 again', '2024-09-30 again', '2024-12-31 again', '2025-03-31 stopped', '2025-06-30 stopped',
      '2025-09-30 stopped', '2025-12-31 stopped',
    ]);
  });

  it('reads growth in the main currency and without cancelled lines', () => {
    const lines = [...quarters.map((on) => bought(on, 100)), bought('2025-10-02', 9_000_000, { currency: 'IRR' }), bought('2025-10-03', 500, { cancelledBy: 'customer' })];
    expect(eventsOf('market-expansion', client({ lines }))).toMatchObject([{ outcome: 0.5 }]);
    expect(eventsOf('market-expansion', client({ lines: lines.toReversed() }))).toMatchObject([{ outcome: 0.5 }]);
  });

  it('counts the first purchase of a new product line after 90 days', () => {
    const lines = [
      bought('2025-11-01', 100, { productLine: 'calipers', id: 'a' }), bought('2025-12-01', 100, { productLine: 'gauges', id: 'b' }),
      bought('2026-02-01', 100, { productLine: 'torque wrenches', id: 'd' }), bought('2026-01-31', 100, { productLine: 'torque wrenches', id: 'c' }),
      bought('2026-03-01', 100, { productLine: 'calipers', id: 'e' }),
    ];
    expect(eventsOf('market-expansion', client({ lines }))).toMatchObject([{ outcome: 1, source: 'order-line:c', reason: 'newProductLine' }]);
  });
});

describe('sustained interaction', () => {
  it('judges each completed period of the rhythm', () => {
    const interactions = [spoke(119, 'meeting'), spoke(80, 'outbound'), spoke(59, 'inbound'), spoke(40, 'outbound')];
    expect(eventsOf('sustained-interaction', client({ interactions })).map(({ outcome, age, reason, source }) => [outcome, age, reason, source])).toEqual([
      [1, 90, 'twoWay', 'interaction:i119meeting'], [0.5, 60, 'onlyUs', 'interaction:i80outbound'], [1, 30, 'twoWay', 'interaction:i40outbound'], [0, 0, 'silence', 'client:C'],
    ]);
  });

  it('follows the agreed rhythm and does not judge the period that is running', () => {
    const interactions = [spoke(28, 'inbound')];
    expect(eventsOf('sustained-interaction', client({ interactions }))).toEqual([]);
    expect(eventsOf('sustained-interaction', client({ interactions, rhythmDays: 14 })).map(({ outcome, age }) => [outcome, age])).toEqual([[0.5, 15], [0, 1]]);
  });

  it('does not take an empty record for silence', () => {
    expect(eventsOf('sustained-interaction', client())).toEqual([]);
  });
});

describe('360-degree view', () => {
  it('gives every expected field its freshness, and nothing for a missing one', () => {
    const profile = profileOf((key) => (key === 'email' ? { recordedDay: today - 730, source: { kind: 'contact', id: 'p' } } : null));
    const events = eventsOf('customer-360', client({ profile }));
    expect(events).toHaveLength(13);
    expect(events.filter(({ outcome }) => outcome > 0)).toMatchObject([{ outcome: 0.5, age: 0, source: 'contact:p', reason: 'known', values: ['email', 730] }]);
    expect(events.filter(({ reason }) => reason === 'missing')).toHaveLength(12);
  });
});
