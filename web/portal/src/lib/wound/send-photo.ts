/** A photo on its way to the service: announced with its digest, then brought. The service draws it anew without what the camera wrote (R25). */
import { newId } from '@heya/client/id';
import { PhotoAnnounceDocument } from '@heya/client/generated/graphql';
import { send } from '#lib/api.ts';
import { provenFetch } from '#lib/device/prove.ts';
import { m } from '#paraglide/messages.js';

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'];

export type SentPhoto = { uploadId: string } | { problem: string };

/** HEIC has no type in some browsers; the service looks at the bytes. */
const typeOf = ({ type, name }: File): string => type.replace('heif', 'heic') || (/\.hei[cf]$/iu.test(name) ? 'image/heic' : 'image/jpeg');

export async function sendPhoto(file: File, roomId: string): Promise<SentPhoto> {
  try {
    // Read at once: a phone may take the file away again.
    const bytes = await file.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const input = { idempotencyKey: newId(), roomId, contentType: typeOf(file), byteSize: bytes.byteLength, sha256 };
    const { uploadCreate } = await send(PhotoAnnounceDocument, { input });
    if (!uploadCreate.upload) return { problem: uploadCreate.userErrors[0]?.message ?? m.wound_photo_failed() };
    const { id, putUrl } = uploadCreate.upload;
    const answer = await provenFetch(putUrl, { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: bytes });
    if (answer.ok) return { uploadId: id };
    const said = (await answer.json().catch(() => ({}))) as { message?: string };
    return { problem: said.message ?? m.wound_photo_failed() };
  } catch {
    return { problem: m.wound_photo_failed() };
  }
}
