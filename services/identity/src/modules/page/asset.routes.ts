/** Style and script of the pages, from our own origin. */
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { scriptPath, stylePath } from './frame.ts';
import { pageStyle } from './style.ts';

/** Beside the built service; beside the sources' own build when those are run directly. */
const places = ['./browser/passkey.js', '../browser/passkey.js', '../../../dist/browser/passkey.js'];

export async function assetRoutes(app: FastifyInstance): Promise<void> {
  const script = await readScript();
  app.get(stylePath, (_request, reply) => reply.headers(assetHeaders('text/css')).send(pageStyle));
  app.get(scriptPath, (_request, reply) => (script ? reply.headers(assetHeaders('text/javascript')).send(script) : reply.code(404).send()));
}

const assetHeaders = (type: string): Record<string, string> => ({
  'content-type': `${type}; charset=utf-8`,
  'cache-control': 'public, max-age=300',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
});

async function readScript(): Promise<string | undefined> {
  for (const place of places) {
    const found = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => undefined);
    if (found) return found;
  }
  return undefined;
}
