import { useNavigate } from 'react-router';
import type { MenuCommand } from '#shared/contract/desktop.ts';
import { useCommand } from '#renderer/state/commands.ts';

const FALLBACK = { isFallback: true };

/** Goes to a page when its command is asked for, from wherever one is. */
export function PlaceCommand({ command, to }: { readonly command: MenuCommand; readonly to: string }) {
  const navigate = useNavigate();
  useCommand(
    command,
    () => {
      void navigate(to);
    },
    FALLBACK,
  );
  return null;
}
