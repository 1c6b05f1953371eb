/** The committed SDL of each subgraph: what the services print from their code. */
import { readdir, readFile, writeFile } from 'node:fs/promises';

const folder = new URL('../subgraphs/', import.meta.url);

export interface SubgraphFile {
  name: string;
  sdl: string;
}

/** @returns every committed subgraph, by name */
export async function readSubgraphs(): Promise<SubgraphFile[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).toSorted();
  return Promise.all(
    files.map(async (file) => ({ name: file.replace('.graphql', ''), sdl: await readFile(new URL(file, folder), 'utf8') })),
  );
}

export async function writeSubgraphs(subgraphs: readonly SubgraphFile[]): Promise<void> {
  await Promise.all(subgraphs.map(({ name, sdl }) => writeFile(new URL(`${name}.graphql`, folder), sdl)));
}
