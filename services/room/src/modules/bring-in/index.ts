export { broughtPost, roomImport } from './bring-in.entity.ts';
export { bringInFiles } from './bring-in.files.ts';
export { bringInJobs } from './bring-in.job.ts';
export { RoomImportResolver, RoomImportsResolver } from './bring-in.resolver.ts';
