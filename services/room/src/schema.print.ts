/** Writes schema/subgraphs/room.graphql. */
import { writeFile } from 'node:fs/promises';
import { buildRoomSubgraph } from './schema.ts';

const { sdl } = await buildRoomSubgraph();
await writeFile(new URL('../../../schema/subgraphs/room.graphql', import.meta.url), sdl);
