export { FamilyAccountResolver } from './family-account.resolver.ts';
