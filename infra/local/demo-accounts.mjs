#!/usr/bin/env node
// npm run demo:accounts [-- --json | --codes]: the demo people of this installation and where to sign in.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { totpCode } from './api/totp.mjs';
import { showTable } from './demo/show.mjs';
import { dataFiles, defaultDataFolder } from './setup/paths.mjs';
import { Problem, fail, say } from './setup/say.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, codes: { type: 'boolean' }, dir: { type: 'string' } } });
const files = dataFiles(resolve(values.dir ?? defaultDataFolder));

try {
  const demo = read(files.demo);
  const { urls } = demo;
  if (values.json) process.stdout.write(`${JSON.stringify(asJson(demo, urls), null, 2)}\n`);
  else showForPeople(demo, urls);
} catch (error) {
  fail(error);
}

function asJson({ district, accounts, room }, urls) {
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
  return { district, accounts, room, clients, urls };
}

function showForPeople({ accounts }, urls) {
  say(`${urls.portal}\n`);
  showTable(accounts, values.codes ? ({ totpSecret }) => totpCode(totpSecret) : undefined);
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Problem('デモの人たちは、まだいません。先に npm start を。', 'There are no demo accounts yet. Run npm start first.');
  }
}
