/** When a roster is late the center hears of it: once a year and facility, whichever process is first (R15). */
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { readSetting } from '../district-setting/index.ts';
import { openWork } from '../inbox/index.ts';
import { tokyoDay } from '../user/index.ts';
import { askedSince, lastDue } from './roster.policy.ts';
import { askingDistricts, insertReminder, lateFacilities, type LateFacility } from './roster.repository.ts';

/** @param tx of the service */
export async function remindOverdue(tx: Em, now: Date): Promise<void> {
  for (const districtId of await askingDistricts(tx)) {
    const firstDueOn = await readSetting(tx, districtId, 'rosterDueOn', now);
    const dueOn = firstDueOn && lastDue(tokyoDay(now), firstDueOn);
    if (!dueOn) continue;
    const year = Number(dueOn.slice(0, 4));
    for (const facility of await lateFacilities(tx, { districtId, year, askedSince: askedSince(dueOn) }))
      await remind(tx, facility, { districtId, year, dueOn, remindedAt: now });
  }
}

async function remind(
  tx: Em,
  { id: facilityId, name, name_kana }: LateFacility,
  late: { districtId: string; year: number; dueOn: string; remindedAt: Date },
): Promise<void> {
  const reminder = { ...late, id: newId(), facilityId };
  if (!(await insertReminder(tx, reminder))) return;
  await openWork(tx, {
    districtId: late.districtId,
    kind: 'ROSTER_OVERDUE',
    form: null,
    title: `名簿の確認の遅れ ${late.year}年`,
    subjectType: 'RosterReminder',
    subjectId: reminder.id,
    facilityId,
    words: [name, name_kana],
    openedAt: late.remindedAt,
  });
}
