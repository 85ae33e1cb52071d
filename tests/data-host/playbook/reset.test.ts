import { expect, test } from 'vitest';
import { defaultPlaybook } from '#shared/domain/playbook/index.ts';
import type { PlaybookEntryInput } from '#shared/contract/playbook.ts';
import { openTestHost } from '../support.ts';

const own = (title: string): PlaybookEntryInput => ({ stepCode: null, title, indicatorId: 'satisfaction', effort: 1, eventCount: 1, outcome: 1 });

test('a reset gives the delivered playbook, and putting back gives exactly what was there; what came after it stays', async () => {
  const { call } = openTestHost();
  const [first, second] = await call.playbook.list();
  if (!first || !second) throw new Error('an empty playbook');
  await call.playbook.save({ ...first, effort: 5 });
  await call.playbook.remove({ id: second.id });
  await call.playbook.save({ id: null, ...own('Send a spare probe') });
  const gone = await call.playbook.save({ id: null, ...own('An idea given up') });
  await call.playbook.remove({ id: gone.id });
  const before = await call.playbook.list();

  const { entries, replaced } = await call.playbook.resetToDefault();
  expect(entries.map(({ id, isChanged }) => [id, isChanged])).toEqual(defaultPlaybook.map(({ id }) => [id, false]));
  expect(await call.playbook.list()).toEqual(entries);

  expect(await call.playbook.putBack({ replaced })).toEqual(before);
  // Once more is the same: an undo that arrives twice does no harm.
  expect(await call.playbook.putBack({ replaced })).toEqual(before);

  await call.playbook.resetToDefault();
  const later = await call.playbook.save({ id: null, ...own('Written after the reset') });
  expect(await call.playbook.putBack({ replaced })).toEqual([...before, later]);
});

test('what no rule could read is refused as a whole', async () => {
  const { call } = openTestHost();
  const [first] = await call.playbook.list();
  if (!first) throw new Error('an empty playbook');
  await call.playbook.save({ ...first, effort: 5 });
  await call.playbook.save({ id: null, ...own('Send a spare probe') });
  const { entries, replaced } = await call.playbook.resetToDefault();
  const [changed, ...others] = replaced;
  if (!changed) throw new Error('nothing was replaced');
  await expect(call.playbook.putBack({ replaced: [...others, { ...changed, indicatorId: 'no-such-indicator' }] })).rejects.toMatchObject({
    code: 'INVALID', data: { issues: [{ field: 'replaced.1.indicatorId', code: 'unknown-indicator' }] },
  });
  const nobody = '018f0000-0000-7000-8000-000000000000';
  await expect(call.playbook.putBack({ replaced: [...replaced, { ...changed, id: nobody }] })).rejects.toMatchObject({
    data: { issues: [{ field: 'replaced.2.id', code: 'unknown-entry' }] },
  });
  expect(await call.playbook.list()).toEqual(entries);
});
