import { Building2, FileInput, Settings, Users } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { MenuCommand } from '#shared/contract/desktop.ts';

interface Place {
  readonly to: string;
  /** Key under shell:place. */
  readonly text: 'clients' | 'company' | 'import' | 'settings';
  readonly command: MenuCommand;
  readonly Icon: LucideIcon;
}

export const places: readonly Place[] = [
  { to: '/clients', text: 'clients', command: 'clients', Icon: Users },
  { to: '/company', text: 'company', command: 'company', Icon: Building2 },
  { to: '/import', text: 'import', command: 'import', Icon: FileInput },
  { to: '/settings', text: 'settings', command: 'settings', Icon: Settings },
];
