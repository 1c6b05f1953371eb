/** What was brought and not taken in is dropped after its day, or once no consent covers it. */
import type { Job } from '@heya/service-common/jobs';
import type { Em } from '@heya/service-common/orm';
import { endOver } from './bring-in.repository.ts';

/** @param inService the room service's own authority */
export const bringInJobs = (inService: <T>(work: (tx: Em) => Promise<T>) => Promise<T>): Job[] => [
  { name: 'room-import', cron: '* * * * *', run: (now) => inService((tx) => endOver(tx, now)) },
];
