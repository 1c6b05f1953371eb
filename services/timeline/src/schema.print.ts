/** Writes this subgraph's SDL where composition finds it. */
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { timelineSchema } from './schema.ts';

const { sdl } = await timelineSchema();
await writeFile(new URL('../../../schema/subgraphs/timeline.graphql', import.meta.url), sdl);
