export { dormancyEntry, dormancyReview } from './dormancy.entity.ts';
export { endByUse } from './dormancy.events.ts';
export { dormancyJobs } from './dormancy.job.ts';
export { resolveDormancyReview } from './dormancy.reference.ts';
export { DormancyReviewResolver, RoomDormancyResolver } from './dormancy.resolver.ts';
