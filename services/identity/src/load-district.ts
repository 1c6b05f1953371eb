/** `node dist/load-district.js <file.json> …`: puts each district, its facilities and its people in; safe to run again. */
import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { inViewer, openOrm } from '@heya/service-common/orm';
import { readEnvironment } from './environment.ts';
import { CredentialService, SecretBox } from './modules/credential/index.ts';
import { loadDistrict } from './modules/district-file/index.ts';
import { options } from './orm.config.ts';

const paths = process.argv.slice(2);
if (paths.length === 0) throw new Error('Usage: node dist/load-district.js <file.json> …');

const environment = readEnvironment();
const credentials = new CredentialService(new SecretBox(environment.KEY_ENCRYPTION_KEY));
const orm = await openOrm(options(environment.DATABASE_URL));
try {
  for (const path of paths) {
    const file: unknown = JSON.parse(await readFile(path, 'utf8'));
    await inViewer(orm.em, { type: 'service', name: 'identity' }, (tx) => loadDistrict(tx, file, credentials));
  }
} finally {
  await orm.close(true);
}
