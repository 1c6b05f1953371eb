/** The room service as this one asks it for cards (R31). */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CardService {
  url: string;
  close(): Promise<void>;
}

/** @param cardOf what is known of a patient */
export async function serveCards(
  cardOf: (patientId: string) => { name: string; locality: string; roomNumber: string },
): Promise<CardService> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { ids } = (JSON.parse(Buffer.concat(chunks).toString()) as { variables: { ids: string[] } }).variables;
      const safetyCards = ids.map((patientId) => ({ patientId, ...cardOf(patientId) }));
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { safetyCards } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
