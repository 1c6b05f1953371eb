export { RoomListResolver } from './room-list.resolver.ts';
