export { StreamGrantResolver } from './stream.resolver.ts';
