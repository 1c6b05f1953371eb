/** Form 4-1: file, withdraw, review, carry out. */
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PatientType, resolvePatient } from '../patient/index.ts';
import { type RoomContext, type RoomProblem, userErrors } from '../platform/index.ts';
import { resolveRoom, RoomType } from '../room/index.ts';
import { ViewerType } from '../stub/index.ts';
import { applyForRoom } from './application.apply.service.ts';
import { ReviewInput, RoomCreationApplyInput } from './application.inputs.ts';
import { resolveApplication } from './application.reference.ts';
import { executeApplication, reviewApplication, withdrawApplication } from './application.review.service.ts';
import { listOwnApplications } from './application.service.ts';
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
    return toPayload(context, await applyForRoom(context, input));
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
  ): Promise<RoomApplicationPayload> {
    return toPayload(context, await reviewApplication(context, id, input));
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

@Resolver(() => ViewerType)
export class ViewerApplicationsResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [RoomApplicationType], {
    nullable: true,
    description: '自分が出した申請。新しい順 / Your own applications, newest first.',
  })
  async roomApplications(@Ctx() context: RoomContext): Promise<RoomApplicationType[]> {
    const ids = await listOwnApplications(context);
    const found = await Promise.all(ids.map((id) => resolveApplication({ id }, context)));
    return found.filter((application) => application !== null);
  }
}
