export { roomActivity, weeklyCheck } from './weekly-check.entity.ts';
export { activityHandlers } from './weekly-check.events.ts';
export { weeklyCheckJobs } from './weekly-check.job.ts';
export { resolveWeeklyCheck } from './weekly-check.reference.ts';
export {
  RoomWeeklyChecksResolver,
  ViewerWeeklyChecksResolver,
  WeeklyCheckResolver,
  WeeklyFindingsResolver,
} from './weekly-check.resolver.ts';
