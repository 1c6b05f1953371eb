/** A photo's bytes for one look: asked for by this person's own address, which holds for a minute (R25). */
import { PostPhotosDocument } from '@heya/client/generated/graphql';
import { send } from '#lib/api.ts';
import { provenFetch } from '#lib/device/prove.ts';

export type PhotoSize = 'small' | 'large';

/** Addresses of a post's photos, asked for once a minute at most. */
const addresses = new Map<string, { until: number; photos: Promise<Map<string, Record<PhotoSize, string | null>>> }>();
const holdsMs = 50_000;

function addressesOf(postId: string): Promise<Map<string, Record<PhotoSize, string | null>>> {
  const known = addresses.get(postId);
  if (known && known.until > Date.now()) return known.photos;
  const photos = send(PostPhotosDocument, { id: postId }).then(
    ({ post }) => new Map((post?.attachments ?? []).map(({ id, small, large }) => [id, { small, large }])),
  );
  addresses.set(postId, { until: Date.now() + holdsMs, photos });
  photos.catch(() => addresses.delete(postId));
  return photos;
}

/** @returns an address in this page, to be let go of; null when it may not be seen now */
export async function fetchPhoto(postId: string, photoId: string, size: PhotoSize): Promise<string | null> {
  const url = (await addressesOf(postId)).get(photoId)?.[size];
  if (!url) return null;
  const answer = await provenFetch(url, {});
  if (!answer.ok) {
    addresses.delete(postId);
    return null;
  }
  return URL.createObjectURL(await answer.blob());
}
