/** Requests of the portal carry ids of documents; tests know them by name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Response } from 'playwright-core';

const list = join(import.meta.dirname, '..', '..', '..', 'schema', 'documents', 'portal.json');
const texts = (): [id: string, text: string][] => Object.entries(JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>);

/** @param operation its name in web/client/src/documents */
function documentId(operation: string): string {
  const found = texts().find(([, text]) => new RegExp(`(query|mutation|subscription) ${operation}\\b`).test(text));
  if (!found) throw new Error(`no document ${operation}`);
  return found[0];
}

/** Waits for the next answer to this operation. */
export function answerTo(page: Page, operation: string): Promise<Response> {
  const id = documentId(operation);
  return page.waitForResponse((response) => response.url().endsWith('/graphql') && (response.request().postData() ?? '').includes(id));
}
