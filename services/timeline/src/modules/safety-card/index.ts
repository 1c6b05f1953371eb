export { safetyCard } from './safety-card.entity.ts';
export { safetyCardHandlers, safetyCardJobs } from './safety-card.job.ts';
