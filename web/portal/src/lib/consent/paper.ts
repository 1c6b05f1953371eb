/** Paper of a consent: bringing it, and putting what came to the inbox into it. */
import { newId } from '@heya/client/id';
import { fetchPicture, type FormSource } from '#lib/scan/picture.ts';
import { putFile } from '#lib/scan/put-file.ts';
import { m } from '#paraglide/messages.js';

export interface BroughtPaper {
  id: string;
  pages: number;
}

/** @param file a photo or a PDF @throws when it cannot be read, or nobody answers */
export async function bringPaper(patientId: string, file: Blob): Promise<BroughtPaper> {
  const id = newId();
  const answer = await putFile(`/files/consent/patients/${patientId}/papers/${id}`, file, () => undefined);
  if (!answer.ok) throw new Error(String(answer.status));
  return { id, pages: ((await answer.json()) as { pages: number }).pages };
}

/** A page that was faxed to the center, as a photo of it. */
export async function photographPage(pageId: string): Promise<Blob> {
  const { bitmap } = await fetchPicture(`/files/identity/scan-pages/${pageId}`);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}

/** What can be shown beside a consent. */
export const paperSources = (papers: readonly { id: string; pages: number }[]): FormSource[] =>
  papers.map(({ id, pages }) => ({ key: id, label: m.consent_paper(), pages, url: (page) => `/files/consent/papers/${id}/${page}` }));
