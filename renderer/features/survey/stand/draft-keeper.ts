import type { SurveyDraft } from '#shared/contract/surveys.ts';

const TRIES = 3;

/**
 * Keeps the newest draft, one call at a time and nothing older after it. An answer that could not be kept is tried again, and at the
 * latest with the next one; the answers themselves are on the page all the while.
 */
export class DraftKeeper {
  readonly #keep: (draft: SurveyDraft) => Promise<unknown>;
  readonly #tell: (isKept: boolean) => void;
  #waiting: SurveyDraft | null = null;
  #running: Promise<void> | null = null;

  /** @param tell whether the newest answers are kept. */
  constructor(keep: (draft: SurveyDraft) => Promise<unknown>, tell: (isKept: boolean) => void) {
    this.#keep = keep;
    this.#tell = tell;
  }

  keep(draft: SurveyDraft): void {
    this.#waiting = draft;
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
  }

  /** When nothing is under way any more; never fails. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Nothing that still waits is kept: the client stopped. */
  async forget(): Promise<void> {
    this.#waiting = null;
    await this.#running;
  }

  async #work(): Promise<void> {
    let failures = 0;
    for (let draft = this.#waiting; draft !== null; draft = this.#waiting) {
      this.#waiting = null;
      try {
        await this.#keep(draft);
        failures = 0;
        this.#tell(true);
      } catch {
        failures += 1;
        this.#tell(false);
        if (failures >= TRIES) return;
        this.#waiting ??= draft;
      }
    }
  }
}
