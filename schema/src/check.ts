/** Part of `npm run check`: the committed schema is what the code says, composes, is described, and shows what it breaks. */
import { readFile } from 'node:fs/promises';
import { compareWithBase } from './breaking.ts';
import { compose } from './composition.ts';
import { derivedFiles } from './derived.ts';
import { undescribed } from './descriptions.ts';
import { staleSubgraphs } from './printing.ts';
import { readSubgraphs } from './subgraphs.ts';

const faults = [...(await staleSubgraphs()), ...(await composed())];
if (faults.length) {
  console.error(`${faults.map((fault) => `  ${fault}`).join('\n')}\nMend with \`npm run schema\` and commit what changes.`);
  process.exitCode = 1;
} else console.log('The committed schema is what the code says.');

async function composed(): Promise<string[]> {
  const composition = compose(await readSubgraphs());
  if (!composition.ok) return composition.errors;
  const { supergraph } = composition;
  await showChanges(supergraph);
  const stale: string[] = [];
  for (const { name, url, text } of derivedFiles(supergraph)) {
    if ((await readFile(url, 'utf8').catch(() => '')) !== text) stale.push(`${name} is stale`);
  }
  return [...stale, ...undescribed(supergraph).map((place) => `no description 日本語 / English: ${place}`)];
}

async function showChanges(supergraph: string): Promise<void> {
  const comparison = await compareWithBase(supergraph);
  if (!comparison) return console.log('Nothing to compare the schema with.');
  for (const message of comparison.breaking) console.log(`  breaking since ${comparison.base}: ${message}`);
  for (const message of comparison.dangerous) console.log(`  risky since ${comparison.base}: ${message}`);
}
