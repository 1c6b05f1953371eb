import { defineEnvVars } from '@sveltejs/kit/env';
import * as v from 'valibot';

const url = v.pipe(v.string(), v.url());

/** Everything the portal is told from outside; a missing or malformed value stops the start. */
export const variables = defineEnvVars({
  ORIGIN: { schema: url, description: 'Public address of the portal' },
  GATEWAY_URL: { schema: url, description: 'GraphQL endpoint as this server reaches it' },
  GATEWAY_WS_URL: { schema: url, description: 'GraphQL endpoint as browsers reach it, ws: or wss:' },
  TOKEN_AUDIENCE: { schema: v.optional(url), description: 'OAuth resource of the gateway; by default its public address' },
  OIDC_ISSUER: { schema: url },
  OIDC_CLIENT_ID: { schema: v.pipe(v.string(), v.nonEmpty()) },
  OIDC_CLIENT_SECRET: { schema: v.pipe(v.string(), v.nonEmpty()) },
  DATABASE_URL: { schema: v.pipe(v.string(), v.startsWith('postgres')) },
  SESSION_KEY: { schema: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/i)), description: '256-bit key in hexadecimal' },
});
