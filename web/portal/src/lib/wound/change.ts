/** How a wound stands to what it was before: fewer points are better. */
import type { DesignRDepth } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

interface Assessed {
  total: number;
  depth: DesignRDepth;
}

export interface WoundChange {
  kind: 'BETTER' | 'WORSE' | 'SAME';
  words: string;
  /** The others are told of it as important (R24). */
  isAlarming: boolean;
}

/** What is out of sight or only suspected stands with D3, as the service decides. */
const severity: Readonly<Record<DesignRDepth, number>> = { d0: 0, d1: 1, d2: 2, DDTI: 3, DU: 3, D3: 3, D4: 4, D5: 5 };
const alarmingRise = 3;

/** @returns undefined for the first one */
export function changeOf(now: Assessed, before: Assessed | undefined): WoundChange | undefined {
  if (!before) return undefined;
  const points = now.total - before.total;
  const deeper = severity[now.depth] > severity[before.depth];
  const isAlarming = points >= alarmingRise || deeper;
  if (points > 0) return { kind: 'WORSE', words: m.wound_worse({ points }), isAlarming };
  if (deeper) return { kind: 'WORSE', words: m.wound_deeper(), isAlarming };
  return points < 0
    ? { kind: 'BETTER', words: m.wound_better({ points: -points }), isAlarming }
    : { kind: 'SAME', words: m.wound_same(), isAlarming };
}
