export { accessPatient, forgetPatients, loadPatient } from './patient.access.ts';
export { patient, patientHistory, patientProfile } from './patient.entity.ts';
export { dayInJapan, patientClass, type PatientRelation } from './patient.policy.ts';
export { resolvePatient } from './patient.reference.ts';
export { PatientResolver, ViewerPatientsResolver } from './patient.resolver.ts';
export { PatientType } from './patient.type.ts';
