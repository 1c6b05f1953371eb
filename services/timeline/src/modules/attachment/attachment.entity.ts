/** Photos that were announced, brought, and sent with a post (R25). */
import { defineEntity, p } from '@mikro-orm/core';

export const upload = defineEntity({
  name: 'Upload',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    districtId: p.uuid(),
    byId: p.uuid(),
    contentType: p.string(),
    byteSize: p.integer(),
    sha256: p.string().length(64),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    expiresAt: p.datetime(),
    /** Its sizes are there. */
    readyAt: p.datetime().nullable(),
    /** It waits to be looked through for viruses. */
    pendingAt: p.datetime().nullable(),
    /** An error code: it is never taken. */
    refusal: p.string().nullable(),
    /** It was sent with a post. */
    usedAt: p.datetime().nullable(),
    width: p.integer().nullable(),
    height: p.integer().nullable(),
    keptBytes: p.integer().nullable(),
    blurHash: p.string().nullable(),
    /** Of a document. */
    pages: p.smallint().nullable(),
  },
  indexes: [
    { name: 'upload_unused', expression: 'create index upload_unused on upload (expires_at) where used_at is null' },
    { name: 'upload_pending', expression: 'create index upload_pending on upload (pending_at) where pending_at is not null' },
  ],
});

/** JPEG, sealed with the room's data key. */
export const uploadPicture = defineEntity({
  name: 'UploadPicture',
  rowLevelSecurity: 'force',
  primaryKeys: ['upload', 'variant'],
  properties: {
    upload: () => p.manyToOne(upload).mapToPk().primary().deleteRule('cascade').updateRule('restrict'),
    variant: p.string().primary(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    /** Of what was brought before there was a store of objects; else its key there. */
    sealed: p.blob().nullable(),
    objectKey: p.string().nullable(),
  },
  checks: [{ name: 'upload_picture_lies_somewhere', expression: 'num_nonnulls(sealed, object_key) = 1' }],
});

/** Objects that no row names, not yet or no more: they are removed. */
export const unneededObject = defineEntity({
  name: 'UnneededObject',
  rowLevelSecurity: 'force',
  properties: {
    objectKey: p.string().primary(),
    byId: p.uuid().nullable(),
    removableAt: p.datetime(),
  },
  indexes: [{ name: 'unneeded_object_removable', properties: ['removableAt'] }],
});

export const attachment = defineEntity({
  name: 'Attachment',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    postId: p.uuid(),
    ordinal: p.smallint(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    audience: p.string(),
    isBodyImage: p.boolean(),
    bodySite: p.string().nullable(),
    alt: p.text().nullable(),
    takenAt: p.datetime().nullable(),
    width: p.integer(),
    height: p.integer(),
    byteSize: p.integer(),
    blurHash: p.string(),
    kind: p.string().default('PHOTO'),
    documentKind: p.string().nullable(),
    pages: p.smallint().nullable(),
  },
  indexes: [{ name: 'attachment_post', properties: ['postId', 'ordinal'] }],
});

/** What was drawn over a photo, version by version. */
export const attachmentMarking = defineEntity({
  name: 'AttachmentMarking',
  rowLevelSecurity: 'force',
  primaryKeys: ['attachmentId', 'version'],
  properties: {
    attachmentId: p.uuid().primary(),
    version: p.integer().primary(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    audience: p.string(),
    marks: p.json(),
    byId: p.uuid(),
    byName: p.string(),
    at: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
