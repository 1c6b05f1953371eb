export { VitalsRecordingResolver } from './vitals-record.resolver.ts';
