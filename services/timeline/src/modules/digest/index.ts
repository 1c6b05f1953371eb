export { RoomDigestResolver, VisitDigestResolver } from './digest.resolver.ts';
