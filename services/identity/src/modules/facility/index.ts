export { Facility } from './facility.entity.ts';
export { facilityKinds } from './facility-kinds.ts';
export { can as canOnFacility } from './facility.policy.ts';
export { FacilityFilter } from './facility.inputs.ts';
export { findByInstitutionCode, listFacilities } from './facility.repository.ts';
export { FacilityConnection, FacilityType } from './facility.type.ts';
