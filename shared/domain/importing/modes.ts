import { isNotStated } from './incoterms.ts';
import { foldWords } from './normalise.ts';
import type { ModeRead, ShipmentMode } from './row-types.ts';

const names: Readonly<Record<ShipmentMode, string>> = {
  air: 'air|by air|air freight|airfreight|air cargo|plane|flight|هوایی|حمل هوایی|هواپیما',
  'air-charter': 'air charter|charter|charter flight|چارتر|هوایی چارتر|چارتر هوایی',
  sea: 'sea|by sea|ocean|ocean freight|sea freight|seafreight|vessel|ship|maritime|water|fcl|lcl|دریا|دریایی|حمل دریایی|کشتی',
  road: 'road|by road|truck|trucking|land|lorry|road freight|ftl|ltl|van|جاده ای|جاده‌ای|زمینی|حمل زمینی|کامیون|تریلی',
  rail: 'rail|by rail|train|railway|rail freight|ریل|ریلی|قطار|راه آهن|راه‌آهن',
  courier: 'courier|express|by courier|dhl|fedex|ups|tnt|aramex|ems|پیک|کوریر|اکسپرس',
  post: 'post|mail|by post|parcel post|postal|پست|پستی',
  multimodal: 'multimodal|multi modal|combined|intermodal|combined transport|ترکیبی|چندوجهی|چند وجهی|حمل ترکیبی',
};

const modes = new Map<string, ShipmentMode>();
const enter = (mode: ShipmentMode, line: string): void => {
  for (const name of line.split('|')) modes.set(foldWords(name), mode);
};
enter('air', names.air);
enter('air-charter', names['air-charter']);
enter('sea', names.sea);
enter('road', names.road);
enter('rail', names.rail);
enter('courier', names.courier);
enter('post', names.post);
enter('multimodal', names.multimodal);

const known = new Map<string, ModeRead>();

/** A mode of carriage as read; what is not known is kept as given. `cell` is cleaned by `cleanText`, not blank. */
export const readMode = (cell: string): ModeRead => {
  const remembered = known.get(cell);
  if (remembered !== undefined) return remembered;
  const code = modes.get(foldWords(cell).replace(/[-_/]/gu, ' ')) ?? null;
  const status = code !== null ? 'known' : isNotStated(cell) ? 'not-stated' : 'unknown';
  const reading: ModeRead = { code, asGiven: cell, status };
  if (known.size < 1000) known.set(cell, reading);
  return reading;
};
