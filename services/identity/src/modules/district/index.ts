export { District } from './district.entity.ts';
