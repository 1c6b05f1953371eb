/** R24's table as data: units, steps, what is refused, what is asked again, and the limits at which a value stands out. */

export const vitalKinds = [
  'BODY_TEMPERATURE',
  'SYSTOLIC',
  'DIASTOLIC',
  'PULSE',
  'SPO2',
  'RESPIRATION',
  'BLOOD_GLUCOSE',
  'WEIGHT',
  'PAIN',
  'FLUID_INTAKE',
  'URINE_VOLUME',
] as const;
export type VitalKind = (typeof vitalKinds)[number];

export interface VitalLimits {
  label: { ja: string; en: string };
  /** UCUM. */
  unit: string;
  /** As people write it. */
  unitLabel: { ja: string; en: string };
  loincCode: string;
  step: number;
  /** Outside: refused. */
  reject: readonly [number, number];
  /** Outside, but not refused: asked again, since it is more likely a slip of the finger. */
  plausible: readonly [number, number];
  /** Alert: this value and beyond. `below` is exclusive, `from` inclusive. */
  alert: { below?: number; from?: number };
  /** Worth a note, short of an alert. */
  note?: { upTo?: number; from?: number };
}

export const vitalLimits: Readonly<Record<VitalKind, VitalLimits>> = {
  BODY_TEMPERATURE: {
    label: { ja: '体温', en: 'Body temperature' },
    unit: 'Cel',
    unitLabel: { ja: '℃', en: '℃' },
    loincCode: '8310-5',
    step: 0.1,
    reject: [25, 45],
    plausible: [34, 42],
    alert: { below: 35, from: 38 },
    note: { from: 37.5 },
  },
  SYSTOLIC: {
    label: { ja: '血圧（上）', en: 'Systolic pressure' },
    unit: 'mm[Hg]',
    unitLabel: { ja: 'mmHg', en: 'mmHg' },
    loincCode: '8480-6',
    step: 1,
    reject: [40, 300],
    plausible: [60, 250],
    alert: { below: 90, from: 180 },
  },
  DIASTOLIC: {
    label: { ja: '血圧（下）', en: 'Diastolic pressure' },
    unit: 'mm[Hg]',
    unitLabel: { ja: 'mmHg', en: 'mmHg' },
    loincCode: '8462-4',
    step: 1,
    reject: [20, 200],
    plausible: [30, 150],
    alert: { from: 110 },
  },
  PULSE: {
    label: { ja: '脈拍', en: 'Pulse' },
    unit: '/min',
    unitLabel: { ja: '回/分', en: '/min' },
    loincCode: '8867-4',
    step: 1,
    reject: [20, 250],
    plausible: [30, 200],
    alert: { below: 50, from: 120 },
  },
  SPO2: {
    label: { ja: 'SpO₂', en: 'SpO₂' },
    unit: '%',
    unitLabel: { ja: '%', en: '%' },
    loincCode: '59408-5',
    step: 1,
    reject: [50, 100],
    plausible: [70, 100],
    alert: { below: 90 },
    note: { upTo: 92 },
  },
  RESPIRATION: {
    label: { ja: '呼吸数', en: 'Respirations' },
    unit: '/min',
    unitLabel: { ja: '回/分', en: '/min' },
    loincCode: '9279-1',
    step: 1,
    reject: [4, 80],
    plausible: [6, 50],
    alert: { below: 10, from: 25 },
  },
  BLOOD_GLUCOSE: {
    label: { ja: '血糖', en: 'Blood glucose' },
    unit: 'mg/dL',
    unitLabel: { ja: 'mg/dL', en: 'mg/dL' },
    loincCode: '2339-0',
    step: 1,
    reject: [10, 999],
    plausible: [30, 600],
    alert: { below: 70, from: 300 },
  },
  // Its alert is a change over days, not a value.
  WEIGHT: {
    label: { ja: '体重', en: 'Weight' },
    unit: 'kg',
    unitLabel: { ja: 'kg', en: 'kg' },
    loincCode: '29463-7',
    step: 0.1,
    reject: [1, 300],
    plausible: [20, 200],
    alert: {},
  },
  PAIN: {
    label: { ja: '痛み（NRS）', en: 'Pain (NRS)' },
    unit: '{score}',
    unitLabel: { ja: '/10', en: '/10' },
    loincCode: '72514-3',
    step: 1,
    reject: [0, 10],
    plausible: [0, 10],
    alert: { from: 7 },
    note: { from: 4 },
  },
  // What matters of these two is the sum of a day (vitals.alerts.policy.ts).
  FLUID_INTAKE: {
    label: { ja: '水分', en: 'Fluid intake' },
    unit: 'mL',
    unitLabel: { ja: 'mL', en: 'mL' },
    loincCode: '9000-1',
    step: 1,
    reject: [0, 3000],
    plausible: [0, 1500],
    alert: {},
  },
  URINE_VOLUME: {
    label: { ja: '尿量', en: 'Urine volume' },
    unit: 'mL',
    unitLabel: { ja: 'mL', en: 'mL' },
    loincCode: '9187-6',
    step: 1,
    reject: [0, 3000],
    plausible: [0, 1500],
    alert: {},
  },
};

/** Oxygen given while SpO₂ was measured, L/min. */
export const oxygenLimits = {
  label: { ja: '酸素', en: 'Oxygen' },
  unitLabel: { ja: 'L/分', en: 'L/min' },
  step: 0.5,
  reject: [0, 15],
} as const;
