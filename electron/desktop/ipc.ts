import { ipcMain, MessageChannelMain } from 'electron';
import type { IpcMainEvent, MessagePortMain, WebContents } from 'electron';
import { ASK_FOR_PORTS, HAND_OVER_PORTS } from './port-messages.ts';
import type { PortsHandover } from './port-messages.ts';
import { isOwnPage } from './own-pages.ts';

/** The only file that uses `ipcMain`: everything else goes over the ports handed out here. */

export interface IpcOptions {
  /** Whether a window that we made shows these contents. */
  readonly isOurs: (contents: WebContents) => boolean;
  readonly onAsk: (contents: WebContents) => void;
  readonly log: (line: string) => void;
}

export function serveIpc({ isOurs, onAsk, log }: IpcOptions): void {
  ipcMain.on(ASK_FOR_PORTS, (event) => {
    if (isTrusted(event, isOurs)) onAsk(event.sender);
    else log(`a message from ${event.senderFrame?.url ?? 'a frame that is gone'} was refused`);
  });
}

/** Fails closed: an unknown window, a sub-frame, a frame that is gone or a foreign page is refused. */
function isTrusted(event: IpcMainEvent, isOurs: IpcOptions['isOurs']): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame !== undefined && isOurs(event.sender) && frame === event.sender.mainFrame && isOwnPage(frame.url);
}

/**
 * Makes a channel for each kind asked for, and sends the page's ends to the page.
 * @returns our ends, still to be started.
 */
export function handOverPorts<K extends keyof PortsHandover>(contents: WebContents, kinds: readonly K[]): Readonly<Record<K, MessagePortMain>> {
  const channels = kinds.map((kind, index) => ({ kind, index, channel: new MessageChannelMain() }));
  const handover: PortsHandover = Object.fromEntries(channels.map(({ kind, index }) => [kind, index]));
  contents.postMessage(
    HAND_OVER_PORTS,
    handover,
    channels.map(({ channel }) => channel.port1),
  );
  return Object.fromEntries(channels.map(({ kind, channel }) => [kind, channel.port2])) as Record<K, MessagePortMain>;
}
