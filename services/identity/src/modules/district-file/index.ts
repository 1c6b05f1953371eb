export { type DistrictFile } from './district-file.ts';
export { loadDistrict } from './district-file.service.ts';
