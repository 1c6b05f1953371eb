export { feeProofFiles } from './fee-proof.files.ts';
export { RoomCareLinksResolver } from './care-links.resolver.ts';
