import { ipcRenderer } from 'electron';
import { ASK_FOR_PORTS, HAND_OVER_PORTS } from './desktop/port-messages.ts';
import type { PortsHandover } from './desktop/port-messages.ts';

/**
 * Passes message ports from the main process to the page, and nothing else: no function, no `ipcRenderer` and no event
 * ever reaches the page. The page says `peyvand:ready` when it listens; ports come then, and again whenever the data
 * host was started anew.
 */
ipcRenderer.on(HAND_OVER_PORTS, (event, handover: PortsHandover) => {
  globalThis.postMessage({ type: 'peyvand:ports', ...handover }, globalThis.location.origin, [...event.ports]);
});

globalThis.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== globalThis.window || !isReady(event.data)) return;
  ipcRenderer.send(ASK_FOR_PORTS);
});

function isReady(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'peyvand:ready';
}
