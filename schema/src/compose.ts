/** `npm run schema:compose`: writes supergraph.graphql and error-codes.md from the committed subgraphs. */
import { writeFile } from 'node:fs/promises';
import { apiSchema, compose } from './composition.ts';
import { errorDocument } from './error-document.ts';
import { errorCodesFile, readSubgraphs, supergraphFile } from './subgraphs.ts';

const subgraphs = await readSubgraphs();
const composition = compose(subgraphs);
if (composition.ok) {
  await writeFile(supergraphFile, composition.supergraph);
  await writeFile(errorCodesFile, errorDocument(apiSchema(composition.supergraph)));
  console.log(`supergraph.graphql: ${subgraphs.map(({ name }) => name).join(' + ')}`);
} else {
  console.error(`The subgraphs do not compose:\n${composition.errors.map((error) => `  ${error}`).join('\n')}`);
  process.exitCode = 1;
}
