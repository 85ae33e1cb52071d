import { useEffect } from 'react';
import { desktop } from '#renderer/api.ts';
import type { DesktopClient } from '#renderer/api.ts';
import { ConnectionLostError, hostFailed, hostWentDown } from '#renderer/connection.ts';
import { runCommand } from '#renderer/state/commands.ts';

/** What the native menu asks for, and how the data host is. `up` needs nothing: the new port itself says so. */
async function follow(client: DesktopClient, signal: AbortSignal): Promise<void> {
  try {
    for await (const event of await client.events(undefined, { signal })) {
      if (event.type === 'menu') runCommand(event.command);
      else if (event.state === 'down') hostWentDown();
      else if (event.state === 'failed') hostFailed();
    }
  } catch (error) {
    if (signal.aborted) return;
    // The main process handed over another port (a reload of its own): listen there.
    if (error instanceof ConnectionLostError) await follow(client, signal);
    else throw error;
  }
}

export function DesktopEvents() {
  useEffect(() => {
    if (!desktop) return undefined;
    const listening = new AbortController();
    void follow(desktop, listening.signal);
    return () => {
      listening.abort();
    };
  }, []);
  return null;
}
