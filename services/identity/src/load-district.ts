/** `node dist/load-district.js <file.json>`: puts a district, its facilities and its people in; safe to run again. */
import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { inViewer, openOrm } from '@heya/service-common/orm';
import { readEnvironment } from './environment.ts';
import { CredentialService, SecretBox } from './modules/credential/index.ts';
import { loadDistrict } from './modules/district-file/index.ts';
import { options } from './orm.config.ts';

const [path] = process.argv.slice(2);
if (!path) throw new Error('Usage: node dist/load-district.js <file.json>');

const environment = readEnvironment();
const file: unknown = JSON.parse(await readFile(path, 'utf8'));
const credentials = new CredentialService(new SecretBox(environment.KEY_ENCRYPTION_KEY));
const orm = await openOrm(options(environment.DATABASE_URL));
try {
  await inViewer(orm.em, { type: 'service', name: 'identity' }, (tx) => loadDistrict(tx, file, credentials));
} finally {
  await orm.close(true);
}
