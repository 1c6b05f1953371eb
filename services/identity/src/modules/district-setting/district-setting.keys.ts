/** What a district may set, what holds when it has set nothing, and what a value must look like. Pure. */
import { z } from 'zod';
import { type Profession, professions } from '../user/index.ts';

const days = (most: number) => z.int().min(1).max(most);
const professionList = z
  .array(z.enum(professions as [Profession, ...Profession[]]))
  .min(1)
  .refine((list) => new Set(list).size === list.length);

export const settingSchemas = {
  /** Who may apply for a room (R8). */
  applicantProfessions: professionList,
  /** Calendar days in which the center promises to answer; the guide says about two weeks. */
  applicationDueDays: days(60),
  /** How long an enrolment code opens the door (R4). */
  enrolmentCodeDays: days(60),
  /** Whether the center lets a person use a device of their own, for a time (R6). */
  personalDevicesAllowed: z.boolean(),
  /** The longest such time, in days. */
  personalDeviceDays: days(366),
  /** The day from which those who work see rooms on approved devices alone (R6); null: on any. */
  deviceRequiredFrom: z.iso.date().nullable(),
};
export type SettingKey = keyof typeof settingSchemas;
export type SettingValues = { [Key in SettingKey]: z.output<(typeof settingSchemas)[Key]> };

export const settingDefaults: SettingValues = {
  applicantProfessions: ['PHYSICIAN', 'CARE_MANAGER'],
  applicationDueDays: 14,
  enrolmentCodeDays: 14,
  personalDevicesAllowed: false,
  personalDeviceDays: 90,
  deviceRequiredFrom: null,
};

export const settingKeys = Object.keys(settingSchemas) as SettingKey[];

/** @returns undefined when the value is none of this key */
export function parseSetting<Key extends SettingKey>(key: Key, value: unknown): SettingValues[Key] | undefined {
  const parsed = settingSchemas[key].safeParse(value);
  return parsed.success ? (parsed.data as SettingValues[Key]) : undefined;
}
