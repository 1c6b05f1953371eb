export { photoFiles } from './photo.files.ts';
export { photoJobs } from './photo.job.ts';
export { PhotoResolver } from './photo.resolver.ts';
