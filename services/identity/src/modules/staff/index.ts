export { UserAccountResolver } from './staff.resolver.ts';
