/** The letters with codes that were just made out, as one PDF: the codes go back to where they came from, and nothing is kept. */
import { EnrolmentLettersDocument } from '@heya/client/generated/graphql';
import { send } from './api.ts';
import { downloadPdf } from './download.ts';

/** @throws when one of them counts no longer, or nobody answers */
export async function printLetters(codes: { userId: string; code: string }[]): Promise<void> {
  const { enrolmentLetters } = await send(EnrolmentLettersDocument, { codes });
  if (!enrolmentLetters) throw new Error('NOT_FOUND');
  downloadPdf(enrolmentLetters);
}
