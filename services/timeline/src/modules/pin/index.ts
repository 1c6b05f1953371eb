export { postPin } from './pin.entity.ts';
