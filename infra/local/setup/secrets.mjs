// Secrets of one installation: made once, readable by its owner only.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loginRoles, services } from '../../postgres/provision.mjs';

const hexKey = () => randomBytes(32).toString('hex');
const password = () => randomBytes(24).toString('base64url');

/**
 * @typedef {object} Secrets
 * @property {string} postgresPassword superuser of the embedded cluster
 * @property {Record<string, string>} rolePasswords
 * @property {Record<string, string>} envelopeKeys one per subgraph: a leaked one opens no other
 * @property {string} cursorKey shared, since the gateway opens cursors that timeline sealed
 * @property {Record<string, string>} keyEncryptionKeys
 * @property {string} portalClientSecret
 * @property {string} portalEnvelopeKey with it the portal signs what people without a sign-in ask
 * @property {string} sessionKey
 */

/** @returns {Secrets} what is there, completed by what a newer version needs */
export function loadSecrets(file) {
  const found = readJson(file) ?? {};
  const secrets = {
    postgresPassword: found.postgresPassword ?? password(),
    rolePasswords: complete(loginRoles, found.rolePasswords, password),
    envelopeKeys: complete(services, found.envelopeKeys, hexKey),
    cursorKey: found.cursorKey ?? hexKey(),
    keyEncryptionKeys: complete(['identity', 'consent'], found.keyEncryptionKeys, hexKey),
    portalClientSecret: found.portalClientSecret ?? password(),
    portalEnvelopeKey: found.portalEnvelopeKey ?? hexKey(),
    sessionKey: found.sessionKey ?? hexKey(),
  };
  if (JSON.stringify(found) !== JSON.stringify(secrets)) writePrivate(file, secrets);
  return secrets;
}

/** Writes JSON that only the owner reads; whole or not at all. */
export function writePrivate(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/** @returns {any} undefined when the file is not there */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function complete(names, found = {}, make) {
  return Object.fromEntries(names.map((name) => [name, found[name] ?? make()]));
}
