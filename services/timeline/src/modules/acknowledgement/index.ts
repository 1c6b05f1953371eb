export { acknowledgement } from './acknowledgement.entity.ts';
