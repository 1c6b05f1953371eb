// Every process of the stack and the environment it gets. The names of the variables are the services' own (environment.ts).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { databaseUrl, services } from '../../postgres/provision.mjs';
import { root } from '../setup/paths.mjs';
import { pathWithModules } from '../setup/install.mjs';

/**
 * @typedef {object} ProcessPlan
 * @property {string} name
 * @property {string} folder
 * @property {string} script relative to the folder
 * @property {number} port
 * @property {string} url
 * @property {Record<string, string>} environment
 */

/** What a browser or another program outside uses. */
export function publicUrls(ports) {
  const gateway = `http://localhost:${ports.gateway}`;
  return {
    portal: `http://localhost:${ports.portal}`,
    gateway: `${gateway}/graphql`,
    socket: `ws://localhost:${ports.gateway}/graphql`,
    issuer: `http://localhost:${ports.identity}/oidc`,
  };
}

/**
 * @param {{ports: Record<string, number>, secrets: import('../setup/secrets.mjs').Secrets, adminUrl: string, files: any}} stack
 * @param {Record<string, Record<string, string>>} [extra] more variables by process name
 * @returns {Record<string, ProcessPlan>}
 */
export function planProcesses(stack, extra = {}) {
  const plans = [...services.map((name) => servicePlan(name, stack)), gatewayPlan(stack), portalPlan(stack)];
  return Object.fromEntries(
    plans.map((plan) => [plan.name, { ...plan, environment: { ...baseEnvironment(plan.port), ...plan.environment, ...extra[plan.name] } }]),
  );
}

function servicePlan(name, { ports, secrets, adminUrl, files }) {
  const url = (database, role) => databaseUrl(adminUrl, database, role, secrets.rolePasswords[role]);
  return {
    name,
    folder: join(root, 'services', name),
    script: 'dist/main.js',
    port: ports[name],
    url: `http://127.0.0.1:${ports[name]}`,
    environment: {
      DATABASE_URL: url(`heya_${name}`, `heya_${name}`),
      MIGRATION_DATABASE_URL: url(`heya_${name}`, `heya_${name}_owner`),
      BUS_DATABASE_URL: url('heya_bus', `heya_${name}`),
      ENVELOPE_KEY: secrets.envelopeKeys[name],
      CURSOR_KEY: secrets.cursorKey,
      ...serviceExtras[name]?.({ ports, secrets, files }),
    },
  };
}

const askIdentity = ({ ports, secrets }) => ({
  IDENTITY_URL: `http://127.0.0.1:${ports.identity}/graphql`,
  IDENTITY_ENVELOPE_KEY: secrets.envelopeKeys.identity,
});

/** Mail goes out only where whoever starts this says by whom. */
const mailServer = ({ SMTP_URL, MAIL_FROM } = process.env) => (SMTP_URL && MAIL_FROM ? { SMTP_URL, MAIL_FROM } : {});

const serviceExtras = {
  identity: ({ ports, secrets, files }) => ({
    PUBLIC_URL: `http://localhost:${ports.identity}`,
    GATEWAY_AUDIENCE: publicUrls(ports).gateway,
    PORTAL_URL: publicUrls(ports).portal,
    PORTAL_CLIENT_SECRET: secrets.portalClientSecret,
    KEY_ENCRYPTION_KEY: secrets.keyEncryptionKeys.identity,
    KEYRING_FILE: files.keyring,
    ALLOW_CLI_CLIENT: 'true',
  }),
  consent: (stack) => ({
    ...askIdentity(stack),
    KEY_ENCRYPTION_KEY: stack.secrets.keyEncryptionKeys.consent,
    KEYRING_FILE: stack.files.keyring,
    LEDGER_FILE: stack.files.ledger,
    AUDIT_HEAD_DIR: stack.files.auditHeads,
  }),
  timeline: ({ ports, secrets, files }) => ({
    KEYRING_FILE: files.keyring,
    OBJECT_STORE_URL: pathToFileURL(files.objects).href,
    ROOM_URL: `http://127.0.0.1:${ports.room}/graphql`,
    ROOM_ENVELOPE_KEY: secrets.envelopeKeys.room,
    PUSH_PUBLIC_KEY: secrets.push.publicKey,
    PUSH_PRIVATE_KEY: secrets.push.privateKey,
    PORTAL_URL: publicUrls(ports).portal,
    ...mailServer(),
  }),
  room: (stack) => ({
    ...askIdentity(stack),
    CONSENT_URL: `http://127.0.0.1:${stack.ports.consent}/graphql`,
    CONSENT_ENVELOPE_KEY: stack.secrets.envelopeKeys.consent,
    TIMELINE_URL: `http://127.0.0.1:${stack.ports.timeline}/graphql`,
    TIMELINE_ENVELOPE_KEY: stack.secrets.envelopeKeys.timeline,
    KEYRING_FILE: stack.files.keyring,
    LEDGER_FILE: stack.files.roomLedger,
  }),
};

function gatewayPlan({ ports, secrets, adminUrl }) {
  const urls = publicUrls(ports);
  const subgraphs = services.flatMap((name) => [
    [`SUBGRAPH_${name.toUpperCase()}_URL`, `http://127.0.0.1:${ports[name]}/graphql`],
    [`SUBGRAPH_${name.toUpperCase()}_KEY`, secrets.envelopeKeys[name]],
  ]);
  return {
    name: 'gateway',
    folder: join(root, 'gateway'),
    script: 'dist/main.js',
    port: ports.gateway,
    url: urls.gateway,
    environment: {
      BUS_DATABASE_URL: databaseUrl(adminUrl, 'heya_bus', 'heya_gateway', secrets.rolePasswords.heya_gateway),
      CURSOR_KEY: secrets.cursorKey,
      ...Object.fromEntries(subgraphs),
      OIDC_ISSUER: urls.issuer,
      TOKEN_AUDIENCE: urls.gateway,
      ALLOWED_ORIGINS: urls.portal,
      PORTAL_ENVELOPE_KEY: secrets.portalEnvelopeKey,
      SUPERGRAPH_FILE: join(root, 'schema', 'supergraph.graphql'),
    },
  };
}

function portalPlan({ ports, secrets, adminUrl }) {
  const urls = publicUrls(ports);
  return {
    name: 'portal',
    folder: join(root, 'web', 'portal'),
    script: 'build/index.js',
    port: ports.portal,
    url: urls.portal,
    environment: {
      ORIGIN: urls.portal,
      GATEWAY_URL: `http://127.0.0.1:${ports.gateway}/graphql`,
      GATEWAY_WS_URL: urls.socket,
      TOKEN_AUDIENCE: urls.gateway,
      OIDC_ISSUER: urls.issuer,
      OIDC_CLIENT_ID: 'heya-portal',
      OIDC_CLIENT_SECRET: secrets.portalClientSecret,
      DATABASE_URL: databaseUrl(adminUrl, 'heya_portal', 'heya_portal', secrets.rolePasswords.heya_portal),
      SESSION_KEY: secrets.sessionKey,
      ENVELOPE_KEY: secrets.portalEnvelopeKey,
    },
  };
}

/** Only what a process needs is passed on, so that a shell's variables cannot bend it. */
function baseEnvironment(port) {
  const kept = ['HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'LOG_LEVEL'];
  const passed = kept.filter((name) => process.env[name] !== undefined).map((name) => [name, process.env[name]]);
  return {
    ...Object.fromEntries(passed),
    PATH: pathWithModules(),
    NODE_ENV: 'production',
    APOLLO_TELEMETRY_DISABLED: 'true',
    HOST: '127.0.0.1',
    PORT: String(port),
  };
}

/** Whether a process has been built; the portal may be left out of a tree on purpose. */
export function isBuilt(plan) {
  return existsSync(join(plan.folder, plan.script));
}
