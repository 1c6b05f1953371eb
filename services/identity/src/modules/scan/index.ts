export { erasureHandlers } from './scan.erasure.ts';
export { Scan, ScanPage } from './scan.entity.ts';
export { scanFiles } from './scan.files.ts';
export { ScanResolver } from './scan.resolver.ts';
