/** Memberships end, and seats pass on, by the clock; this makes what is written and told follow within a minute (R14). */
import type { Job } from '@heya/service-common/jobs';
import { inViewer, type Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import { settleMemberships } from './membership.change.service.ts';

export const membershipJobs = ({ orm, relay }: { orm: Orm; relay: Pick<Relay, 'wake'> }): Job[] => [
  {
    name: 'membership-settling',
    cron: '* * * * *',
    async run() {
      const count = await inViewer(orm.em, { type: 'service', name: 'room' }, (tx) => settleMemberships(tx, null));
      if (count > 0) relay.wake();
      return count;
    },
  },
];
