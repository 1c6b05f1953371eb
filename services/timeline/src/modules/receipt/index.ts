export { readReceipt, readingPosition } from './receipt.entity.ts';
export { MembershipReadingResolver, PostReceiptResolver, ReadReceiptResolver } from './receipt.resolver.ts';
export { visitMinutes } from './receipt.repository.ts';
