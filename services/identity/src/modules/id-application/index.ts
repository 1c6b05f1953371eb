export { ApplicantLinkResolver } from './applicant-link.resolver.ts';
export { ApplicationDistrictResolver } from './application-district.resolver.ts';
export { applicationLoader, type ApplicationLoader, openApplication } from './id-application.access.ts';
export { openByCode } from './id-application.inquiry.service.ts';
export { IdApplication, type IssueDetails } from './id-application.entity.ts';
export { resolveIdApplication } from './id-application.reference.ts';
export {
  ApplicationEntryResolver,
  FacilityApplicationsResolver,
  IdApplicantResolver,
  IdApplicationResolver,
  IdentityMatchResolver,
} from './id-application.resolver.ts';
export { IdApplicationType } from './id-application.type.ts';
export { IdChangeClock } from './id-change.clock.ts';
export { seatHandlers } from './id-change.seat.events.ts';
export { IdChangeResolver } from './id-change.resolver.ts';
export { IdLinkResolver } from './id-link.resolver.ts';
export { PublicApplicationResolver } from './public-application.resolver.ts';
export { PublicLimits } from './public-limit.service.ts';
