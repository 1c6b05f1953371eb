// For stacks that a test or a measurement has to itself: everybody comes from one address, wrong passwords too, and asks faster than
// people do, and what the clock begins is not waited for. What an installation runs with are the defaults of the services.
/** @type {NonNullable<import('./stack.d.mts').StackOptions['environment']>} */
export const crowd = {
  identity: { SIGN_IN_NETWORK_FAILURES: '5000', ID_FILINGS_PER_NETWORK: '5000', ID_INQUIRIES_PER_NETWORK: '5000' },
  room: { JOB_POLL_SECONDS: '1' },
  timeline: { JOB_POLL_SECONDS: '1' },
  gateway: { ADDRESS_FAILURES_PER_MINUTE: '20000', ACCOUNT_OPERATIONS_PER_MINUTE: '20000', STRANGER_OPERATIONS_PER_MINUTE: '20000' },
};
