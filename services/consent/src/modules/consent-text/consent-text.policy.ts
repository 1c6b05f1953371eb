/** What makes a wording the same wording. Pure. */
import { createHash } from 'node:crypto';
import type { TextSection } from './consent-text.entity.ts';

/** @returns SHA-256 over what is read to the patient, in hex */
export function textHash(title: string, sections: readonly TextSection[]): string {
  const told = [title, ...sections.map(({ heading, body, plainBody }) => [heading, body, plainBody])];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}
