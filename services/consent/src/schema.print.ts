/** Writes schema/subgraphs/consent.graphql. */
import { writeFile } from 'node:fs/promises';
import { buildConsentSubgraph } from './schema.ts';

const { sdl } = await buildConsentSubgraph();
await writeFile(new URL('../../../schema/subgraphs/consent.graphql', import.meta.url), sdl);
