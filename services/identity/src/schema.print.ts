/** Prints this subgraph's SDL to schema/subgraphs/identity.graphql. */
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { buildIdentitySchema } from './schema.ts';

const { sdl } = await buildIdentitySchema();
await writeFile(new URL('../../../schema/subgraphs/identity.graphql', import.meta.url), sdl);
