import { describe, expect, it } from 'vitest';
import { refusal } from '#tests/data-host/certificates/support.ts';
import { certify } from '#tests/data-host/instruments/support.ts';
import { allTables } from '#electron/data-host/db/tables.ts';
import { storeOf } from '#tests/data-host/support.ts';
import { every, openRecall } from './support.ts';

interface Component {
  readonly name: string;
  /** Value by `NAME;PARAMETERS`, in the order written. */
  readonly properties: readonly (readonly [string, string])[];
  readonly parts: readonly Component[];
}

/** RFC 5545 §3.1: unfolds lines and nests components. @throws where a component is not closed by its own name. */
function parseCalendar(text: string): Component {
  const lines = text.replaceAll(/\r\n[ \t]/gu, '').split('\r\n').filter((line) => line !== '');
  const root: { name: string; properties: [string, string][]; parts: Component[] } = { name: '', properties: [], parts: [] };
  const open = [root];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:"]*(?:"[^"]*"[^:"]*)*):(.*)$/su.exec(line) ?? [];
    const current = open.at(-1) ?? root;
    if (name === 'BEGIN') {
      const part = { name: value, properties: [], parts: [] };
      current.parts.push(part);
      open.push(part);
    } else if (name === 'END') {
      if (current.name !== value) throw new Error(`${current.name} is closed as ${value}`);
      open.pop();
    } else current.properties.push([name, value]);
  }
  if (open.length !== 1) throw new Error('a component is not closed');
  const [calendar] = root.parts;
  if (!calendar || root.parts.length > 1) throw new Error('not one calendar');
  return calendar;
}
const valueOf = (component: Component | undefined, name: string): string | undefined =>
  component?.properties.find(([key]) => key === name || key.startsWith(`${name};`))?.[1];
const unescaped = (text: string | undefined): string | undefined => text?.replaceAll(/\\([\\;,nN])/gu, (_all, character: string) => (character.toLowerCase() === 'n' ? '\n' : character));

/** Seconds of a duration such as -P7D, PT9H. */
function seconds(duration: string): number {
  const [, sign = '', weeks = '0', days = '0', hours = '0', minutes = '0', rest = '0'] = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u.exec(duration) ?? [];
  return (sign === '-' ? -1 : 1) * (((Number(weeks) * 7 + Number(days)) * 24 + Number(hours)) * 3600 + Number(minutes) * 60 + Number(rest));
}

describe('the due calendar', () => {
  it('counts the due days of a span, both ends included, and how many of them are overdue', async () => {
    const { test: { call }, addCalibrated } = await openRecall();
    for (const [serial, on] of [['A', '2025-11-01'], ['B', '2025-11-01'], ['C', '2025-12-31'], ['D', '2025-10-31'], ['E', '2026-01-01']] as const) await addCalibrated(serial, on);
    const days = await call.recall.calendar({ ...every, fromOn: '2026-11-01', toOn: '2026-12-31' });
    expect(days).toEqual([{ on: '2026-11-01', count: 2, overdue: 2 }, { on: '2026-12-31', count: 1, overdue: 0 }]);
    expect(await call.recall.calendar({ ...every, search: 'E', fromOn: '2027-01-01', toOn: '2027-01-01' })).toEqual([{ on: '2027-01-01', count: 1, overdue: 0 }]);
  });

  it('shows an extended instrument on its new day; an extension goes only forwards and is withdrawn', async () => {
    const { test: { call }, addCalibrated } = await openRecall();
    const instrumentId = await addCalibrated('A', '2025-11-01');
    const days = () => call.recall.calendar({ ...every, fromOn: '2026-01-01', toOn: '2027-12-31' });
    expect(await refusal(call.recall.extend({ instrumentId, untilOn: '2026-11-01', reason: 'x' }))).toEqual(['untilOn not-later']);
    expect(await call.recall.extend({ instrumentId, untilOn: '2026-12-15', reason: 'in use abroad' })).toMatchObject({ dueOn: '2026-12-15', dueState: 'extended' });
    expect(await days()).toEqual([{ on: '2026-12-15', count: 1, overdue: 0 }]);
    expect(await call.recall.withdrawExtension({ instrumentId })).toMatchObject({ dueOn: '2026-11-01', dueState: 'overdue' });
    expect(await days()).toEqual([{ on: '2026-11-01', count: 1, overdue: 1 }]);
  });
});

describe('the calendar file', () => {
  it('is iCalendar with one whole-day event an instrument and its reminders in the morning', async () => {
    const { test: { call }, clientId, add, test } = await openRecall();
    const instrumentId = await add('S;1, "x"', { clientId, site: 'Hall 2, gate B' });
    await certify(test, { instrumentId, calibratedOn: '2026-01-31' });
    await add('NO-DAY');
    const { fileName, text, count } = await call.recall.calendarFile({ filter: every, language: 'en' });
    expect([fileName, count]).toEqual(['calibrations-due-2026-11-22.ics', 1]);
    // Every line ends in CRLF and is folded below 75 octets.
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(text.split('\r\n').map((line) => Buffer.byteLength(line)).filter((length) => length > 75)).toEqual([]);
    const calendar = parseCalendar(text);
    expect([calendar.name, valueOf(calendar, 'VERSION'), valueOf(calendar, 'PRODID')]).toEqual(['VCALENDAR', '2.0', '-//Peyvand//Peyvand//EN']);
    const events = calendar.parts.filter(({ name }) => name === 'VEVENT');
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event?.properties.find(([key]) => key.startsWith('DTSTART'))).toEqual(['DTSTART;VALUE=DATE', '20270131']);
    expect(valueOf(event, 'UID')).toBe(`instrument-${instrumentId}@peyvand`);
    expect(valueOf(event, 'DTSTAMP')).toBe('20261122T090000Z');
    expect(unescaped(valueOf(event, 'SUMMARY'))).toBe('Calibration due: Hoffmann M1, S;1, "x"');
    expect(unescaped(valueOf(event, 'DESCRIPTION'))).toBe('Client: Ankara Ölçüm\nSite: Hall 2, gate B\nLast calibrated: 31 Jan 2026');
    const alarms = event?.parts.map((alarm) => [alarm.name, valueOf(alarm, 'ACTION'), seconds(valueOf(alarm, 'TRIGGER') ?? '')]);
    const morning = 9 * 3600;
    expect(alarms).toEqual([60, 30, 7, 0].map((days) => ['VALARM', 'DISPLAY', morning - days * 86_400]));
  });

  it('moves the event of an instrument instead of adding another, and speaks the language asked for', async () => {
    const { test: { call }, test, addCalibrated } = await openRecall();
    const instrumentId = await addCalibrated('S-1', '2025-11-01');
    const eventOf = async (language: 'en' | 'fa') => parseCalendar((await call.recall.calendarFile({ filter: every, language })).text).parts.filter(({ name }) => name === 'VEVENT').map((event) => ({ id: valueOf(event, 'UID'), start: valueOf(event, 'DTSTART'), summary: unescaped(valueOf(event, 'SUMMARY')) }));
    const [before] = await eventOf('en');
    await certify(test, { instrumentId, calibratedOn: '2026-11-20', number: 'next' });
    const [after] = await eventOf('fa');
    expect([before?.start, after?.start]).toEqual(['20261101', '20271120']);
    expect(after?.id).toBe(before?.id);
    expect(after?.summary).toBe('سررسید کالیبراسیون: Hoffmann M1، S-1');
  });

  it('has nothing in it where nothing is due', async () => {
    const { test: { call }, add } = await openRecall();
    await add('NO-DAY');
    expect((await call.recall.calendarFile({ filter: every, language: 'en' })).count).toBe(0);
  });

  it('holds the first ten thousand due days, each once and in order, says how many there are, and lets others in meanwhile', async () => {
    const { test, addCalibrated } = await openRecall();
    const first = await addCalibrated('FIRST', '2024-01-01');
    const columns = Object.keys(allTables.find(({ name }) => name === 'instruments')?.columns ?? {}).filter((column) => column !== 'id' && column !== 'due_on');
    await storeOf(test).write({ actor: 'a test' }, (tx) =>
      tx.run(
        `WITH RECURSIVE n(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM n WHERE number < 10004)
         INSERT INTO instruments (id, due_on, ${columns.join(', ')})
         SELECT printf('copy-%05d', n.number), date('2026-12-01', printf('+%d days', n.number / 100)), ${columns.map((column) => `i.${column}`).join(', ')}
         FROM n JOIN instruments i ON i.id = ?`,
        [first],
      ),
    );
    const order: string[] = [];
    const [file] = await Promise.all([
      test.call.recall.calendarFile({ filter: every, language: 'en' }).then((made) => {
        order.push('file');
        return made;
      }),
      test.call.system.status().then(() => order.push('another request')),
    ]);
    expect(order).toEqual(['another request', 'file']);
    expect([file.count, file.total]).toEqual([10_000, 10_005]);
    const calendar = parseCalendar(file.text);
    const uids = calendar.parts.map((event) => valueOf(event, 'UID'));
    expect(uids).toHaveLength(10_000);
    expect([uids[0], uids[1], uids.at(-1)]).toEqual([`instrument-${first}@peyvand`, 'instrument-copy-00001@peyvand', 'instrument-copy-09999@peyvand']);
    expect(new Set(uids).size).toBe(10_000);
    expect(file.text.match(/BEGIN:VCALENDAR/gu)).toHaveLength(1);
  });
});
