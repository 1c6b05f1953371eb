export { postSearch } from './search.entity.ts';
export { SearchResolver } from './search.resolver.ts';
