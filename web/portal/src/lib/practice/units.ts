/** Units as the service tells them (UCUM), for values that no service has seen. */
import type { VitalKind } from '@heya/client/generated/graphql';

export const vitalUnits: Readonly<Record<VitalKind, string>> = {
  BODY_TEMPERATURE: 'Cel',
  SYSTOLIC: 'mm[Hg]',
  DIASTOLIC: 'mm[Hg]',
  PULSE: '/min',
  SPO2: '%',
  RESPIRATION: '/min',
  BLOOD_GLUCOSE: 'mg/dL',
  WEIGHT: 'kg',
  PAIN: '{score}',
  FLUID_INTAKE: 'mL',
  URINE_VOLUME: 'mL',
};
