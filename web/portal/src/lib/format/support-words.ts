/** How what a member struggles with is said. */
import type { SupportTopic } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

export const supportTopics: Record<SupportTopic, () => string> = {
  SIGN_IN: m.support_sign_in,
  POSTING: m.support_posting,
  PHOTOS: m.support_photos,
  NOTIFICATIONS: m.support_notifications,
  DEVICE: m.support_device,
  OTHER: m.support_other,
};
