/** What came on paper (R19): a page without a code, which waits to be filed, and one that an officer has filed. */
import type { Session } from '../../local/api/graphql.mjs';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { drawSignature } from '../../local/demo/signature.mjs';
import { require } from '../case.ts';

const tray = 'query { unfiledScanPages(first: 100) { nodes { id } } }';
const file = `mutation ($input: ScanPagesFileInput!) { scanPagesFile(input: $input) { scanPages { id } userErrors { code message field } } }`;

/** @returns the page that waits */
export async function bringPaper(officer: Session, gateway: string, taskId: string): Promise<{ pageId: string }> {
  // The same picture again would be the same scan.
  for (const more of ['', ' ']) await bring(officer, gateway, Buffer.concat([drawSignature(), Buffer.from(more)]));
  const { unfiledScanPages } = await officer.ask<{ unfiledScanPages: { nodes: { id: string }[] } }>(tray);
  const [waiting, filed] = unfiledScanPages.nodes.map(({ id }) => id);
  await officer.change(file, { input: { pageIds: [filed], taskId } });
  return { pageId: waiting ?? '' };
}

async function bring(officer: Session, gateway: string, picture: Buffer): Promise<void> {
  const answer = await fetch(new URL(`/files/identity/scans/${uuidv7()}`, gateway), {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${await officer.accessToken()}` },
    body: new Uint8Array(picture),
  });
  require(answer.status === 200, `a scan was not taken in: ${answer.status} ${await answer.text()}`);
}
