/** A crowd in a benchmark comes from a handful of demo accounts: the gateway's limits of one account would measure themselves. */
import type { StackOptions } from '../local/stack.mjs';

export const roomy: NonNullable<StackOptions['environment']> = {
  gateway: { ACCOUNT_OPERATIONS_PER_MINUTE: '10000000', SOCKETS_PER_ACCOUNT: '10000' },
};
