#!/usr/bin/env node
// npm run demo:accounts [-- --json]: the demo people of this installation and where to sign in.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { showAccounts } from './demo/show.mjs';
import { dataFiles, defaultDataFolder } from './setup/paths.mjs';
import { Problem, fail, say } from './setup/say.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, dir: { type: 'string' } } });
const files = dataFiles(resolve(values.dir ?? defaultDataFolder));

try {
  const demo = read(files.demo);
  if (values.json) process.stdout.write(`${JSON.stringify(asJson(demo), null, 2)}\n`);
  else showForPeople(demo);
} catch (error) {
  fail(error);
}

function showForPeople(demo) {
  say(demo.urls.portal);
  showAccounts(demo);
}

function asJson({ district, accounts, room, secondDistrict, urls }) {
  const clients = [
    { clientId: 'heya-portal', type: 'confidential', redirectUri: `${urls.portal}/auth/callback` },
    {
      clientId: 'heya-cli',
      type: 'public',
      redirectUri: 'http://127.0.0.1/callback',
      scope: 'openid offline_access heya',
      resource: urls.gateway,
    },
  ];
  const second = secondDistrict && { district: secondDistrict.district, accounts: secondDistrict.accounts };
  return { district, accounts, room, secondDistrict: second ?? null, clients, urls };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Problem('デモの人たちは、まだいません。先に npm start を。', 'There are no demo accounts yet. Run npm start first.');
  }
}
