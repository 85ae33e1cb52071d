import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from './build.ts';
import { outputFolder, projectRoot } from './bundles.ts';
import { officialElectron } from './electron-binary.ts';

const USAGE = `npm start -- [options]
  --loopback      serve on 127.0.0.1 for a browser, without Electron
  --no-open       do not open the browser
  --store FILE    use this store file
  --port N        port of the loopback host (any free one)`;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    loopback: { type: 'boolean', default: false },
    open: { type: 'boolean', default: true },
    store: { type: 'string' },
    port: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) console.log(USAGE);
else {
  await start().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}

async function start(): Promise<void> {
  const built = await buildApp();
  if (built.length > 0) console.log(`Built ${built.join(', ')}.`);
  // Resolved here, for the app's working folder may be another.
  const store = values.store === undefined ? [] : [`--store=${path.resolve(values.store)}`];
  if (values.loopback) {
    startLoopback(store);
    return;
  }
  const electron = await officialElectron();
  if (electron.kind === 'found') {
    run(electron.file, [projectRoot, ...store]);
    return;
  }
  console.log(`Electron is not available here (${electron.reason}); Peyvand opens in the browser instead.`);
  startLoopback(store);
}

function startLoopback(store: readonly string[]): void {
  const isAttended = !process.env['CI'];
  const args = [path.join(outputFolder, 'loopback', 'loopback.js'), ...store];
  if (values.open && isAttended) args.push('--open');
  if (values.port !== undefined) args.push(`--port=${values.port}`);
  run(process.execPath, args);
}

/** Hands the terminal over; signals meant for the app reach it, and its end is ours. */
function run(command: string, args: readonly string[]): void {
  const child = spawn(command, args, { stdio: 'inherit', windowsHide: false });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // The terminal sends Ctrl+C to the whole group; only what was meant for us alone is passed on.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.once('error', (error) => {
    console.error(`${command} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    process.exit(code ?? (signal ? 1 : 0));
  });
}
