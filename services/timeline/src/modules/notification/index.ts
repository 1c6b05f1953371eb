export { notification, notificationApplicant, notificationMute, notificationPreference } from './notification.entity.ts';
export { NotificationPreferencesResolver } from './notification-preference.resolver.ts';
export { notificationHandlers } from './notification.projection.ts';
export { notificationClasses, notificationReferences } from './notification.reference.ts';
export { notificationResolvers } from './notification.resolver.ts';
export { notificationEvents } from './notification.type.ts';
export { markPostsRead } from './notification.service.ts';
