import { fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { utilityProcess } from 'electron';
import type { MessagePortMain } from 'electron';
import type { FromHost, SpawnOptions, ToHost } from '../data-host/index.ts';

/** The first Node-API that the SQLite addon runs on; Electron has it from version 35. */
const NODE_API_OF_ADDON = 10;

interface HostProcessOptions {
  /** The bundled entry of the data host. */
  readonly entry: string;
  /** A Node of our own, for the Electron whose Node-API is too old. */
  readonly node: string;
  readonly open: SpawnOptions;
}

export interface HostProcessEvents {
  /** The store was opened, or refused with a reason that `system.status` tells: calls can be made. */
  readonly onReady: () => void;
  /** Said once, whatever the cause. */
  readonly onExit: (reason: string) => void;
  readonly onLog: (line: string) => void;
}

/** One running data host; the window talks to it over the ports given to `connect`. */
export interface HostProcess {
  readonly pid: () => number | undefined;
  readonly connect: (port: MessagePortMain) => void;
  /** Asks it to finish the write under way and end. */
  readonly close: () => void;
  readonly kill: () => void;
}

export type StartHostProcess = (options: HostProcessOptions, events: HostProcessEvents) => HostProcess;

/** The one seam: a utility process of Electron, or a forked Node where Electron's own cannot load the addon. */
export const startHostProcess: StartHostProcess = (options, events) =>
  Number(process.versions['napi']) >= NODE_API_OF_ADDON ? startUtility(options, events) : startForked(options, events);

const startUtility: StartHostProcess = (options, events) => {
  const child = utilityProcess.fork(options.entry, [], { serviceName: 'Peyvand data host', stdio: 'pipe' });
  logLines(child.stdout, events.onLog);
  logLines(child.stderr, events.onLog);
  const send = (message: ToHost, ports: MessagePortMain[] = []): void => {
    child.postMessage(message, ports);
  };
  child.on('message', (message: FromHost) => {
    if (message.type === 'ready') events.onReady();
  });
  child.once('exit', (code) => {
    events.onExit(`exit code ${code}`);
  });
  send({ type: 'open', options: options.open });
  return {
    pid: () => child.pid,
    connect: (port) => {
      send({ type: 'connect', port: 0 }, [port]);
    },
    close: () => {
      send({ type: 'close' });
    },
    kill: () => {
      child.kill();
    },
  };
};

const startForked: StartHostProcess = (options, events) => {
  // Advanced serialisation passes what a port passes: typed arrays and blobs of a file that is imported.
  const child = fork(options.entry, [], { execPath: options.node, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const ports = new Map<number, MessagePortMain>();
  let lastNumber = 0;
  let hasExited = false;
  const exit = (reason: string): void => {
    if (hasExited) return;
    hasExited = true;
    // As with a real port, the other side learns that nobody is there any more.
    for (const port of ports.values()) port.close();
    ports.clear();
    events.onExit(reason);
  };
  const send = (message: ToHost): void => {
    if (!child.connected) return;
    child.send(message, (error) => {
      if (error) events.onLog(`a message could not be sent: ${error.message}`);
    });
  };
  logLines(child.stdout, events.onLog);
  logLines(child.stderr, events.onLog);
  child.on('message', (message: FromHost) => {
    if (message.type === 'ready') events.onReady();
    else if (message.type === 'data') ports.get(message.port)?.postMessage(message.data);
  });
  child.once('exit', (code, signal) => {
    exit(signal ? `signal ${signal}` : `exit code ${code}`);
  });
  child.once('error', (error) => {
    exit(error.message);
  });
  send({ type: 'open', options: options.open });
  return {
    pid: () => child.pid,
    connect: (port) => {
      lastNumber += 1;
      const number = lastNumber;
      ports.set(number, port);
      send({ type: 'connect', port: number });
      port.on('message', ({ data }) => {
        send({ type: 'data', port: number, data });
      });
      port.on('close', () => {
        if (ports.delete(number)) send({ type: 'disconnect', port: number });
      });
      port.start();
    },
    close: () => {
      send({ type: 'close' });
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};

/** The host writes its own times; the log has one of its own before each line. */
const OWN_TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z /u;

function logLines(stream: NodeJS.ReadableStream | Readable | null, log: (line: string) => void): void {
  stream?.setEncoding('utf8');
  let rest = '';
  stream?.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) log(line.replace(OWN_TIME, ''));
  });
  stream?.on('end', () => {
    if (rest !== '') log(rest);
  });
}
