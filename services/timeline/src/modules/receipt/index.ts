export { readReceipt, readingPosition } from './receipt.entity.ts';
export { MembershipReadingResolver, PostReceiptResolver, ReadReceiptResolver } from './receipt.resolver.ts';
