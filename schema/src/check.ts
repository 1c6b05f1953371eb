/** Part of `npm run check`: the committed schema is what the code says, composes, is described, and shows what it breaks. */
import { readFile } from 'node:fs/promises';
import { compareWithBase } from './breaking.ts';
import { apiSchema, compose } from './composition.ts';
import { undescribed } from './descriptions.ts';
import { errorDocument } from './error-document.ts';
import { staleSubgraphs } from './printing.ts';
import { errorCodesFile, readSubgraphs, supergraphFile } from './subgraphs.ts';

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
  return [
    ...(await isStale(supergraphFile, supergraph) ? ['supergraph.graphql is stale'] : []),
    ...(await isStale(errorCodesFile, errorDocument(apiSchema(supergraph))) ? ['error-codes.md is stale'] : []),
    ...undescribed(supergraph).map((place) => `no description 日本語 / English: ${place}`),
  ];
}

async function isStale(file: URL, expected: string): Promise<boolean> {
  return (await readFile(file, 'utf8').catch(() => '')) !== expected;
}

async function showChanges(supergraph: string): Promise<void> {
  const comparison = await compareWithBase(supergraph);
  if (!comparison) return console.log('Nothing to compare the schema with.');
  for (const message of comparison.breaking) console.log(`  breaking since ${comparison.base}: ${message}`);
  for (const message of comparison.dangerous) console.log(`  risky since ${comparison.base}: ${message}`);
}
