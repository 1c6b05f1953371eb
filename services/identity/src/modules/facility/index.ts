export { Facility } from './facility.entity.ts';
export { type FacilityKind, facilityKinds } from './facility-kinds.ts';
export { can as canOnFacility } from './facility.policy.ts';
export { FacilityFilter } from './facility.inputs.ts';
export { findByInstitutionCode, findFacility, findInDistrict, listFacilities } from './facility.repository.ts';
export { FacilityConnection, FacilityKindEnum, FacilityType } from './facility.type.ts';
