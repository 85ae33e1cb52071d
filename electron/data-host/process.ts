import { DataHost } from './host.ts';
import type { FromHost, ToHost } from './protocol.ts';
import { startBackgroundRescoring } from './scores/index.ts';
import type { BackgroundRescoring } from './scores/index.ts';
import { servePort } from './serve.ts';
import type { HostPort } from './serve.ts';

/** The entry of the data-host process, for both kinds of parent. */
interface Incoming {
  readonly data: ToHost;
  readonly ports: readonly (HostPort & { start(): void })[];
}
interface ParentPort {
  on(event: 'message', listener: (event: Incoming) => void): void;
  postMessage(message: FromHost): void;
}

const isParentPort = (value: unknown): value is ParentPort => typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;
/** Only a utility process has it; the data host sees nothing else of Electron. */
const candidate: unknown = Reflect.get(process, 'parentPort');
const utilityParent = isParentPort(candidate) ? candidate : undefined;
const tell = (message: FromHost): void => {
  if (utilityParent) utilityParent.postMessage(message);
  else process.send?.(message);
};
const log = (line: string): void => {
  process.stderr.write(`${new Date().toISOString()} data host: ${line}\n`);
};

let host: DataHost | undefined;
let background: BackgroundRescoring | undefined;

async function closeHost(): Promise<void> {
  await background?.stop();
  await host?.close();
}

const channelPorts = new Map<number, ChannelPort>();

/** One numbered port on the single channel that a forked process has. */
class ChannelPort implements HostPort {
  readonly #number: number;
  readonly #listeners = new Map<string, ((event?: { data: unknown }) => void)[]>();

  constructor(number: number) {
    this.#number = number;
  }

  on(event: string, listener: (event?: { data: unknown }) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  postMessage(data: unknown): void {
    tell({ type: 'data', port: this.#number, data });
  }

  deliver(data: unknown): void {
    for (const listener of this.#listeners.get('message') ?? []) listener({ data });
  }

  close(): void {
    for (const listener of this.#listeners.get('close') ?? []) listener();
  }
}

function connect(port: HostPort): void {
  if (!host) throw new Error('A port was handed over before the store was opened');
  servePort(host, log)(port);
}

function receive(message: ToHost, ports: Incoming['ports']): void {
  switch (message.type) {
    case 'open': {
      host = new DataHost(message.options);
      background = startBackgroundRescoring(host, {
        onError: (error) => {
          log(`rescoring in the background failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        },
      });
      tell({ type: 'ready' });
      break;
    }
    case 'connect': {
      const [port] = ports;
      if (port) {
        connect(port);
        port.start();
      } else {
        const channelPort = new ChannelPort(message.port);
        channelPorts.set(message.port, channelPort);
        connect(channelPort);
      }
      break;
    }
    case 'data': {
      channelPorts.get(message.port)?.deliver(message.data);
      break;
    }
    case 'disconnect': {
      channelPorts.get(message.port)?.close();
      channelPorts.delete(message.port);
      break;
    }
    case 'close': {
      void closeHost().then(() => {
        tell({ type: 'closed' });
        setImmediate(() => process.exit(0));
      });
      break;
    }
  }
}

if (utilityParent) {
  utilityParent.on('message', (event) => {
    receive(event.data, event.ports);
  });
} else {
  process.on('message', (message: ToHost) => {
    receive(message, []);
  });
  // The desktop is gone: nothing more can be asked, and the file must not stay open behind its back.
  process.on('disconnect', () => {
    void closeHost().finally(() => process.exit(0));
  });
}
