/** How an ID is used, in words. */
import type { PersonViewFragment } from '@heya/client/generated/graphql';
import { deviceStatusNames } from '#lib/device/words.ts';
import { dateTime } from '#lib/format/dates.ts';
import { m } from '#paraglide/messages.js';
import { factorNames } from './words.ts';

/** @returns nothing for whoever may not see it */
export function accountFacts({ account, enrolledAt }: PersonViewFragment): { label: string; value: string }[] {
  if (!account) return [];
  const { suspension } = account;
  return [
    {
      label: m.person_last_sign_in(),
      value: account.lastSignInAt ? dateTime(account.lastSignInAt) : enrolledAt ? m.staff_never() : m.staff_waiting_none(),
    },
    { label: m.person_factor(), value: factorNames[account.secondFactor]() },
    {
      label: m.person_devices(),
      value: account.devices.map(({ label, status }) => `${label}（${deviceStatusNames[status]()}）`).join('、'),
    },
    ...(suspension
      ? [
          { label: m.task_suspension_by(), value: suspension.startedBy?.displayName ?? m.staff_somebody() },
          { label: m.person_reason(), value: suspension.reason },
        ]
      : []),
  ];
}
