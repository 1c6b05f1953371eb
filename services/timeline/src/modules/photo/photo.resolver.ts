/** Photos over GraphQL. */
import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import type { TimelineRequest } from '../access/index.ts';
import { AnnotationInput } from '../attachment/index.ts';
import { UploadCreateInput } from './photo.inputs.ts';
import { annotatePhoto } from './photo.service.ts';
import { PhotoAnnotatePayload, UploadCreatePayload } from './photo.type.ts';
import { announceUpload } from './photo.upload.service.ts';

@Resolver()
export class PhotoResolver {
  @Mutation(() => UploadCreatePayload, { description: '写真の送り先を受け取り、そこへPUTする / Get an address, then PUT the bytes there.' })
  uploadCreate(
    @Arg('input', () => UploadCreateInput, { description: 'これから送る写真 / The photo.' }) input: UploadCreateInput,
    @Ctx() context: TimelineRequest,
  ) {
    return announceUpload(context, input);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => PhotoAnnotatePayload, {
    description:
      '写真に書き込む。前の書き込みは残り、隠した所は戻らない / Draws over a photo; earlier versions stay, and so does every mask.',
  })
  photoAnnotate(
    @Arg('attachmentId', () => ID, { description: '写真のID / Id of the photo.' }) attachmentId: string,
    @Arg('annotations', () => [AnnotationInput], { description: 'いまの書き込み全部 / Everything drawn over it now.' })
    annotations: AnnotationInput[],
    @Ctx() context: TimelineRequest,
  ) {
    return annotatePhoto(context, attachmentId, annotations);
  }
}
