import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const MAXIMUM_BYTES = 1_000_000;

export type Log = (line: string) => void;

/**
 * A log on the person's own disk, for an app without a terminal has nowhere else to say what failed. Two files of at
 * most 1 MB: the running one and the one before. It holds events and defects, never records.
 */
export function openLog(file: string, echo: (entry: string) => void): Log {
  mkdirSync(path.dirname(file), { recursive: true });
  return (line) => {
    const entry = `${new Date().toISOString()} ${line}\n`;
    echo(entry);
    try {
      if (sizeOf(file) > MAXIMUM_BYTES) renameSync(file, `${file}.1`);
      appendFileSync(file, entry);
    } catch (error) {
      // A full disk must not take the app down with its log.
      echo(`the log could not be written: ${String(error)}\n`);
    }
  };
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
