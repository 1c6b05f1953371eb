export { StreamGrantResolver } from './stream.resolver.ts';
export { StreamGrant } from './stream.type.ts';
