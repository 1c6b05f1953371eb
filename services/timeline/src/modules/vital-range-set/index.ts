export { VitalRangesSetResolver } from './vital-range-set.resolver.ts';
