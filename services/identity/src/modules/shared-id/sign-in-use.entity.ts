/** That a sign-in was in use, and from which network: short-lived, for the watch on shared IDs alone (R3). No address, nothing of what was done. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { Session } from '../session/index.ts';
import { User } from '../user/index.ts';

export const SignInUse = defineEntity({
  name: 'SignInUse',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').deleteRule('cascade'),
    districtId: p.uuid(),
    sessionId: () => p.manyToOne(Session).mapToPk().fieldName('session_id').deleteRule('cascade').index(),
    /** Keyed hash of the network: tells two apart, and nothing else. */
    networkMark: p.string().length(22),
    /** As shown to its owner on the page of sign-ins. */
    networkHint: p.string().nullable(),
    at: p.datetime(),
    /** Whether it was looked at together with the others. */
    weighed: p.boolean().default(false),
  },
  indexes: [
    { name: 'sign_in_use_user', properties: ['userId', 'at'] },
    { name: 'sign_in_use_age', properties: ['districtId', 'at'] },
    { name: 'sign_in_use_due', expression: 'create index sign_in_use_due on sign_in_use (user_id) where not weighed' },
  ],
});
export type SignInUse = InferEntity<typeof SignInUse>;
