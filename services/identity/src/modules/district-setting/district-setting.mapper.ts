/** Settings as the API shows them. */
import type { DistrictSetting } from './district-setting.entity.ts';
import { type SettingRule, settingRules } from './district-setting.keys.ts';
import type { SettingState } from './district-setting.service.ts';
import type { DistrictSettingChangeType, DistrictSettingType, SettingValueInput, SettingValueType } from './district-setting.type.ts';

export function toSetting({ key, value, isDefault, version, history }: SettingState): DistrictSettingType {
  const rule: SettingRule = settingRules[key];
  return {
    ...{ key, isDefault, version, kind: rule.kind },
    value: toValue(value),
    minimum: rule.kind === 'NUMBER' ? rule.minimum : null,
    maximum: rule.kind === 'NUMBER' ? rule.maximum : null,
    options: rule.kind === 'CHOICES' ? [...rule.options] : null,
    history: history.map(toChange),
  };
}

const toChange = ({ id, version, value, validFrom, changedAt, changedBy }: DistrictSetting): DistrictSettingChangeType => ({
  ...{ id, version, validFrom, changedAt, changedById: changedBy },
  value: toValue(value),
});

function toValue(value: unknown): SettingValueType {
  if (typeof value === 'number') return { number: value };
  if (typeof value === 'string') return { day: value };
  if (value === null) return {};
  return typeof value === 'boolean' ? { flag: value } : { choices: value as string[] };
}

/** @returns null when no field is given (no day), undefined for more than one */
export function fromValue({ number, flag, day, choices }: SettingValueInput): unknown {
  const given = [number, flag, day, choices].filter((value) => value !== null && value !== undefined);
  return given.length > 1 ? undefined : (given[0] ?? null);
}
