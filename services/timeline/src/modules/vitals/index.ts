export { vitalMeasurement, vitalsRecord } from './vitals.entity.ts';
export { VitalsInput } from './vitals.inputs.ts';
export { isObservable, textProblems, type VitalFlag, type VitalsDraft, vitalsProblems } from './vitals.policy.ts';
export { vitalsReference } from './vitals.reference.ts';
export { insertVitals, type VitalsRow } from './vitals.repository.ts';
export { PatientVitalsResolver, VitalsConnectionResolver, VitalsRecordResolver } from './vitals.resolver.ts';
export { getVitals, toNewVitals } from './vitals.service.ts';
export { VitalMeasurement, VitalsRecord } from './vitals.type.ts';
