/** Where a person is told by mail, sealed; how they showed that it is theirs; and each day's summary (R28). */
import { defineEntity, p } from '@mikro-orm/core';

export const mailAddress = defineEntity({
  name: 'MailAddress',
  rowLevelSecurity: 'force',
  properties: {
    userId: p.uuid().primary(),
    sealed: p.blob(),
    confirmedAt: p.datetime().defaultRaw('clock_timestamp()'),
    /** Its server said for good that nobody is there: nothing more goes to it. */
    refusedAt: p.datetime().nullable(),
    /** When its owner last tried it. */
    triedAt: p.datetime().nullable(),
  },
});

export const mailCode = defineEntity({
  name: 'MailCode',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    /** The address it was sent to. */
    sealed: p.blob(),
    hash: p.blob(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    tries: p.integer().default(0),
    /** Used, or put aside by its person. */
    endedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['userId', 'createdAt'] }],
});

export const mailDigest = defineEntity({
  name: 'MailDigest',
  rowLevelSecurity: 'force',
  properties: {
    userId: p.uuid().primary(),
    /** In Japan. */
    day: p.date().primary(),
    /** QUEUED, SENT or SKIPPED. */
    state: p.string().default('QUEUED'),
    reason: p.string().nullable(),
    attempts: p.integer().default(0),
    dueAt: p.datetime().defaultRaw('clock_timestamp()'),
    settledAt: p.datetime().nullable(),
  },
  indexes: [{ name: 'mail_digest_due', expression: `create index mail_digest_due on mail_digest (due_at) where state = 'QUEUED'` }],
});
