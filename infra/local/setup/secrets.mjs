// Secrets of one installation: made once, readable by its owner only.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
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
 * @property {{publicKey: string, privateKey: string}} push shows Heya to browsers' push services (RFC 8292): lost, every device has to be chosen anew
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
    push: found.push ?? pushKeys(),
  };
  if (JSON.stringify(found) !== JSON.stringify(secrets)) writePrivate(file, secrets);
  return secrets;
}

/** A pair of P-256 as browsers take it: the point uncompressed, base64url. */
function pushKeys() {
  const { x, y, d } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return { publicKey: point.toString('base64url'), privateKey: d };
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
