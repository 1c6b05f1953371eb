export { attachment, attachmentMarking, unneededObject, upload, uploadPicture } from './attachment.entity.ts';
export { AnnotationInput, PostUploadInput } from './attachment.inputs.ts';
export { opensWith, sealPass, uploadMs } from './attachment.pass.ts';
export {
  annotationProblems,
  type AnnotationDraft,
  type DocumentKind,
  type Mark,
  type UploadUse,
  useProblems,
  withMasks,
} from './attachment.policy.ts';
export { type AttachmentRow, findAttachment, findPicture, insertMarkings, type PlaceOfPost } from './attachment.repository.ts';
export { AnnotationResolver, AttachmentResolver } from './attachment.resolver.ts';
export { attachmentsOf, attachUploads, classesOf, sendingProblems, toMarks } from './attachment.service.ts';
export { Attachment } from './attachment.type.ts';
