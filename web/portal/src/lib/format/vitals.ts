/** Names, units and words of measurements. The flag is the server's (R24); the words are ours. */
import type { VitalFlag, VitalKind } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

export interface Measurement {
  kind: VitalKind;
  value: number;
  unit: string;
  flag: VitalFlag;
}

const names: Record<VitalKind, () => string> = {
  BODY_TEMPERATURE: m.vital_temperature,
  SYSTOLIC: m.vital_systolic,
  DIASTOLIC: m.vital_diastolic,
  PULSE: m.vital_pulse,
  SPO2: m.vital_spo2,
  RESPIRATION: m.vital_respiration,
  BLOOD_GLUCOSE: m.vital_glucose,
  WEIGHT: m.vital_weight,
  PAIN: m.vital_pain,
  FLUID_INTAKE: m.vital_fluid,
  URINE_VOLUME: m.vital_urine,
};

/** UCUM units as people read them. */
const units: Record<string, string> = { Cel: '℃', 'mm[Hg]': 'mmHg', '%': '%', 'mg/dL': 'mg/dL', kg: 'kg', mL: 'mL', '{score}': '/10' };

export function vitalName(kind: VitalKind): string {
  return names[kind]();
}

export function vitalUnit(ucum: string): string {
  if (ucum === '/min') return m.unit_per_minute();
  return ucum === 'L/min' ? m.unit_liters_per_minute() : (units[ucum] ?? ucum);
}

export function vitalValue(kind: VitalKind, value: number): string {
  return kind === 'BODY_TEMPERATURE' || kind === 'WEIGHT' ? value.toFixed(1) : String(value);
}

const flags: Record<VitalFlag, () => string> = {
  NORMAL: () => '',
  LOW: m.flag_low,
  HIGH: m.flag_high,
  CRITICAL_LOW: m.flag_very_low,
  CRITICAL_HIGH: m.flag_very_high,
};

/** A mark and a word, never colour alone: ▲高い. Empty for a usual value. */
export function flagWords(flag: VitalFlag): string {
  return flags[flag]();
}

export function isHigh(flag: VitalFlag): boolean {
  return flag === 'HIGH' || flag === 'CRITICAL_HIGH';
}

/** One reading to show: blood pressure is one, of two measurements. */
export interface Reading {
  key: VitalKind | 'PRESSURE';
  name: string;
  value: string;
  unit: string;
  flag: VitalFlag;
}

/** As they stand on a chart at the bedside, before and behind the pressures. */
const singles = [
  'BODY_TEMPERATURE',
  'PULSE',
  'SPO2',
  'RESPIRATION',
  'BLOOD_GLUCOSE',
  'WEIGHT',
  'PAIN',
  'FLUID_INTAKE',
  'URINE_VOLUME',
] as const;

/** The readings present, in the order of a chart. */
export function readings(measurements: readonly Measurement[], oxygen?: number | null): Reading[] {
  const by = new Map(measurements.map((measurement) => [measurement.kind, measurement]));
  const [temperature, ...others] = singles.map((kind) => reading(by.get(kind)));
  const found = [temperature, pressure(by.get('SYSTOLIC'), by.get('DIASTOLIC')), ...others].filter((each) => each !== undefined);
  return found.map((each) => (each.key === 'SPO2' ? withOxygen(each, oxygen) : each));
}

function reading(found: Measurement | undefined): Reading | undefined {
  return (
    found && {
      key: found.kind,
      name: vitalName(found.kind),
      value: vitalValue(found.kind, found.value),
      unit: vitalUnit(found.unit),
      flag: found.flag,
    }
  );
}

/** A saturation says little without the oxygen that was given. */
function withOxygen(saturation: Reading, oxygen: number | null | undefined): Reading {
  if (oxygen === null || oxygen === undefined) return saturation;
  return { ...saturation, unit: `${saturation.unit}（${oxygen > 0 ? m.on_oxygen({ liters: oxygen }) : m.room_air()}）` };
}

function pressure(systolic: Measurement | undefined, diastolic: Measurement | undefined): Reading | undefined {
  const first = systolic ?? diastolic;
  if (!first) return undefined;
  const flag = systolic && systolic.flag !== 'NORMAL' ? systolic.flag : (diastolic?.flag ?? 'NORMAL');
  return {
    key: 'PRESSURE',
    name: m.vital_pressure(),
    value: `${systolic?.value ?? '–'}/${diastolic?.value ?? '–'}`,
    unit: vitalUnit(first.unit),
    flag,
  };
}
