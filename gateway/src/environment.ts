/** The gateway's settings: the only reader of process.env. */
import { resolve } from 'node:path';
import { parseEnvironment, secretKey } from '@heya/service-common/environment';
import { z } from 'zod';
import type { RateSettings } from './rates.ts';

const subgraphNames = ['identity', 'consent', 'room', 'timeline'] as const;

const commaList = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );

const gatewayEnvironment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(4000),
  LOG_LEVEL: z.string().default('info'),
  BUS_DATABASE_URL: z.url(),
  CURSOR_KEY: secretKey,
  /** How long live streams may go on without a word from every producer (ms). */
  LEASE_MS: z.coerce.number().int().positive().default(2000),
  SUBGRAPH_IDENTITY_URL: z.url(),
  SUBGRAPH_IDENTITY_KEY: secretKey,
  SUBGRAPH_CONSENT_URL: z.url(),
  SUBGRAPH_CONSENT_KEY: secretKey,
  SUBGRAPH_ROOM_URL: z.url(),
  SUBGRAPH_ROOM_KEY: secretKey,
  SUBGRAPH_TIMELINE_URL: z.url(),
  SUBGRAPH_TIMELINE_KEY: secretKey,
  OIDC_ISSUER: z.url(),
  TOKEN_AUDIENCE: z.string().min(1),
  /** Pages that may open a WebSocket. Over HTTP no other origin reads anything: browsers go through their own back end. */
  ALLOWED_ORIGINS: commaList,
  /** `false` resolves every event once per client: only to measure what sharing saves. */
  SHARE_CHANNELS: z
    .enum(['true', 'false'])
    .default('true')
    .transform((text) => text === 'true'),
  /** Operations of one account in a minute: far above what people do, far below what hurts. */
  ACCOUNT_OPERATIONS_PER_MINUTE: z.coerce.number().int().positive().default(600),
  /** Requests of one address in a minute that could not say who they are. */
  ADDRESS_FAILURES_PER_MINUTE: z.coerce.number().int().positive().default(600),
  /** Operations of one network in a minute by people without a sign-in. */
  STRANGER_OPERATIONS_PER_MINUTE: z.coerce.number().int().positive().default(120),
  /** The portal's server signs with it what people without a sign-in ask. Without it nobody may. */
  PORTAL_ENVELOPE_KEY: secretKey.optional(),
  /** WebSockets one account may hold at this gateway: a tab each, on every device. */
  SOCKETS_PER_ACCOUNT: z.coerce.number().int().positive().default(10),
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. Nobody else's ever is. */
  TRUSTED_PROXIES: commaList,
  /** What the portal may send, written by its build (`npm run codegen -w @heya/client`). */
  PERSISTED_DOCUMENTS_FILE: z.string().default(resolve(import.meta.dirname, '../../schema/documents/portal.json')),
  /** src/ and dist/ lie equally deep, so the default holds for both. */
  SUPERGRAPH_FILE: z.string().default(resolve(import.meta.dirname, '../../schema/supergraph.graphql')),
});

export interface SubgraphAddress {
  name: string;
  url: string;
  /** Signs the envelopes for this subgraph. */
  key: Buffer;
}

export interface GatewaySettings {
  host: string;
  port: number;
  logLevel: string;
  busUrl: string;
  cursorKey: Buffer;
  leaseMs: number;
  subgraphs: SubgraphAddress[];
  issuer: string;
  audience: string;
  allowedOrigins: string[];
  shareChannels: boolean;
  rates: RateSettings;
  socketsPerAccount: number;
  trustedProxies: string[];
  /** Undefined: nobody may ask without a sign-in. */
  portalKey: Buffer | undefined;
  documentsFile: string;
  supergraphFile: string;
}

/** @throws naming the variables that are missing or wrong */
export function readSettings(source: NodeJS.ProcessEnv = process.env): GatewaySettings {
  const env = parseEnvironment(gatewayEnvironment, source);
  return {
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    busUrl: env.BUS_DATABASE_URL,
    cursorKey: env.CURSOR_KEY,
    leaseMs: env.LEASE_MS,
    issuer: env.OIDC_ISSUER,
    audience: env.TOKEN_AUDIENCE,
    allowedOrigins: env.ALLOWED_ORIGINS,
    shareChannels: env.SHARE_CHANNELS,
    rates: {
      accountOperations: env.ACCOUNT_OPERATIONS_PER_MINUTE,
      addressFailures: env.ADDRESS_FAILURES_PER_MINUTE,
      strangerOperations: env.STRANGER_OPERATIONS_PER_MINUTE,
    },
    socketsPerAccount: env.SOCKETS_PER_ACCOUNT,
    trustedProxies: env.TRUSTED_PROXIES,
    portalKey: env.PORTAL_ENVELOPE_KEY,
    documentsFile: env.PERSISTED_DOCUMENTS_FILE,
    supergraphFile: env.SUPERGRAPH_FILE,
    subgraphs: subgraphNames.map((name) => {
      const prefix = `SUBGRAPH_${name.toUpperCase() as Uppercase<typeof name>}` as const;
      return { name, url: env[`${prefix}_URL`], key: env[`${prefix}_KEY`] };
    }),
  };
}

/** @apollo/gateway sends usage figures to Apollo unless told not to; nothing of Heya goes to third parties. */
export function silenceTelemetry(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
}
