export { PostReplyResolver } from './reply.resolver.ts';
