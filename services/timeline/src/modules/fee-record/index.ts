export { RoomFeeRecordsResolver } from './fee-record.resolver.ts';
