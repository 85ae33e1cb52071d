import { useEffect, useRef } from 'react';
import type { MenuCommand } from '#shared/contract/desktop.ts';

/**
 * What the native menu, the command palette and the keyboard ask for. Pages take a command up while they are shown; the newest taker
 * gets it (a client page's "print" is that client's report).
 */
const takers = new Map<MenuCommand, (() => void)[]>();

export function useCommand(
  command: MenuCommand,
  handler: () => void,
  { isEnabled = true, isFallback = false }: { readonly isEnabled?: boolean; /** Gives way to any other taker. */ readonly isFallback?: boolean } = {},
): void {
  const handlerRef = useRef(handler);
  useEffect(() => {
    handlerRef.current = handler;
  });
  useEffect(() => {
    if (!isEnabled) return undefined;
    const take = (): void => {
      handlerRef.current();
    };
    const others = takers.get(command) ?? [];
    takers.set(command, isFallback ? [take, ...others] : [...others, take]);
    return () => {
      takers.set(command, (takers.get(command) ?? []).filter((other) => other !== take));
    };
  }, [command, isEnabled, isFallback]);
}

/** @returns false where nobody on this page can do it. */
export function runCommand(command: MenuCommand): boolean {
  const taker = takers.get(command)?.at(-1);
  taker?.();
  return taker !== undefined;
}
