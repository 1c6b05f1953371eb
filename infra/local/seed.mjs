#!/usr/bin/env node
// node infra/local/seed.mjs: one more demo room in the running stack, by the same journey as the first.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Cast, openRoom } from './demo/journey.mjs';
import { dataFiles, defaultDataFolder } from './setup/paths.mjs';
import { fail } from './setup/say.mjs';

const { values } = parseArgs({ options: { dir: { type: 'string' } } });

try {
  const { accounts, urls } = JSON.parse(readFileSync(dataFiles(resolve(values.dir ?? defaultDataFolder)).demo, 'utf8'));
  const script = JSON.parse(readFileSync(new URL('./demo/room.json', import.meta.url), 'utf8'));
  process.stdout.write(`${JSON.stringify(await openRoom(new Cast(urls, accounts), script))}\n`);
} catch (error) {
  fail(error);
}
