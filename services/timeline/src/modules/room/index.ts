export { PostConnectionResolver, RoomTimelineResolver } from './room.resolver.ts';
