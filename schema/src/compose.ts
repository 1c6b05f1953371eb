/** `npm run schema:compose`: writes what follows from the committed subgraphs. */
import { writeFile } from 'node:fs/promises';
import { compose } from './composition.ts';
import { derivedFiles } from './derived.ts';
import { readSubgraphs } from './subgraphs.ts';

const subgraphs = await readSubgraphs();
const composition = compose(subgraphs);
if (composition.ok) {
  const files = derivedFiles(composition.supergraph);
  await Promise.all(files.map(({ url, text }) => writeFile(url, text)));
  console.log(`${files.map(({ name }) => name).join(', ')}: ${subgraphs.map(({ name }) => name).join(' + ')}`);
} else {
  console.error(`The subgraphs do not compose:\n${composition.errors.map((error) => `  ${error}`).join('\n')}`);
  process.exitCode = 1;
}
