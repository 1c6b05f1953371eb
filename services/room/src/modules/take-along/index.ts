export { exportKey, roomExport, roomExportPiece } from './take-along.entity.ts';
export { takeAlongFiles } from './take-along.files.ts';
export type { Neighbours } from './take-along.gather.service.ts';
export { takeAlongJobs } from './take-along.job.ts';
export { RoomExportResolver, RoomExportsResolver } from './take-along.resolver.ts';
