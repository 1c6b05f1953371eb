export { IdLink, PersonParticular } from './issue.entity.ts';
export { linksOfApplications, lockLink, openLinksOf, updateLink } from './issue.repository.ts';
export { addPlaces, freeAccountNames, type Issued, issueIds } from './issue.service.ts';
export { type IdentityMatch, type MatchReason, nameKey } from './match.policy.ts';
export { findMatches } from './match.service.ts';
