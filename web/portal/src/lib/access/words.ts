/** One line of the record as a sentence, in the words of whoever reads it at the bedside. */
import type { AccessOutcome } from '@heya/client/generated/graphql';
import { actionNames, categoryNames } from '#lib/format/labels.ts';
import { m } from '#paraglide/messages.js';
import type { AccessEntry } from './visits.ts';

const refusals: Record<AccessOutcome, () => string> = {
  ALLOWED: m.access_refused,
  DENIED_CONSENT: m.access_refused_consent,
  DENIED_ROLE: m.access_refused_role,
  DENIED_DEVICE: m.access_refused_device,
};

/** Whether somebody did not get what they wanted. */
export function isRefused({ action, outcome }: Pick<AccessEntry, 'action' | 'outcome'>): boolean {
  return outcome !== 'ALLOWED' || action === 'DENIED';
}

export function deedWords({
  action,
  category,
  subjectLabel,
  outcome,
}: Pick<AccessEntry, 'action' | 'category' | 'subjectLabel' | 'outcome'>): string {
  const what = category ? m.access_what({ subject: subjectLabel, category: categoryNames[category]() }) : subjectLabel;
  if (isRefused({ action, outcome })) return m.access_tried({ what, why: refusals[outcome]() });
  return m.access_line({ what, action: actionNames[action]() });
}
