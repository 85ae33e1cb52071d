import type { MessagePortMain } from 'electron';
import type { HostProcess, HostProcessEvents } from './host-process.ts';

export type HostState = 'starting' | 'up' | 'down' | 'failed' | 'closed';

export interface SupervisorOptions {
  readonly start: (events: HostProcessEvents) => HostProcess;
  /** Told on every change but the last orderly one. After `up`, ports made before lead nowhere. */
  readonly onState: (state: 'up' | 'down' | 'failed') => void;
  readonly log: (line: string) => void;
  readonly now?: () => number;
}

/** Restarts within a minute after which something is wrong that another restart will not mend. */
const RESTARTS_PER_MINUTE = 5;
const FIRST_DELAY_MS = 100;
/** Opening includes migrations and a verified backup of a large file. */
const READY_WITHIN_MS = 120_000;
/** The host rolls back a cancelled import and folds its log; after that it is ended, which SQLite survives. */
const CLOSE_WITHIN_MS = 15_000;

/** Keeps one data host running: sees its death, starts it again with growing delays, and says so. */
export class HostSupervisor {
  readonly #options: SupervisorOptions;
  readonly #now: () => number;
  #process: HostProcess | undefined;
  #state: HostState = 'starting';
  #deaths: readonly number[] = [];
  #timer: NodeJS.Timeout | undefined;
  #onClosed: (() => void) | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#start();
  }

  get state(): HostState {
    return this.#state;
  }

  get pid(): number | undefined {
    return this.#process?.pid();
  }

  /** Hands a port to the host. Where none is up it is closed, and `onState` will tell when to try again. */
  connect(port: MessagePortMain): void {
    if (this.#state === 'up' && this.#process) this.#process.connect(port);
    else port.close();
  }

  /** After `failed`, when a person asks for it. */
  retry(): void {
    if (this.#state !== 'failed') return;
    this.#deaths = [];
    this.#start();
  }

  /** Ends the host in order, or by force where it does not end in time. No restart follows. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    const running = this.#process;
    this.#state = 'closed';
    if (!running) return;
    await new Promise<void>((resolve) => {
      this.#onClosed = resolve;
      this.#timer = setTimeout(() => {
        this.#options.log('the data host did not close in time and was ended');
        running.kill();
      }, CLOSE_WITHIN_MS);
      running.close();
    });
    clearTimeout(this.#timer);
  }

  #start(): void {
    this.#state = 'starting';
    const started = this.#spawn();
    if (!started) return;
    this.#process = started;
    this.#timer = setTimeout(() => {
      this.#options.log('the data host did not get ready in time and was ended');
      started.kill();
    }, READY_WITHIN_MS);
  }

  /** Where the process cannot even be made, that counts as its death. */
  #spawn(): HostProcess | null {
    try {
      return this.#options.start({
        onReady: () => {
          clearTimeout(this.#timer);
          if (this.#state !== 'starting') return;
          this.#state = 'up';
          this.#options.onState('up');
        },
        onExit: (reason) => {
          this.#exited(reason);
        },
        onLog: this.#options.log,
      });
    } catch (error) {
      this.#timer = setTimeout(() => {
        this.#exited(String(error));
      }, 0);
      return null;
    }
  }

  #exited(reason: string): void {
    clearTimeout(this.#timer);
    this.#process = undefined;
    if (this.#state === 'closed') {
      this.#onClosed?.();
      return;
    }
    this.#options.log(`the data host ended unasked: ${reason}`);
    const now = this.#now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < 60_000), now];
    if (this.#deaths.length > RESTARTS_PER_MINUTE) {
      this.#state = 'failed';
      this.#options.onState('failed');
      return;
    }
    this.#state = 'down';
    this.#options.onState('down');
    this.#timer = setTimeout(() => {
      this.#start();
    }, FIRST_DELAY_MS * 2 ** (this.#deaths.length - 1));
  }
}
