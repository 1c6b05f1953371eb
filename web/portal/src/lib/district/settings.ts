/** A district's settings as they are shown and typed. */
import type { Profession, SettingValueFragment, SettingViewFragment } from '@heya/client/generated/graphql';
import { longDate } from '#lib/format/dates.ts';
import { professionNames } from '#lib/format/labels.ts';
import { m } from '#paraglide/messages.js';

export type Kind = SettingViewFragment['kind'];

interface Words {
  name: () => string;
  help: () => string;
}

/** What this portal has words for; a newer service may know more, which are then shown by their own name. */
const words: Record<string, Words> = {
  ID_PROFESSIONS: { name: m.setting_id_professions, help: m.setting_id_professions_help },
  APPLICANT_PROFESSIONS: { name: m.setting_applicant_professions, help: m.setting_applicant_professions_help },
  APPLICATION_DUE_DAYS: { name: m.setting_due_days, help: m.setting_due_days_help },
  ENROLMENT_CODE_DAYS: { name: m.setting_code_days, help: m.setting_code_days_help },
  PERSONAL_DEVICES_ALLOWED: { name: m.setting_personal_allowed, help: m.setting_personal_allowed_help },
  PERSONAL_DEVICE_DAYS: { name: m.setting_personal_days, help: m.setting_personal_days_help },
  DEVICE_REQUIRED_FROM: { name: m.setting_device_from, help: m.setting_device_from_help },
  SIGN_IN_WATCH_DAYS: { name: m.setting_watch_days, help: m.setting_watch_days_help },
  ROOM_CLOSING_DAYS: { name: m.setting_closing_days, help: m.setting_closing_days_help },
  CHART_RETENTION_YEARS: { name: m.setting_chart_years, help: m.setting_chart_years_help },
  CARE_RETENTION_YEARS: { name: m.setting_care_years, help: m.setting_care_years_help },
  ROSTER_DUE_ON: { name: m.setting_roster_due, help: m.setting_roster_due_help },
};

export const settingName = (key: string): string => words[key]?.name() ?? key;
export const settingHelp = (key: string): string | undefined => words[key]?.help();

export const choiceName = (choice: string): string => (choice in professionNames ? professionNames[choice as Profession]() : choice);

/** In words, e.g. `14日` or `5年`. */
export function valueWords({ kind, key }: { kind: Kind; key: string }, { number, flag, day, choices }: SettingValueFragment): string {
  if (kind === 'FLAG') return flag ? m.setting_allowed() : m.setting_not_allowed();
  if (kind === 'DAY') return day ? longDate(day) : m.setting_no_day();
  if (kind === 'NUMBER') return (key.endsWith('_YEARS') ? m.setting_years : m.setting_days)({ count: number ?? 0 });
  return (choices ?? []).map(choiceName).join('・');
}

/** What is typed in a form of any kind. */
export interface Typed {
  number: string;
  flag: 'YES' | 'NO';
  day: string;
  choices: string[];
}

export const typedOf = ({ number, flag, day, choices }: SettingValueFragment): Typed => ({
  number: number === null || number === undefined ? '' : String(number),
  flag: flag ? 'YES' : 'NO',
  day: day ?? '',
  choices: [...(choices ?? [])],
});

/** @returns the one field that the kind asks for, or what is missing */
export function readTyped(
  { kind, minimum, maximum }: Pick<SettingViewFragment, 'kind' | 'minimum' | 'maximum'>,
  { number, flag, day, choices }: Typed,
): { value: Partial<SettingValueFragment> } | { problem: string } {
  if (kind === 'FLAG') return { value: { flag: flag === 'YES' } };
  if (kind === 'DAY') return { value: day ? { day } : {} };
  if (kind === 'CHOICES') return choices.length ? { value: { choices } } : { problem: m.setting_choose_one() };
  const read = Number(number.normalize('NFKC').trim());
  const fits = number.trim() !== '' && Number.isInteger(read) && read >= (minimum ?? 1) && read <= (maximum ?? read);
  return fits ? { value: { number: read } } : { problem: m.setting_number_between({ minimum: minimum ?? 1, maximum: maximum ?? 0 }) };
}

/** The first moment of a calendar day in Japan; none for today and days past: it holds at once. */
export const beginningOf = (day: string, today: string): string | null => (day > today ? `${day}T00:00:00+09:00` : null);

/** What an officer asks for. */
export interface Change {
  value: Partial<SettingValueFragment>;
  /** ISO; null: at once. */
  validFrom: string | null;
  /** The version the officer had before them. */
  expectedVersion: number;
}
