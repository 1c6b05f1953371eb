export { applicationLoader, type ApplicationLoader } from './id-application.access.ts';
export { IdApplication } from './id-application.entity.ts';
export { resolveIdApplication } from './id-application.reference.ts';
export { ApplicationEntryResolver, IdApplicationResolver, PublicApplicationResolver } from './id-application.resolver.ts';
export { IdApplicationType } from './id-application.type.ts';
export { PublicLimits } from './public-limit.service.ts';
