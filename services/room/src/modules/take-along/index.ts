export { derivedId, extension, identified, systems } from './fhir.common.ts';
export { hospitalRoles } from './fhir.people.ts';
export { exportKey, roomExport, roomExportPiece } from './take-along.entity.ts';
export { takeAlongFiles } from './take-along.files.ts';
export type { Neighbours } from './take-along.gather.service.ts';
export { ExportPurposeEnum } from './take-along.inputs.ts';
export { takeAlongJobs } from './take-along.job.ts';
export { RoomExportResolver, RoomExportsResolver } from './take-along.resolver.ts';
