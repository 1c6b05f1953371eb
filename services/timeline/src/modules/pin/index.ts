export { postPin } from './pin.entity.ts';
export { PostPinResolver, RoomPinsResolver } from './pin.resolver.ts';
