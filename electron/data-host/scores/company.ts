import { dayNumberToQuarter, numberToIsoDay, quarterToFirstDay, trustedIsoDayToNumber } from '#shared/domain/calendar/index.ts';
import type { CompanyFacts } from '#shared/domain/scoring/index.ts';
import type { ClientBundle } from './records.ts';

interface Month {
  interactions: number;
  complete: number;
}

interface Quarter {
  clients: number;
  reached: number;
}

const lastDayOfMonth = (month: string): number => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}-01`;
  return trustedIsoDayToNumber(next) - 1;
};

/** A client is in touch for the quarter of an interaction or an order and the three after it: the year up to a quarter's end. */
const quartersInTouch = 4;

/** What the records of all clients together say of the exporter, gathered while a full rescoring reads them one by one. */
export class CompanyTally {
  readonly #months = new Map<string, Month>();
  readonly #quarters = new Map<number, Quarter>();
  /** Many records share a day; working out its quarter costs more than looking it up. */
  readonly #quarterOf = new Map<number, number>();

  add({ records, interactionRows }: ClientBundle): void {
    const inTouch = new Set<number>();
    for (const [index, { day, channel, sentiment }] of records.interactions.entries()) {
      const key = numberToIsoDay(day).slice(0, 7);
      const month = this.#months.get(key) ?? { interactions: 0, complete: 0 };
      month.interactions += 1;
      if (channel !== '' && sentiment !== null && (interactionRows[index]?.contact_id ?? null) !== null) month.complete += 1;
      this.#months.set(key, month);
      inTouch.add(this.#quarter(day));
    }
    for (const { orderedDay } of records.lines) if (orderedDay !== null) inTouch.add(this.#quarter(orderedDay));
    const known = new Set<number>();
    for (const quarter of inTouch) for (let later = 0; later < quartersInTouch; later += 1) known.add(quarter + later);
    for (const quarter of known) this.#at(quarter).clients += 1;
    const reached = new Set(records.relationship.entries.contentShare.map(({ sharedOn }) => this.#quarter(trustedIsoDayToNumber(sharedOn))));
    for (const quarter of reached) if (known.has(quarter)) this.#at(quarter).reached += 1;
  }

  /** In the order of time. Quarters without any client in touch are left out; those that are not over yet are the rules' to leave. */
  facts(): CompanyFacts {
    return {
      interactionMonths: [...this.#months].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([month, { interactions, complete }]) => ({
        firstOn: `${month}-01`, lastDay: lastDayOfMonth(month), interactions, complete,
      })),
      contentQuarters: [...this.#quarters].toSorted(([left], [right]) => left - right).map(([quarter, { clients, reached }]) => ({
        firstOn: numberToIsoDay(quarterToFirstDay(quarter)), lastDay: quarterToFirstDay(quarter + 1) - 1, clients, reached,
      })),
    };
  }

  #at(quarter: number): Quarter {
    const known = this.#quarters.get(quarter);
    if (known) return known;
    const fresh = { clients: 0, reached: 0 };
    this.#quarters.set(quarter, fresh);
    return fresh;
  }

  #quarter(day: number): number {
    const known = this.#quarterOf.get(day);
    if (known !== undefined) return known;
    const quarter = dayNumberToQuarter(day);
    this.#quarterOf.set(day, quarter);
    return quarter;
  }
}
