/** Files between this portal's pages and the services: which there are, and how large one may be. */

export const largestFile = 30 * 1024 * 1024;

const id = '[0-9a-f-]{36}';
const pass = '[0-9a-z]{6,12}-[0-9a-f]{40}';
const places = {
  GET: [
    `identity/scan-pages/${id}`,
    `identity/applications/${id}/form(?:/[1-9][0-9]?)?`,
    `consent/papers/${id}/[1-9][0-9]?`,
    `consent/consents/${id}/form`,
    'consent/blank-form',
    `room/exports/${id}/[0-9a-f]{64}`,
    `room/erasures/${id}/certificate`,
    `room/applications/${id}/form`,
    `room/rooms/${id}/fee-proof/20[0-9]{2}-[01][0-9]`,
    `timeline/photos/${id}/[a-z]+(?:-[0-9]+)?/${pass}`,
  ],
  PUT: [`timeline/uploads/${id}/${pass}`, `identity/scans/${id}`, `consent/patients/${id}/papers/${id}`, `room/rooms/${id}/imports/${id}`],
};
const patterns = {
  GET: new RegExp(`^(?:${places.GET.join('|')})$`),
  PUT: new RegExp(`^(?:${places.PUT.join('|')})$`),
};

export const isFilePath = (method: 'GET' | 'PUT', path: string): boolean => patterns[method].test(path);

/** @returns null when it is larger than that; then no more of it is read */
export async function readFile(request: Request, largest: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) return null;
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > largest ? null : bytes;
}
