import { BellRing, BookOpenCheck, Building2, FileInput, Grid3x3, Handshake, Ruler, Scale, ScanLine, Settings, Users } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Place } from '#shared/contract/places.ts';

interface NavEntry {
  readonly to: string;
  /** Its name under shell:place, and the command that goes there too. */
  readonly command: Place | 'import' | 'settings';
  readonly Icon: LucideIcon;
}

export const places: readonly NavEntry[] = [
  { to: '/clients', command: 'clients', Icon: Users },
  { to: '/instruments', command: 'instruments', Icon: Ruler },
  { to: '/recall', command: 'recall', Icon: BellRing },
  { to: '/scan', command: 'scan', Icon: ScanLine },
  { to: '/portfolio', command: 'portfolio', Icon: Grid3x3 },
  { to: '/company', command: 'company', Icon: Building2 },
  { to: '/playbook', command: 'playbook', Icon: BookOpenCheck },
  { to: '/weights', command: 'weights', Icon: Scale },
  { to: '/agreement', command: 'agreement', Icon: Handshake },
  { to: '/import', command: 'import', Icon: FileInput },
  { to: '/settings', command: 'settings', Icon: Settings },
];
