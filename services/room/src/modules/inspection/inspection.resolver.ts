/** The center's look into a room: find, begin, end, and who looked. */
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RoomContext, userErrors } from '../platform/index.ts';
import { resolveRoom, RoomType } from '../room/index.ts';
import { inspectionLoaders } from './inspection.access.ts';
import { RoomInspectionInput } from './inspection.inputs.ts';
import { toBareRoom, toInspection } from './inspection.mapper.ts';
import { endInspection, findRoomToInspect, type InspectionOutcome, startInspection } from './inspection.service.ts';
import { RoomInspectionPayload, RoomInspectionType } from './inspection.type.ts';

async function toPayload(context: RoomContext, { inspection, problems }: InspectionOutcome): Promise<RoomInspectionPayload> {
  return {
    roomInspection: inspection && toInspection(inspection, context.viewer),
    room: inspection?.is_running ? await resolveRoom({ id: inspection.room_id }, context) : null,
    userErrors: userErrors(problems, context.locale),
  };
}

@Resolver(() => RoomInspectionType)
export class RoomInspectionResolver {
  @Directive('@tag(name: "internal")')
  @Query(() => RoomType, {
    nullable: true,
    description:
      '確認する部屋を番号(部屋番号か申込の受付番号)で探す。番号と状態だけ / Finds a room to look into by its number or its application’s; number and status only.',
  })
  async roomToInspect(
    @Ctx() context: RoomContext,
    @Arg('roomNumber', () => String, { description: '部屋番号か受付番号 / Room number or receipt number.' }) roomNumber: string,
  ): Promise<RoomType | null> {
    const row = await findRoomToInspect(context, roomNumber);
    return row && toBareRoom(row);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomInspectionPayload, {
    description: 'センターが理由を述べて部屋を確認する。全員に見える / A centre officer looks in, with a reason; shown to the whole room.',
  })
  async roomInspectionStart(
    @Ctx() context: RoomContext,
    @Arg('input', () => RoomInspectionInput, { description: '部屋と理由 / Room and reason.' }) input: RoomInspectionInput,
  ): Promise<RoomInspectionPayload> {
    return toPayload(context, await startInspection(context, input));
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomInspectionPayload, { description: '部屋の確認を終える / Ends a look before its time.' })
  async roomInspectionEnd(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, { description: '確認 / The look.' }) id: string,
  ): Promise<RoomInspectionPayload> {
    return toPayload(context, await endInspection(context, id));
  }

  @FieldResolver(() => RoomType, { nullable: true, description: '部屋。見られないときはnull / The room; null when not yours to see.' })
  room(@Root() { roomId }: RoomInspectionType, @Ctx() context: RoomContext): Promise<RoomType | null> {
    return resolveRoom({ id: roomId }, context);
  }
}

@Resolver(() => RoomType)
export class RoomInspectionsResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [RoomInspectionType], {
    description: 'センターがこの部屋を確認した記録。新しい順 / Looks of the centre into this room, newest first.',
  })
  async inspections(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<RoomInspectionType[]> {
    return (await inspectionLoaders(context).ofRoom.load(id)).map((row) => toInspection(row, context.viewer));
  }
}
