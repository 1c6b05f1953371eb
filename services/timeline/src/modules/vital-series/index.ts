export { PatientSeriesResolver } from './vital-series.resolver.ts';
