export type { VitalAlert } from './vitals.alerts.policy.ts';
export { vitalMeasurement, vitalsRecord } from './vitals.entity.ts';
export { correctionWords } from './vitals.errors.ts';
export { VitalsInput } from './vitals.inputs.ts';
export { type VitalKind, vitalKinds, vitalLimits } from './vitals.limits.ts';
export {
  flagOf,
  isObservable,
  maySetRanges,
  type Range,
  type Ranges,
  textProblems,
  usualRange,
  type VitalFlag,
  type VitalsDraft,
  vitalsProblems,
} from './vitals.policy.ts';
export { vitalsReference } from './vitals.reference.ts';
export { counts, insertVitals, type VitalsRow } from './vitals.repository.ts';
export { PatientVitalsResolver, VitalsConnectionResolver, VitalsRecordResolver } from './vitals.resolver.ts';
export { correctionProblems, forgetVitals, getVitals, toNewVitals } from './vitals.service.ts';
export { VitalFlagEnum, VitalKindEnum, VitalMeasurement, VitalSourceEnum, VitalsRecord } from './vitals.type.ts';
