/** Whether one data class may be shown to this viewer now, and why not (R10, api.md 5). Pure. */
import type { ConsentState } from '@heya/schema/events';
import type { Viewer } from '@heya/service-common/viewer';
import { allow, categories, type Category, type Decision, refuse } from '../platform/index.ts';
import type { Standing } from '../projection/index.ts';

export const disclosureStates = ['SHARED', 'NOT_CONSENTED', 'WITHDRAWN', 'EXPIRED', 'ROLE_RESTRICTED'] as const;
export type DisclosureState = (typeof disclosureStates)[number];
/** As said on the screen: that there is no consent at all is another thing than that a class was declined. */
export type DisclosureReason = DisclosureState | 'NO_CONSENT';
export type RoomConsentState = 'OK' | 'PENDING' | 'WITHDRAWN';

export interface ConsentFacts {
  /** As it counts today: EXPIRED once its last day is over. */
  status: ConsentState;
  categories: readonly { category: Category; granted: boolean; visibleToFamily: boolean }[];
}

interface DisclosureFacts {
  standing: Standing | undefined;
  consent?: ConsentFacts | null;
  /** Of READ_CATEGORY. */
  category?: Category;
}

/** READ: whether one may ask at all. READ_CATEGORY: whether this class is shown, to this viewer, under this consent, now. */
export type DisclosureAction = 'READ' | 'READ_CATEGORY';
export type DisclosureRefusal = Exclude<DisclosureReason, 'SHARED'> | 'NO_RELATION';

export function can(
  viewer: Viewer,
  action: DisclosureAction,
  { standing, consent, category }: DisclosureFacts,
): Decision<DisclosureRefusal> {
  if (viewer.type !== 'person' || !standing) return refuse('NO_RELATION');
  if (action === 'READ') return allow(standing.relation);
  // Who only reviews applications sees no content (R13); for a look there must be a reason and an end (R18).
  if (standing.relation === 'CENTER') return refuse('ROLE_RESTRICTED');
  if (!consent) return refuse('NO_CONSENT');
  if (consent.status === 'EXPIRED') return refuse('EXPIRED');
  if (consent.status !== 'ACTIVE') return refuse('WITHDRAWN');
  const choice = consent.categories.find((given) => given.category === category);
  if (!choice?.granted) return refuse('NOT_CONSENTED');
  if (standing.role === 'FAMILY' && !choice.visibleToFamily) return refuse('ROLE_RESTRICTED');
  return allow(standing.relation);
}

export interface DisclosureDecision {
  category: Category;
  state: DisclosureState;
  reason: DisclosureReason;
}

export function decideDisclosures(viewer: Viewer, standing: Standing, consent: ConsentFacts | null): DisclosureDecision[] {
  return categories.map((category) => {
    const decision = can(viewer, 'READ_CATEGORY', { standing, consent, category });
    const reason = decision.allowed ? 'SHARED' : decision.reason === 'NO_RELATION' ? 'ROLE_RESTRICTED' : decision.reason;
    return { category, state: reason === 'NO_CONSENT' ? 'NOT_CONSENTED' : reason, reason };
  });
}

/** What the room may be used for, as far as consent goes: what is over, by word or by time, is read-only. */
export function decideRoomState(consent: ConsentFacts | null): RoomConsentState {
  if (!consent) return 'PENDING';
  return consent.status === 'ACTIVE' ? 'OK' : 'WITHDRAWN';
}
