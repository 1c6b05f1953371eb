export { acknowledgement } from './acknowledgement.entity.ts';
export { AcknowledgementResolver, PostAcknowledgementResolver, ViewerAcknowledgementResolver } from './acknowledgement.resolver.ts';
