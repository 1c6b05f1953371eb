/** What was announced or brought and never sent is gone a day later. */
import type { Job } from '@heya/service-common/jobs';
import { inViewer, type Orm } from '@heya/service-common/orm';
import { deleteUnused } from './photo.repository.ts';

const keptMs = 24 * 3_600_000;

export const photoJobs = (orm: Orm): Job[] => [
  {
    name: 'unsent-photos',
    cron: '17 * * * *',
    run: (now) => inViewer(orm.em, { type: 'service', name: 'timeline' }, (tx) => deleteUnused(tx, new Date(now.getTime() - keptMs))),
  },
];
