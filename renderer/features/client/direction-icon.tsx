import { ArrowDownLeft, ArrowLeftRight, ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Interaction } from '#shared/contract/interactions.ts';

const DIRECTIONS: Readonly<Record<Interaction['direction'], ReactNode>> = {
  inbound: <ArrowDownLeft aria-hidden className="flip-rtl size-4" />,
  outbound: <ArrowUpRight aria-hidden className="flip-rtl size-4" />,
  meeting: <ArrowLeftRight aria-hidden className="size-4" />,
};

/** Whose word it was, as a sign beside the words that say it. */
export const directionIcon = (direction: Interaction['direction']): ReactNode => DIRECTIONS[direction];
export const isDirection = (text: unknown): text is Interaction['direction'] => text === 'inbound' || text === 'outbound' || text === 'meeting';
