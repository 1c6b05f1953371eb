import type { ApplicationStatus, FormCode } from '@heya/client/generated/graphql';
import { statusNames } from '#lib/format/labels.ts';
import { m } from '#paraglide/messages.js';

/** What has been carried out is another thing for each form. */
export function statusOf(form: FormCode, status: ApplicationStatus): string {
  if (status === 'COMPLETED' && form === 'FORM_4_2') return m.review_room_changed();
  if (status === 'COMPLETED' && form === 'FORM_4_3') return m.review_room_closed();
  return statusNames[status]();
}
