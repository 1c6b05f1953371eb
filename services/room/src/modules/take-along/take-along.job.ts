/** Packages are made within a minute of the order, and dropped once their day is over or no consent covers them. */
import type { Job } from '@heya/service-common/jobs';
import { makeExports, type Making } from './take-along.make.service.ts';

export const takeAlongJobs = (making: Making): Job[] => [
  { name: 'room-export', cron: '* * * * *', run: (now) => makeExports(making, now) },
];
