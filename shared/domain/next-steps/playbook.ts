import { dimensions } from '../model/index.ts';
import { defaultRhythmDays } from '../scoring/index.ts';
import { byWaiting, dimensionStep, indicatorStep, sourcesOf } from './situation.ts';
import type { Situation } from './situation.ts';
import type { OpenMatter, StepCode, SuggestedStep } from './types.ts';

/** Looks at one situation and suggests nothing, one step, or several. */
type Play = (situation: Situation) => readonly SuggestedStep[];

const nothing: readonly SuggestedStep[] = [];

const openMatterStep = (code: StepCode, indicatorId: SuggestedStep['indicatorId'] & string, matters: readonly OpenMatter[]): readonly SuggestedStep[] => {
  const waiting = byWaiting(matters);
  const longest = waiting[0];
  if (longest === undefined) return nothing;
  return [indicatorStep(code, 'now', indicatorId, { params: { count: waiting.length, days: longest.days }, sources: sourcesOf(waiting) })];
};

// ------------------------------------------------------------ somebody is waiting

const answerMessages: Play = ({ facts }) => openMatterStep('answer-messages', 'online-responsiveness', facts.unansweredMessages);
/** The paper: tell of a delay before the client has to ask. */
const tellAboutLateLines: Play = ({ facts }) => openMatterStep('tell-about-late-lines', 'transparency', facts.openLateLines);
const finishOverdueTasks: Play = ({ facts }) => openMatterStep('finish-overdue-tasks', 'commitment', facts.overdueTasks);

// ------------------------------------------------------------ the rhythm of contact

const getInTouch: Play = ({ facts }) => {
  const rhythm = facts.rhythmDays ?? defaultRhythmDays;
  const last = facts.lastInteraction;
  if (last === null || last.days <= rhythm) return nothing;
  return [indicatorStep('get-in-touch', last.days > 2 * rhythm ? 'now' : 'soon', 'sustained-interaction', { params: { days: last.days, rhythm }, sources: [last.source] })];
};

const startRecordingInteractions: Play = ({ facts }) =>
  facts.lastInteraction === null ? [indicatorStep('start-recording-interactions', 'soon', 'sustained-interaction')] : nothing;

const makeContactTwoWay: Play = ({ weakScore, recent }) => {
  const score = weakScore('sustained-interaction');
  const oneSided = recent('sustained-interaction', ['onlyUs']);
  if (score === null || oneSided.length === 0) return nothing;
  return [indicatorStep('make-contact-two-way', 'soon', 'sustained-interaction', { params: { count: oneSided.length }, sources: sourcesOf(oneSided) })];
};

// ------------------------------------------------------------ deliveries

const agreePromisesYouCanKeep: Play = ({ weakScore, recent }) => {
  const score = weakScore('timely-delivery');
  const late = recent('timely-delivery', ['late', 'open']);
  if (score === null || late.length === 0) return nothing;
  return [indicatorStep('agree-promises-you-can-keep', 'soon', 'timely-delivery', { params: { score, count: late.length }, sources: sourcesOf(late) })];
};

/** Where lines came late and nothing is open now: agree how the client will be warned the next time. */
const giveEarlyNoticeOfDelays: Play = ({ facts, recent }) => {
  const late = recent('timely-delivery', ['late']);
  if (late.length === 0 || facts.openLateLines.length > 0) return nothing;
  return [indicatorStep('give-early-notice-of-delays', 'plan', 'transparency', { params: { count: late.length }, sources: sourcesOf(late) })];
};

const deliverRemainingQuantities: Play = ({ recent }) => {
  const short = recent('meeting-needs', ['part']);
  if (short.length === 0) return nothing;
  return [indicatorStep('deliver-remaining-quantities', 'soon', 'meeting-needs', { params: { count: short.length }, sources: sourcesOf(short) })];
};

const checkStockBeforePromising: Play = ({ weakScore, indicator }) => {
  const score = weakScore('meeting-needs');
  if (score === null) return nothing;
  const failed = (indicator('meeting-needs')?.ledger ?? []).filter(({ outcome }) => outcome < 1);
  return [indicatorStep('check-stock-before-promising', 'plan', 'meeting-needs', { params: { score }, sources: sourcesOf(failed) })];
};

const reviewFailedOrders: Play = ({ weakScore, recent }) => {
  const score = weakScore('successful-experiences');
  const failed = recent('successful-experiences', ['late', 'short', 'badDocuments', 'badCondition', 'open']);
  if (score === null || failed.length === 0) return nothing;
  return [indicatorStep('review-failed-orders', 'soon', 'successful-experiences', { params: { score, count: failed.length }, sources: sourcesOf(failed) })];
};

// ------------------------------------------------------------ purchases

/** How far purchases must have fallen, year on year, to be worth a question. */
const worthAsking = -0.2;

const askWhyPurchasesFall: Play = ({ indicator }) => {
  const quarters = (indicator('market-expansion')?.ledger ?? [])
    .filter(({ reason }) => reason.code === 'market-expansion.growth' || reason.code === 'market-expansion.stopped')
    .toSorted((left, right) => right.day - left.day);
  const last = quarters[0];
  if (last === undefined || last.ageDays > 120) return nothing;
  const change = last.reason.code === 'market-expansion.stopped' ? -1 : Number(last.reason.params['change']);
  return change > worthAsking ? nothing : [indicatorStep('ask-why-purchases-fall', 'soon', 'market-expansion', { params: { change }, sources: [last.source] })];
};

const offerNextProductLine: Play = ({ indicator, facts }) => {
  const expansion = indicator('market-expansion');
  const timely = indicator('timely-delivery')?.value ?? null;
  const isServedWell = timely === null || timely.score >= 60;
  if (expansion === null || expansion.value === null || !isServedWell || facts.openLateLines.length > 0) return nothing;
  const isBroadening = expansion.ledger.some(({ reason, ageDays }) => reason.code === 'market-expansion.newProductLine' && ageDays <= 365);
  return isBroadening ? nothing : [indicatorStep('offer-next-product-line', 'plan', 'market-expansion', { params: { score: expansion.value.score } })];
};

// ------------------------------------------------------------ what is known of the client

/** The paper: ask the client for its addresses on social networks. */
const askSocialAddresses: Play = ({ facts }) =>
  facts.missingFields.includes('social') ? [indicatorStep('ask-social-addresses', 'plan', 'customer-360')] : nothing;

const completeRecord: Play = ({ facts }) => {
  const missing = facts.missingFields.filter((field) => field !== 'social');
  const first = missing[0];
  return first === undefined ? nothing : [indicatorStep('complete-record', 'plan', 'customer-360', { params: { count: missing.length, field: first } })];
};

/** Fields that nobody has confirmed for more than a half-life of freshness. */
const staleDays = 730;
const refreshRecord: Play = ({ indicator }) => {
  const stale = (indicator('customer-360')?.ledger ?? []).filter(({ reason }) => Number(reason.params['days'] ?? 0) > staleDays);
  return stale.length === 0 ? nothing : [indicatorStep('refresh-record', 'plan', 'customer-360', { params: { count: stale.length }, sources: sourcesOf(stale) })];
};

const rateDimensions: Play = ({ score }) =>
  dimensions
    .filter(({ id }) => score.dimensions.some(({ dimensionId, value }) => dimensionId === id && value === null))
    .map(({ id }) => dimensionStep('rate-dimension', 'plan', id, { params: { dimension: id } }));

// ------------------------------------------------------------ the paper's advice for weak links

const adviceForWeakDimensions: Play = ({ isWeakDimension }) => [
  ...(isWeakDimension('brand') || isWeakDimension('arousal') ? [indicatorStep('share-own-experience', 'plan', 'experience-expression')] : nothing),
  ...(isWeakDimension('arousal') || isWeakDimension('quality') ? [dimensionStep('meet-online', 'plan', isWeakDimension('arousal') ? 'arousal' : 'quality')] : nothing),
  ...(isWeakDimension('quality') ? [indicatorStep('mark-cultural-occasions', 'plan', 'respect-cultural')] : nothing),
  ...(isWeakDimension('attraction') ? [indicatorStep('offer-calibration', 'plan', 'calibration-service')] : nothing),
  ...(isWeakDimension('continuity') ? [indicatorStep('invite-to-club', 'plan', 'customer-club')] : nothing),
];

/** In the order in which steps of one urgency are shown: who waits first, deliveries before talk, talk before paper. */
export const playbook: readonly Play[] = [
  answerMessages, tellAboutLateLines, finishOverdueTasks, deliverRemainingQuantities, getInTouch, agreePromisesYouCanKeep, reviewFailedOrders,
  askWhyPurchasesFall, makeContactTwoWay, startRecordingInteractions, giveEarlyNoticeOfDelays, checkStockBeforePromising, adviceForWeakDimensions,
  offerNextProductLine, rateDimensions, askSocialAddresses, completeRecord, refreshRecord,
];
