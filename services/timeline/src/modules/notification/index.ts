export { notification, notificationApplicant, notificationMute, notificationPreference } from './notification.entity.ts';
export { notificationHandlers, tell } from './notification.projection.ts';
