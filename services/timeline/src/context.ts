/** One request's context: no decision is made on rights that may be stale (threat 11). */
import { type AuditBatch, RequestRecord } from '@heya/service-common/audit-batch';
import type { Consumer } from '@heya/service-common/consumer';
import type { CursorSeal } from '@heya/service-common/cursor';
import type { Envelope } from '@heya/service-common/envelope';
import type { Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import { requestContext, sharedReads } from '@heya/service-common/request';
import type { MailDoor, PushDoor, TimelineRequest } from './modules/access/index.ts';

export interface ContextParts {
  orm: Orm;
  relay: Relay;
  consumer: Consumer;
  audits: AuditBatch;
  cursors: CursorSeal;
  push: PushDoor | null;
  mail: MailDoor | null;
  now?: () => Date;
}

/**
 * How old the word of identity, consent and room may be while people are looked for (R31). Who is down takes no withdrawal either, so what
 * can be missed is only what was said and not yet told when it went down (infra/decisions/0054).
 */
const disasterLeaseMs = 3_600_000;

export function timelineContext(
  envelope: Envelope,
  { consumer, cursors, audits, push, mail, now = () => new Date(), ...parts }: ContextParts,
): TimelineRequest & { recorded(): Promise<void> } {
  const base = requestContext(envelope, parts);
  const record = new RequestRecord(audits, base);
  return {
    ...base,
    cursors,
    push,
    mail,
    projections: consumer,
    now,
    record,
    recorded: () => record.settled(),
    inDisaster: {
      async read(work) {
        await consumer.requireFresh(disasterLeaseMs);
        return base.read(work);
      },
      async write(work) {
        await consumer.requireFresh(disasterLeaseMs);
        return base.write(work);
      },
    },
    read: sharedReads(async (work) => {
      await consumer.requireFresh();
      return base.read(work);
    }),
    async write(work) {
      await consumer.requireFresh();
      return base.write(work);
    },
  };
}
