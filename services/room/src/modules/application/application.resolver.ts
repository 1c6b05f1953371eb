/** Forms 4-1, 4-2 and 4-3: file, mend, withdraw, review, carry out. */
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PatientType, resolvePatient } from '../patient/index.ts';
import { problem } from '@heya/service-common/errors';
import { type RoomContext, type RoomProblem, userErrors } from '../platform/index.ts';
import { resolveRoom, RoomType } from '../room/index.ts';
import { ViewerType } from '../foreign/index.ts';
import { fileForm, type Form } from './application.apply.service.ts';
import { executeApplication } from './application.execute.service.ts';
import {
  ReviewInput,
  RoomApplicationCommentInput,
  RoomApplicationFormInput,
  RoomChangeApplyInput,
  RoomClosureApplyInput,
  RoomCreationApplyInput,
} from './application.inputs.ts';
import { resolveApplication } from './application.reference.ts';
import { reviewApplication, withdrawApplication } from './application.review.service.ts';
import { canApplyChange, listOfRoom, listOwnApplications } from './application.service.ts';
import { RoomApplicationPayload, RoomApplicationType } from './application.type.ts';

interface Done {
  applicationId?: string;
  roomId?: string;
  replayed?: boolean;
  problems: RoomProblem[];
}

async function toPayload(
  context: RoomContext,
  { applicationId, roomId, replayed = false, problems }: Done,
): Promise<RoomApplicationPayload> {
  return {
    roomApplication: applicationId ? await resolveApplication({ id: applicationId }, context) : null,
    room: roomId ? await resolveRoom({ id: roomId }, context) : null,
    replayed,
    userErrors: userErrors(problems, context.locale),
  };
}

const formsIn = ({ creation, change, closure }: RoomApplicationFormInput): Form[] => [
  ...(creation ? [{ form: 'FORM_4_1' as const, input: creation }] : []),
  ...(change ? [{ form: 'FORM_4_2' as const, input: change }] : []),
  ...(closure ? [{ form: 'FORM_4_3' as const, input: closure }] : []),
];

const idDescription = { description: '申請の識別子 / The application.' };

@Resolver(() => RoomApplicationType)
export class RoomApplicationResolver {
  @Directive('@tag(name: "internal")')
  @Query(() => RoomApplicationType, {
    nullable: true,
    description: '申請。見られないときはnull / An application; null when absent or not yours to see.',
  })
  roomApplication(@Ctx() context: RoomContext, @Arg('id', () => ID, idDescription) id: string): Promise<RoomApplicationType | null> {
    return resolveApplication({ id }, context);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomApplicationPayload, { description: '様式4-1 部屋の作成を申請する / Applies for a room.' })
  async roomCreationApply(
    @Ctx() context: RoomContext,
    @Arg('input', () => RoomCreationApplyInput, { description: '申請の内容 / The application.' }) input: RoomCreationApplyInput,
  ): Promise<RoomApplicationPayload> {
    return toPayload(context, await fileForm(context, { form: 'FORM_4_1', input }));
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomApplicationPayload, {
    description:
      '様式4-2 参加者・世話役の変更。外す人は審査を待たない / Change of members or steward; who goes does not wait for the review.',
  })
  async roomChangeApply(
    @Ctx() context: RoomContext,
    @Arg('input', () => RoomChangeApplyInput, { description: '申請の内容 / The application.' }) input: RoomChangeApplyInput,
  ): Promise<RoomApplicationPayload> {
    return toPayload(context, await fileForm(context, { form: 'FORM_4_2', input }));
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomApplicationPayload, { description: '様式4-3 部屋の削除 / Closing a room.' })
  async roomClosureApply(
    @Ctx() context: RoomContext,
    @Arg('input', () => RoomClosureApplyInput, { description: '申請の内容 / The application.' }) input: RoomClosureApplyInput,
  ): Promise<RoomApplicationPayload> {
    return toPayload(context, await fileForm(context, { form: 'FORM_4_3', input }));
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomApplicationPayload, {
    description: '差し戻された申請を直して出し直す。受付番号は変わらない / Files a returned application anew, under its receipt number.',
  })
  async roomApplicationResubmit(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, idDescription) id: string,
    @Arg('input', () => RoomApplicationFormInput, { description: '直した様式 / The mended form.' }) input: RoomApplicationFormInput,
    @Arg('expectedVersion', () => Int, { description: '見ていた版 / The version you saw.' }) expectedVersion: number,
  ): Promise<RoomApplicationPayload> {
    const [form, ...more] = formsIn(input);
    if (!form || more.length > 0) return toPayload(context, { problems: [problem('INVALID', ['input'])] });
    return toPayload(context, await fileForm(context, form, { id, expectedVersion }));
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomApplicationPayload, { description: '申請を取り下げる / Withdraws an application.' })
  async roomApplicationWithdraw(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, idDescription) id: string,
    @Arg('expectedVersion', () => Int, { description: '見ていた版 / The version you saw.' }) expectedVersion: number,
  ): Promise<RoomApplicationPayload> {
    return toPayload(context, await withdrawApplication(context, id, expectedVersion));
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomApplicationPayload, {
    description: '審査する。確認した職員とは別の職員が承認する / Reviews; another officer than who checked approves.',
  })
  async roomApplicationReview(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, idDescription) id: string,
    @Arg('input', () => ReviewInput, { description: '審査 / The review.' }) input: ReviewInput,
    @Arg('comments', () => [RoomApplicationCommentInput], {
      nullable: true,
      description: '項目ごとの指摘(差し戻しのとき) / Comments by field, when returned.',
    })
    comments: RoomApplicationCommentInput[] | null | undefined,
  ): Promise<RoomApplicationPayload> {
    return toPayload(context, await reviewApplication(context, id, { ...input, comments }));
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomApplicationPayload, {
    description: '承認済みの申請を実行し、部屋を作って招待する / Carry out an approved application.',
  })
  async roomApplicationExecute(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, idDescription) id: string,
  ): Promise<RoomApplicationPayload> {
    return toPayload(context, await executeApplication(context, id));
  }

  @FieldResolver(() => PatientType, {
    nullable: true,
    description: '利用者(患者)。見られないときはnull / The patient; null when not yours to see.',
  })
  patient(@Root() { patientId }: RoomApplicationType, @Ctx() context: RoomContext): Promise<PatientType | null> {
    return resolvePatient({ id: patientId }, context);
  }

  @FieldResolver(() => RoomType, { nullable: true, description: '開いた部屋。参加者だけに見える / The opened room; for its members.' })
  room(@Root() { roomId }: RoomApplicationType, @Ctx() context: RoomContext): Promise<RoomType | null> | null {
    return roomId ? resolveRoom({ id: roomId }, context) : null;
  }
}

@Resolver(() => RoomType)
export class RoomApplicationsResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [RoomApplicationType], {
    description:
      '部屋についての申請。世話役・部屋の申請者・自分の申請だけ。新しい順 / Applications about the room that you may see, newest first.',
  })
  async applications(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<RoomApplicationType[]> {
    return present(await listOfRoom(context, id), context);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => Boolean, {
    description: '参加者・世話役の変更と部屋の削除を自分が今申請できるか / Whether you can file 4-2 and 4-3 now.',
  })
  viewerCanApplyChange(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<boolean> {
    return canApplyChange(context, id);
  }
}

async function present(ids: readonly string[], context: RoomContext): Promise<RoomApplicationType[]> {
  const found = await Promise.all(ids.map((id) => resolveApplication({ id }, context)));
  return found.filter((application) => application !== null);
}

@Resolver(() => ViewerType)
export class ViewerApplicationsResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [RoomApplicationType], {
    nullable: true,
    description: '自分が出した申請。新しい順 / Your own applications, newest first.',
  })
  async roomApplications(@Ctx() context: RoomContext): Promise<RoomApplicationType[]> {
    return present(await listOwnApplications(context), context);
  }
}
