import type { HostOptions } from './host.ts';

/**
 * What passes between the desktop and the data-host process, next to the ports themselves.
 * A utility process is handed real ports; a forked Node has one channel, on which every port has a number.
 */
export type SpawnOptions = Omit<HostOptions, 'now'>;

export type ToHost =
  | { readonly type: 'open'; readonly options: SpawnOptions }
  /** Utility process: the port travels with the message. Forked process: `port` numbers it. */
  | { readonly type: 'connect'; readonly port: number }
  | { readonly type: 'data'; readonly port: number; readonly data: unknown }
  | { readonly type: 'disconnect'; readonly port: number }
  /** Finish the write under way, fold the log into the file, and end. */
  | { readonly type: 'close' };

export type FromHost =
  | { readonly type: 'ready' }
  | { readonly type: 'data'; readonly port: number; readonly data: unknown }
  | { readonly type: 'closed' };
