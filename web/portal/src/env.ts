import { building } from '$app/env';
import { defineEnvVars } from '@sveltejs/kit/env';
import * as v from 'valibot';

type Text = v.GenericSchema<string>;

/** A build loads every module without being told anything: then an example stands in, which nothing built keeps. */
const needed = (schema: Text, example: string): Text => (building ? v.fallback(schema, example) : schema);
const url = (example: string): Text => needed(v.pipe(v.string(), v.url()), example);
const key = needed(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/i)), '0'.repeat(64));
const text = needed(v.pipe(v.string(), v.nonEmpty()), 'example');

/** Everything the portal is told from outside; a missing or malformed value stops the start. */
export const variables = defineEnvVars({
  ORIGIN: { schema: url('http://portal.example'), description: 'Public address of the portal' },
  GATEWAY_URL: { schema: url('http://gateway.example'), description: 'GraphQL endpoint as this server reaches it' },
  GATEWAY_WS_URL: { schema: url('ws://gateway.example'), description: 'GraphQL endpoint as browsers reach it, ws: or wss:' },
  TOKEN_AUDIENCE: {
    schema: v.optional(v.pipe(v.string(), v.url())),
    description: 'OAuth resource of the gateway; by default its public address',
  },
  OIDC_ISSUER: { schema: url('http://issuer.example') },
  OIDC_CLIENT_ID: { schema: text },
  OIDC_CLIENT_SECRET: { schema: text },
  DATABASE_URL: { schema: needed(v.pipe(v.string(), v.startsWith('postgres')), 'postgres://example') },
  SESSION_KEY: { schema: key, description: '256-bit key in hexadecimal' },
  ENVELOPE_KEY: {
    schema: key,
    description: '256-bit key in hexadecimal, shared with the gateway: signs what people without a sign-in ask',
  },
});
