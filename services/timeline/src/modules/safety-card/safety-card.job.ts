/** Keeps the cards as the room service would write them, so that nobody has to be asked during a disaster. */
import type { Handlers } from '@heya/service-common/consumer';
import { newId } from '@heya/service-common/id';
import type { Job } from '@heya/service-common/jobs';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { SubgraphClient } from '@heya/service-common/subgraph-client';
import type { Viewer } from '@heya/service-common/viewer';
import { type Card, dropUncovered, findDue, keepCards, outdateCard } from './safety-card.repository.ts';

const viewer: Viewer = { type: 'service', name: 'timeline' };
const query = 'query ($ids: [ID!]!) { safetyCards(patientIds: $ids) { patientId name locality roomNumber } }';
const batch = 100;
/** A district's worth a run; what is left has its turn a minute later. */
const rounds = 20;

interface Parts {
  orm: Orm;
  room: Pick<SubgraphClient, 'ask'>;
}

async function askRound({ orm, room }: Parts, now: Date): Promise<number> {
  const inService = <T>(work: (tx: Em) => Promise<T>): Promise<T> => inViewer(orm.em, viewer, work);
  const due = await inService((tx) => findDue(tx, now, batch));
  if (due.length === 0) return 0;
  const variables = { ids: due.map(({ patientId }) => patientId) };
  const { safetyCards } = await room.ask<{ safetyCards: Card[] }>({ query, variables, viewer, requestId: newId() });
  await inService((tx) => keepCards(tx, due, safetyCards, now));
  return due.length;
}

export const safetyCardJobs = (parts: Parts): Job[] => [
  {
    name: 'safety-cards',
    cron: '* * * * *',
    async run(now) {
      let count = await inViewer(parts.orm.em, viewer, dropUncovered);
      for (let round = 0; round < rounds; round += 1) {
        const asked = await askRound(parts, now);
        count += asked;
        if (asked < batch) break;
      }
      return count;
    },
  },
];

/** A name or an address may have changed. */
export const safetyCardHandlers: Handlers = {
  'room.patientUpdated': (tx, { payload }) => outdateCard(tx, payload.patientId),
};
