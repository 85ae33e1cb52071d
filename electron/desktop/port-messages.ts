/** The two IPC channels of the desktop. All else goes over the ports that they hand over. */
export const ASK_FOR_PORTS = 'peyvand:ask-for-ports';
export const HAND_OVER_PORTS = 'peyvand:hand-over-ports';

/** Which of the ports that travel with the message is which, by index; a kind left out is not renewed. */
export interface PortsHandover {
  readonly data?: number;
  readonly desktop?: number;
}
