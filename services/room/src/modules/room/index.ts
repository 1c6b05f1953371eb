export { forgetRooms } from './room.access.ts';
export { room } from './room.entity.ts';
export { resolveRoom } from './room.reference.ts';
export { insertRoom } from './room.repository.ts';
export { MembershipRoomResolver, PatientRoomResolver, RoomResolver, ViewerRoomsResolver } from './room.resolver.ts';
export { RoomConnection, RoomStatusEnum, RoomType } from './room.type.ts';
