/** An ID that may be used by several people, put to the center: one spell from the first sign to an officer's decision (R3). */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { User } from '../user/index.ts';

export type SharedIdOutcome = 'ONE_PERSON' | 'SHARED_ADVISED' | 'SHARED_STOPPED';

export type ReasonKind =
  /** Two devices at once on two networks. */
  | 'TWO_NETWORKS'
  /** To and fro between them within half an hour. */
  | 'BACK_AND_FORTH'
  /** And on and on. */
  | 'ONGOING'
  /** Devices registered for two facilities, on two networks, at the same moment. */
  | 'TWO_FACILITIES'
  /** Signed in by passkey on one, by password and code on the other, which is of another kind. */
  | 'MIXED_FACTORS';

export interface Reason {
  kind: ReasonKind;
  /** How often within the hour. */
  count: number;
  /** ISO 8601 */
  firstAt: string;
  lastAt: string;
}

export const SharedIdCase = defineEntity({
  name: 'SharedIdCase',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').deleteRule('cascade'),
    districtId: p.uuid(),
    /** Each kind once; it grows while the case is open. */
    reasons: p.json().$type<Reason[]>(),
    openedAt: p.datetime(),
    /** When the newest sign of it was seen; the center is shown the hour before. */
    lastSeenAt: p.datetime(),
    outcome: p.string().length(20).$type<SharedIdOutcome>().nullable(),
    /** What the officer found and did. */
    note: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.uuid().nullable(),
    version: p.integer(),
  },
  indexes: [
    {
      name: 'shared_id_case_open',
      expression: 'create unique index shared_id_case_open on shared_id_case (user_id) where decided_at is null',
    },
    { name: 'shared_id_case_user', properties: ['userId', 'decidedAt'] },
  ],
});
export type SharedIdCase = InferEntity<typeof SharedIdCase>;
