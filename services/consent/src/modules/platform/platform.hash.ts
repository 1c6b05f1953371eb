/** A create that is sent twice is told from another create with the same key by its body (api.md 8). */
import { createHash } from 'node:crypto';

/** @param body plain values with their keys always in the same order */
export const bodyHash = (body: object): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');
