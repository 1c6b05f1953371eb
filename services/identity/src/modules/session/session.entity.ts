/** One sign-in of one person in one browser or program. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { EventPayloads } from '@heya/schema/events';
import { User } from '../user/index.ts';

export type SessionEndReason = EventPayloads['identity.sessionEnded']['reason'];
export type AuthenticationMethod = 'PASSWORD' | 'PASSKEY' | 'TOTP' | 'BACKUP_CODE' | 'DEVICE_CERTIFICATE';

export const Session = defineEntity({
  name: 'Session',
  tableName: 'sign_in_session',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').deleteRule('cascade'),
    /** The OpenID provider's own session; known as soon as sign-in is finished. */
    oidcUid: p.string().nullable().index(),
    methods: p.array().$type<AuthenticationMethod[]>(),
    networkHint: p.string().nullable(),
    /** Browser and system, as far as they name no one: `Safari · iPadOS`. */
    device: p.string().length(80).nullable(),
    /** The registered device that this sign-in is bound to: every refresh proves its key (R6). */
    deviceId: p.uuid().nullable(),
    /** When the person last proved who they are; what is sensitive asks anew after five minutes. */
    provedAt: p.datetime().defaultRaw('now()'),
    /** The passkey that proved it; null: password and code. */
    provedPasskeyId: p.uuid().nullable(),
    startedAt: p.datetime(),
    lastActiveAt: p.datetime(),
    /** Ends by itself then, whatever happens. */
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endReason: p.string().$type<SessionEndReason>().nullable(),
  },
  indexes: [
    {
      name: 'sign_in_session_device',
      expression: 'create index sign_in_session_device on sign_in_session (device_id) where ended_at is null',
    },
    {
      name: 'sign_in_session_live',
      expression: 'create index sign_in_session_live on sign_in_session (user_id, started_at) where ended_at is null',
    },
    {
      name: 'sign_in_session_last',
      expression: 'create index sign_in_session_last on sign_in_session (user_id, started_at desc)',
    },
    {
      name: 'sign_in_session_expiry',
      expression: 'create index sign_in_session_expiry on sign_in_session (expires_at) where ended_at is null',
    },
  ],
});
export type Session = InferEntity<typeof Session>;

/** What a client was granted within a session: every token descends from one of these. */
export const SessionGrant = defineEntity({
  name: 'SessionGrant',
  properties: {
    grantId: p.string().primary(),
    sessionId: () => p.manyToOne(Session).mapToPk().fieldName('session_id').deleteRule('cascade').index(),
  },
});
export type SessionGrant = InferEntity<typeof SessionGrant>;
