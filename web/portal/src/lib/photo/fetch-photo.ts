/** A photo and what is drawn over it, for one look: asked for by this person's own address, which holds for a minute (R25). */
import { PostPhotosDocument, type PostPhotosQuery } from '@heya/client/generated/graphql';
import { send } from '#lib/api.ts';
import { provenFetch } from '#lib/device/prove.ts';
import type { Mark } from './photo-draft.ts';

export type PhotoSize = 'small' | 'large';
type Found = NonNullable<PostPhotosQuery['post']>['attachments'][number];

/** Addresses of a post's photos, asked for once a minute at most. */
const addresses = new Map<string, { until: number; photos: Promise<Map<string, Found>> }>();
const holdsMs = 50_000;

function addressesOf(postId: string): Promise<Map<string, Found>> {
  const known = addresses.get(postId);
  if (known && known.until > Date.now()) return known.photos;
  const photos = send(PostPhotosDocument, { id: postId }).then(
    ({ post }) => new Map((post?.attachments ?? []).map((found) => [found.id, found])),
  );
  addresses.set(postId, { until: Date.now() + holdsMs, photos });
  photos.catch(() => addresses.delete(postId));
  return photos;
}

export interface SeenPhoto {
  /** An address in this page, to be let go of. */
  src: string;
  /** Masks are in the picture itself. */
  marks: Mark[];
}

/** @returns null when it may not be seen now */
export async function fetchPhoto(postId: string, photoId: string, size: PhotoSize): Promise<SeenPhoto | null> {
  const found = (await addressesOf(postId)).get(photoId);
  const bytes = await fetchFrom(postId, found?.[size]);
  if (!found || !bytes) return null;
  const marks = found.annotations.filter(({ shape }) => shape !== 'MASK');
  return { src: URL.createObjectURL(bytes), marks };
}

async function fetchFrom(postId: string, url: string | null | undefined): Promise<Blob | null> {
  if (!url) return null;
  const answer = await provenFetch(url, {});
  if (answer.ok) return answer.blob();
  addresses.delete(postId);
  return null;
}

/** @param page from 1 @returns an address in this page, to be let go of; null when it may not be seen now */
export async function fetchPage(postId: string, documentId: string, page: number): Promise<string | null> {
  const bytes = await fetchFrom(postId, (await addressesOf(postId)).get(documentId)?.pages[page - 1]);
  return bytes && URL.createObjectURL(bytes);
}

/** @returns the document as a PDF; null when it may not be seen now */
export const fetchPdf = async (postId: string, documentId: string): Promise<Blob | null> =>
  fetchFrom(postId, (await addressesOf(postId)).get(documentId)?.whole);
