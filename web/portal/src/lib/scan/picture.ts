/** Pictures of pages, fetched as data and drawn: no address of theirs stands in the page, and whoever waits for the device gets them after it. */
import { provenFetch } from '#lib/device/prove.ts';
import { m } from '#paraglide/messages.js';

export interface PagePicture {
  bitmap: ImageBitmap;
  /** How many pages there are, where only the answer knows. */
  pages: number | undefined;
}

/** @throws when there is none that the viewer may see, or nobody answers */
export async function fetchPicture(url: string): Promise<PagePicture> {
  const answer = await provenFetch(url, {});
  if (!answer.ok) throw new Error(String(answer.status));
  const pages = answer.headers.get('heya-pages');
  return { bitmap: await createImageBitmap(await answer.blob()), pages: pages ? Number(pages) : undefined };
}

/** @param turn quarters of a turn clockwise */
export function drawTurned(canvas: HTMLCanvasElement, bitmap: ImageBitmap, turn: number): void {
  const isSideways = turn % 2 === 1;
  canvas.width = isSideways ? bitmap.height : bitmap.width;
  canvas.height = isSideways ? bitmap.width : bitmap.height;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate((turn * Math.PI) / 2);
  pen.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2);
}

/** What can be shown for one application: what came on paper, or what was filed as it would be printed. */
export interface FormSource {
  key: string;
  label: string;
  /** Absent: the answer to the first page says it. */
  pages?: number;
  /** @param page from 1 */
  url(page: number): string;
}

const printedSource = (applicationId: string, label: string): FormSource => ({
  key: `printed:${applicationId}`,
  label,
  url: (page) => `/files/identity/applications/${applicationId}/form/${page}`,
});

export const scanSource = (pageIds: readonly string[], label: string): FormSource => ({
  key: `scan:${pageIds.join()}`,
  label,
  pages: pageIds.length,
  url: (page) => `/files/identity/scan-pages/${pageIds[page - 1] ?? ''}`,
});

/** For an item of the inbox; its printed form is shown for applications that this service knows by heart. */
export function sourcesOf(
  scans: readonly { id: string }[],
  subject: { __typename?: string; id?: string } | null | undefined,
): FormSource[] {
  const ids = scans.map(({ id }) => id);
  const paper = ids.length ? [scanSource(ids, m.form_image_paper({ count: ids.length }))] : [];
  const printed = subject?.__typename === 'IdApplication' && subject.id ? [printedSource(subject.id, m.form_image_printed())] : [];
  return [...paper, ...printed];
}
