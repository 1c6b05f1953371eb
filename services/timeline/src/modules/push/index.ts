export { deliverer, readerOf, unsent, weigh } from './push.delivery.ts';
export { claimDeliveries, type DeliveryRow, settleDelivery } from './push.delivery.repository.ts';
export { quietUntil } from './push.policy.ts';
export { openPush } from './push.door.ts';
export { notificationDelivery, pushSubscription } from './push.entity.ts';
export { pushJob, pushJobs } from './push.job.ts';
export { PushResolver } from './push.resolver.ts';
