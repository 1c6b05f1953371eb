/** Tells, in steps, that an answer is late (R23). Each ask is one transaction; what was told is never told again. */
import type { Job } from '@heya/service-common/jobs';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import type { Viewer } from '@heya/service-common/viewer';
import { roomStream } from '../post/index.ts';
import { pace } from './ask-escalation.policy.ts';
import { findLate, insertEscalations, type LateAsk } from './ask-escalation.repository.ts';

const viewer: Viewer = { type: 'service', name: 'timeline' };
/** What is left has its turn a minute later. */
const most = 500;

/** Whoever slept through a step hears of the latest only. */
async function escalate(tx: Em, ask: LateAsk, now: Date): Promise<boolean> {
  if (!(await insertEscalations(tx, ask, now))) return false;
  const { postId, roomId, audience, steps } = ask;
  await emit(tx, 'timeline.askChanged', roomStream(roomId), { postId, roomId, audience });
  await emit(tx, 'timeline.askEscalated', `ask:${postId}`, { postId, roomId, step: Math.max(...steps) });
  return true;
}

export const askEscalationJobs = (orm: Orm): Job[] => [
  {
    name: 'ask-escalations',
    cron: '* * * * *',
    async run(now) {
      const late = await inViewer(orm.em, viewer, (tx) => findLate(tx, now, pace, most));
      let count = 0;
      for (const ask of late) if (await inViewer(orm.em, viewer, (tx) => escalate(tx, ask, now))) count += 1;
      return count;
    },
  },
];
