import type { IndicatorId } from '../model/index.ts';
import type { StepCode } from '../next-steps/index.ts';
import type { Effort, PlaybookEntry, PlaybookProblem, Repair } from './types.ts';

type Given = Partial<Pick<PlaybookEntry, 'outcome' | 'eventCount' | 'also' | 'repairs' | 'when'>>;

/** One event in the exporter's own hands, unless said otherwise. */
const step = (code: StepCode, indicatorId: IndicatorId, effort: Effort, given: Given = {}): PlaybookEntry => ({
  id: code, stepCode: code, title: null, indicatorId, effort, outcome: 1, eventCount: 1, also: [], repairs: [], when: 'always', ...given,
});

/** Nothing new happens; what stands open is put right. */
const mend = (code: StepCode, indicatorId: IndicatorId, effort: Effort, repair: Repair): PlaybookEntry =>
  step(code, indicatorId, effort, { eventCount: 0, repairs: [repair] });

/**
 * What an exporter starts with, the paper's advice among it: proactive notice of delays, cheap periodic calibration,
 * occasions of the client's culture, experiences told in the client's own name, club and virtual meetings, and asking for
 * the client's own addresses on social networks.
 */
export const defaultPlaybook: readonly PlaybookEntry[] = [
  step('give-early-notice-of-delays', 'transparency', 1, { when: 'late-lines' }),
  step('offer-calibration', 'calibration-service', 3),
  step('mark-cultural-occasions', 'respect-cultural', 1),
  step('share-own-experience', 'experience-expression', 2, { outcome: null }),
  step('invite-to-club', 'customer-club', 2),
  step('meet-online', 'sustained-interaction', 2, { also: [{ indicatorId: 'good-feeling', outcome: null, eventCount: 1 }] }),
  mend('ask-social-addresses', 'customer-360', 1, 'missing-social'),
  step('answer-messages', 'online-responsiveness', 1, { eventCount: 2 }),
  step('get-in-touch', 'sustained-interaction', 1),
  step('write-in-own-way', 'personalisation', 1, { eventCount: 2 }),
  step('finish-overdue-tasks', 'commitment', 2, { eventCount: 2 }),
  mend('complete-record', 'customer-360', 2, 'missing-fields'),
  mend('record-lawful-basis', 'customer-privacy', 2, 'people-without-basis'),
  mend('answer-ideas', 'open-innovation', 2, 'waiting-ideas'),
  step('offer-to-own-need', 'personalisation', 2, { also: [{ indicatorId: 'cooperation-offers', outcome: null, eventCount: 1 }] }),
  mend('close-feedback', 'interaction-feedback', 3, 'open-feedback'),
  step('train-client', 'training-skill', 3, { outcome: null }),
  step('agree-promises-you-can-keep', 'timely-delivery', 4, {
    eventCount: 3, also: [{ indicatorId: 'meeting-needs', outcome: 1, eventCount: 3 }, { indicatorId: 'successful-experiences', outcome: 1, eventCount: 1 }],
  }),
];

const longestTitle = 200;
const mostEvents = 20;

/** An entry as somebody wrote it. */
type UncheckedEntry = Omit<PlaybookEntry, 'effort'> & { readonly effort: number };

/** What is wrong with an entry that an exporter wrote; empty: it can be kept. */
export const playbookProblems = (entry: UncheckedEntry): readonly PlaybookProblem[] => {
  const problems: PlaybookProblem[] = [];
  const { stepCode, title, effort, eventCount } = entry;
  const assumed = [entry, ...entry.also];
  if (stepCode === null && (title === null || title.trim() === '' || title.length > longestTitle)) problems.push({ field: 'title' });
  if (!(Number.isInteger(effort) && effort >= 1 && effort <= 5)) problems.push({ field: 'effort' });
  if (assumed.some(({ outcome }) => outcome !== null && !(outcome >= 0 && outcome <= 1))) problems.push({ field: 'outcome' });
  const isCount = assumed.every((each) => Number.isInteger(each.eventCount) && each.eventCount >= 0 && each.eventCount <= mostEvents);
  if (!isCount || (eventCount === 0 && entry.repairs.length === 0)) problems.push({ field: 'eventCount' });
  return problems;
};
