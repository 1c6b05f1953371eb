export { broughtEntry } from './brought.entity.ts';
export {
  type BlockEntry,
  type BroughtIdentifier,
  type BroughtStanding,
  type BroughtWish,
  entryProblems,
  type HospitalPlace,
} from './brought.policy.ts';
export { bringEntries, type BroughtLook, lookAtBrought } from './brought.service.ts';
export { accessPatient, forgetPatients } from './patient.access.ts';
export { patient, patientHistory, patientProfile } from './patient.entity.ts';
export { resolveContact } from './family-contact.reference.ts';
export { dayInJapan } from '../platform/index.ts';
export { type PatientRelation, patientClass } from './patient.policy.ts';
export { earliestBirthDate, isKana, toKatakana } from './patient.registration.policy.ts';
export { resolvePatient } from './patient.reference.ts';
export { PatientResolver, ViewerPatientsResolver } from './patient.resolver.ts';
export { PatientType } from './patient.type.ts';
export { forgetClasses, loadClasses } from './profile.access.ts';
export { careLevels, isProfileCategory, type ProfileBlock } from './profile.block.ts';
export { ProfileSnapshotType } from './profile.history.type.ts';
export { ProfileBlockEnum } from './profile.type.ts';
export { StaleBlock } from './profile.update.service.ts';
export { familyContact, patientBlock, patientBlockHistory } from './profile.entity.ts';
export { ProfileResolver } from './profile.resolver.ts';
export { selectAlikeInDistrict } from './patient.repository.ts';
export { accessThen, type PatientThen, type ThenBlock } from './patient.then.access.ts';
