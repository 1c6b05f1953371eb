/** Safety checks (R31) as specs ask for them, and the room service as this one asks it for cards. */
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

export const checkFields = `id title practice municipality notTicked endedAt viewerCanLead summary { status count }
  reports(first: 100) { totalCount nodes { id patient { id } patientName locality status isContradicted viewerCanReport powerEndsAt reportedByName all { id status reportedByName retractedAt } } }`;
export const start = `mutation ($input: SafetyCheckStartInput!) { safetyCheckStart(input: $input) { safetyCheck { ${checkFields} } userErrors { code field message } } }`;
export const submit = `mutation ($input: SafetyReportInput!) { safetyReportSubmit(input: $input) { replayed report { id status patientName reportedByName viewerCanRetract } userErrors { code field message } } }`;

export const look =
  'query ($code: String!) { municipalSafety(code: $code) { title forWhom practice expiresAt summary { status count } reports { patientName status reportedByName reportedByLabel } } }';
export const handOut =
  'mutation ($input: SafetyViewCreateInput!) { safetyViewCreate(input: $input) { code view { id expiresAt } userErrors { code field } } }';
export const extend =
  'mutation ($id: ID!, $hours: Int!) { safetyViewExtend(id: $id, hours: $hours) { view { expiresAt } userErrors { code field } } }';
export const revoke = 'mutation ($id: ID!) { safetyViewRevoke(id: $id) { view { revokedAt } userErrors { code field } } }';
