/** A complete environment for one service under test, with databases of its own. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeKeyring } from '@heya/service-common/keyring';
import { busUrl, createBus, createDatabase, type Migration, type ServiceDatabase, type ServiceName } from './database.ts';

export interface TestEnvironment {
  service: ServiceName;
  /** As the service's environment.ts reads it. */
  variables: Record<string, string>;
  database: ServiceDatabase;
  /** Superuser URL of the bus. */
  bus: string;
  envelopeKey: Buffer;
}

interface Wishes {
  /** A bus shared with another service under test. */
  bus?: string;
  /** Put over the defaults, e.g. IDENTITY_URL of a server started by the test. */
  variables?: Record<string, string>;
  /** Of migrations that are not the service's own. */
  template?: string;
}

const key = (): string => randomBytes(32).toString('hex');

/** @returns databases and every variable any service asks for; PORT 0 takes a free one */
export async function testEnvironment(service: ServiceName, migrate: Migration, wishes: Wishes = {}): Promise<TestEnvironment> {
  const [database, bus] = await Promise.all([createDatabase(service, migrate, wishes.template), wishes.bus ?? createBus()]);
  const variables = { ...defaults(), ...(await apart()), ...urls(service, database, bus), ...wishes.variables };
  return { service, variables, database, bus, envelopeKey: Buffer.from(variables.ENVELOPE_KEY, 'hex') };
}

function urls(service: ServiceName, database: ServiceDatabase, bus: string): Record<string, string> {
  return { DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.ownerUrl, BUS_DATABASE_URL: busUrl(bus, service) };
}

/** Keyring, ledger, signed heads and objects, gone with the run. */
async function apart(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'apart-'));
  const KEYRING_FILE = join(folder, 'keyring.json');
  await makeKeyring(KEYRING_FILE);
  return {
    KEYRING_FILE,
    LEDGER_FILE: join(folder, 'ledger.jsonl'),
    AUDIT_HEAD_DIR: join(folder, 'audit-heads'),
    OBJECT_STORE_URL: pathToFileURL(join(folder, 'objects')).href,
  };
}

function defaults(): Record<string, string> & { ENVELOPE_KEY: string } {
  return {
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    LEASE_MS: '2000',
    JOBS: 'off',
    ENVELOPE_KEY: key(),
    CURSOR_KEY: key(),
    KEY_ENCRYPTION_KEY: key(),
    IDENTITY_ENVELOPE_KEY: key(),
    CONSENT_ENVELOPE_KEY: key(),
    TIMELINE_ENVELOPE_KEY: key(),
    ROOM_ENVELOPE_KEY: key(),
    IDENTITY_URL: 'http://127.0.0.1:9/graphql',
    CONSENT_URL: 'http://127.0.0.1:9/graphql',
    TIMELINE_URL: 'http://127.0.0.1:9/graphql',
    ROOM_URL: 'http://127.0.0.1:9/graphql',
    PUBLIC_URL: 'http://localhost:4001',
    PORTAL_URL: 'http://localhost:3000',
    GATEWAY_AUDIENCE: 'http://localhost:4000/graphql',
    PORTAL_CLIENT_SECRET: key(),
    ALLOW_CLI_CLIENT: 'true',
  };
}
