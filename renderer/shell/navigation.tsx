import { BookOpenCheck, Building2, FileInput, Grid3x3, Handshake, Scale, Settings, Users } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { MenuCommand } from '#shared/contract/desktop.ts';

interface Place {
  readonly to: string;
  /** Key under shell:place. */
  readonly text: 'clients' | 'portfolio' | 'company' | 'playbook' | 'weights' | 'agreement' | 'import' | 'settings';
  /** The menu's command that goes there too; null: none. */
  readonly command: MenuCommand | null;
  readonly Icon: LucideIcon;
}

export const places: readonly Place[] = [
  { to: '/clients', text: 'clients', command: 'clients', Icon: Users },
  { to: '/portfolio', text: 'portfolio', command: null, Icon: Grid3x3 },
  { to: '/company', text: 'company', command: 'company', Icon: Building2 },
  { to: '/playbook', text: 'playbook', command: null, Icon: BookOpenCheck },
  { to: '/weights', text: 'weights', command: null, Icon: Scale },
  { to: '/agreement', text: 'agreement', command: null, Icon: Handshake },
  { to: '/import', text: 'import', command: 'import', Icon: FileInput },
  { to: '/settings', text: 'settings', command: 'settings', Icon: Settings },
];
