/** What a district may set, what holds when it has set nothing, and what a value must look like. Pure. */
import { type Profession, professions } from '../user/index.ts';

interface NumberRule {
  kind: 'NUMBER';
  default: number;
  minimum: number;
  maximum: number;
}
interface FlagRule {
  kind: 'FLAG';
  default: boolean;
}
/** A calendar day in Japan, or none. */
interface DayRule {
  kind: 'DAY';
  default: null;
}
interface ChoicesRule<T extends string> {
  kind: 'CHOICES';
  default: readonly T[];
  options: readonly T[];
}
export type SettingRule = NumberRule | FlagRule | DayRule | ChoicesRule<string>;

const years = (minimum: number): NumberRule => ({ kind: 'NUMBER', default: 5, minimum, maximum: 30 });
const days = (usual: number, maximum: number): NumberRule => ({ kind: 'NUMBER', default: usual, minimum: 1, maximum });

export const settingRules = {
  /** For whom a facility may apply for an ID (R2). */
  idProfessions: {
    kind: 'CHOICES',
    default: professions,
    options: professions,
  } satisfies ChoicesRule<Profession> as ChoicesRule<Profession>,
  /** Who may apply for a room (R8). */
  applicantProfessions: {
    kind: 'CHOICES',
    default: ['PHYSICIAN', 'CARE_MANAGER'],
    options: professions,
  } satisfies ChoicesRule<Profession> as ChoicesRule<Profession>,
  /** Calendar days in which the center promises to answer; the guide says about two weeks. */
  applicationDueDays: days(14, 60),
  /** How many days an enrolment code opens the door (R4). */
  enrolmentCodeDays: days(14, 60),
  /** Whether the center lets a person use a device of their own, for a time (R6). */
  personalDevicesAllowed: { kind: 'FLAG', default: false } as FlagRule,
  /** The longest such time, in days. */
  personalDeviceDays: days(90, 366),
  /** How many days the center can look back at when and from which networks an ID was in use (R3). */
  signInWatchDays: days(14, 60),
  /** From this day professionals work on registered devices only; null: not yet (R6). */
  deviceRequiredFrom: { kind: 'DAY', default: null } as DayRule,
  /** The first day by which facilities confirm their roster, then that day of every year; null: nobody is asked (R15). */
  rosterDueOn: { kind: 'DAY', default: null } as DayRule,
  /** How many days there are to take copies before a room that is being closed is closed (R16). */
  roomClosingDays: days(30, 366),
  /** For how many years medical records are held once their room is closed: by law five at least (医師法24条). */
  chartRetentionYears: years(5),
  /** The same for records of care services alone: two by law, five by many ordinances. */
  careRetentionYears: years(2),
};
export type SettingKey = keyof typeof settingRules;
type Value<Rule> = Rule extends NumberRule
  ? number
  : Rule extends FlagRule
    ? boolean
    : Rule extends DayRule
      ? string | null
      : Rule extends ChoicesRule<infer T>
        ? T[]
        : never;
export type SettingValues = { [Key in SettingKey]: Value<(typeof settingRules)[Key]> };

export const settingKeys = Object.keys(settingRules) as SettingKey[];

export const defaultOf = <Key extends SettingKey>(key: Key): SettingValues[Key] => {
  const rule: SettingRule = settingRules[key];
  return (rule.kind === 'CHOICES' ? [...rule.default] : rule.default) as SettingValues[Key];
};

/** @returns undefined when the value is none of this key */
export function parseSetting<Key extends SettingKey>(key: Key, value: unknown): SettingValues[Key] | undefined {
  return fits(settingRules[key], value) ? (value as SettingValues[Key]) : undefined;
}

function fits(rule: SettingRule, value: unknown): boolean {
  if (rule.kind === 'FLAG') return typeof value === 'boolean';
  if (rule.kind === 'DAY') return value === null || (typeof value === 'string' && isDay(value));
  if (rule.kind === 'NUMBER') return Number.isInteger(value) && (value as number) >= rule.minimum && (value as number) <= rule.maximum;
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every((choice) => rule.options.includes(choice as string))
  );
}

/** `2026-11-22`, and a day that there is. */
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
