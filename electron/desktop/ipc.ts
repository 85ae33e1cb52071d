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
 * Makes a channel, and sends the page its end.
 * @returns our end, still to be started.
 */
export function handOverPort(contents: WebContents, kind: keyof PortsHandover): MessagePortMain {
  const { port1, port2 } = new MessageChannelMain();
  const handover: PortsHandover = { [kind]: 0 };
  contents.postMessage(HAND_OVER_PORTS, handover, [port1]);
  return port2;
}
