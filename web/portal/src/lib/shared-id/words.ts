/** Why it looks as if several people used an ID, and what came of it, in plain words. */
import type { SharedIdOutcome, SharedIdReasonKind, SharedIdViewFragment } from '@heya/client/generated/graphql';
import { clock } from '#lib/format/dates.ts';
import { m } from '#paraglide/messages.js';

type Reason = SharedIdViewFragment['reasons'][number];
type Lane = SharedIdViewFragment['lanes'][number];

const sentences: Record<SharedIdReasonKind, (values: { from: string; to: string; count: number }) => string> = {
  TWO_NETWORKS: m.shared_reason_networks,
  BACK_AND_FORTH: m.shared_reason_back_and_forth,
  ONGOING: m.shared_reason_ongoing,
  TWO_FACILITIES: m.shared_reason_facilities,
  MIXED_FACTORS: m.shared_reason_factors,
};

export const reasonSentence = ({ kind, count, firstAt, lastAt }: Reason): string =>
  sentences[kind]({ from: clock(firstAt), to: clock(lastAt), count });

export const outcomeNames: Record<SharedIdOutcome, () => string> = {
  ONE_PERSON: m.shared_one_person,
  SHARED_ADVISED: m.shared_advised,
  SHARED_STOPPED: m.shared_stopped,
};

/** 1, 2, …: how the page speaks of a device that has no name. */
export const laneName = ({ deviceName, label }: Lane, index: number): string =>
  [m.shared_lane({ number: index + 1 }), deviceName ?? label ?? m.session_other()].join('　');
