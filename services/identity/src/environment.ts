/** The only reader of process.env in this service. */
import { parseEnvironment, secretKey, serviceEnvironment } from '@heya/service-common/environment';
import { z } from 'zod';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');
const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );
const withoutSlash = z.url().transform((url) => url.replace(/\/+$/, ''));

const identityEnvironment = serviceEnvironment.extend({
  /** Where browsers reach this service; the issuer is this + `/oidc`. */
  PUBLIC_URL: withoutSlash,
  /** The OAuth resource: the gateway's GraphQL address. */
  GATEWAY_AUDIENCE: z.url(),
  /** Where the portal lives: its callback and where it goes after sign-out. */
  PORTAL_URL: withoutSlash,
  PORTAL_CLIENT_SECRET: z.string().min(32),
  /** Seals second-factor secrets, signing keys and stored OpenID state. */
  KEY_ENCRYPTION_KEY: secretKey,
  /** Wraps the data keys that seal signatures (infra/decisions/0016). */
  KEYRING_FILE: z.string().min(1),
  /** Lets the command-line client sign in: for developers and tests. */
  ALLOW_CLI_CLIENT: flag,
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: list,
  /** Failed sign-ins from one network (an office, a household) before it is asked to wait. */
  SIGN_IN_NETWORK_FAILURES: z.coerce.number().int().positive().default(100),
  /** Applications for IDs from one network in an hour, those with mistakes in them included. */
  ID_FILINGS_PER_NETWORK: z.coerce.number().int().positive().default(30),
  /** Wrong inquiry codes from one network in a quarter of an hour. */
  ID_INQUIRIES_PER_NETWORK: z.coerce.number().int().positive().default(30),
  /** After how many days a new signing key takes over. */
  SIGNING_KEY_DAYS: z.coerce.number().positive().default(30),
});
export type IdentityEnvironment = z.output<typeof identityEnvironment>;

/** @throws when a variable is missing or malformed, naming it */
export const readEnvironment = (source: NodeJS.ProcessEnv = process.env): IdentityEnvironment =>
  parseEnvironment(identityEnvironment, source);
