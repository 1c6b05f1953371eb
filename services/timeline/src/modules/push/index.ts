export { openPush } from './push.door.ts';
export { notificationDelivery, pushSubscription } from './push.entity.ts';
export { pushJob, pushJobs } from './push.job.ts';
export { PushResolver } from './push.resolver.ts';
