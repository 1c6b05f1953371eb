/** Whether one data class may be shown to this viewer now, and why not (R10, api.md 5). Pure. */
import type { ConsentState } from '@heya/schema/events';
import { categories, type Category } from '../platform/index.ts';
import type { Standing } from '../projection/index.ts';

export const disclosureStates = ['SHARED', 'NOT_CONSENTED', 'WITHDRAWN', 'ROLE_RESTRICTED'] as const;
export type DisclosureState = (typeof disclosureStates)[number];
export type DisclosureReason = DisclosureState | 'EXPIRED' | 'NO_CONSENT';

export interface ConsentFacts {
  /** As it counts today: EXPIRED once its last day is over. */
  status: ConsentState;
  categories: readonly { category: Category; granted: boolean; visibleToFamily: boolean }[];
}

export interface DisclosureDecision {
  category: Category;
  state: DisclosureState;
  reason: DisclosureReason;
}

export function decideDisclosures(standing: Standing, consent: ConsentFacts | null): DisclosureDecision[] {
  return categories.map((category) => ({ category, ...decide(category, standing, consent) }));
}

function decide(
  category: Category,
  standing: Standing,
  consent: ConsentFacts | null,
): { state: DisclosureState; reason: DisclosureReason } {
  if (standing.relation === 'CENTER') return same('ROLE_RESTRICTED');
  if (!consent) return { state: 'NOT_CONSENTED', reason: 'NO_CONSENT' };
  if (consent.status === 'EXPIRED') return { state: 'WITHDRAWN', reason: 'EXPIRED' };
  if (consent.status !== 'ACTIVE') return same('WITHDRAWN');
  const choice = consent.categories.find((given) => given.category === category);
  if (!choice?.granted) return same('NOT_CONSENTED');
  return same(standing.role === 'FAMILY' && !choice.visibleToFamily ? 'ROLE_RESTRICTED' : 'SHARED');
}

const same = (state: DisclosureState): { state: DisclosureState; reason: DisclosureReason } => ({ state, reason: state });

/** What the room may be used for, as far as consent goes. */
export function decideRoomState(consent: ConsentFacts | null): 'OK' | 'PENDING' | 'WITHDRAWN' {
  if (!consent) return 'PENDING';
  return consent.status === 'ACTIVE' ? 'OK' : 'WITHDRAWN';
}
