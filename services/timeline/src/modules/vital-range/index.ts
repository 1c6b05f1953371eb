export { vitalRange } from './vital-range.entity.ts';
export { isSame, type RangeDraft, rangeProblems, toRanges } from './vital-range.policy.ts';
export { findRanges, findRangeVersions, insertRanges, lockRanges } from './vital-range.repository.ts';
export { PatientRangesResolver, VitalRangeResolver, VitalRangeVersionResolver } from './vital-range.resolver.ts';
export { forgetRanges, type RangeNow, rangesNow } from './vital-range.service.ts';
export { VitalRange } from './vital-range.type.ts';
