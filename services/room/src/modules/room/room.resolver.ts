/** Rooms, and what hangs on them. */
import { codedError } from '@heya/service-common/errors';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import {
  listMemberships,
  membershipLoaders,
  MembershipsArgs,
  RoomMembershipConnection,
  RoomMembershipType,
  toMembership,
} from '../membership/index.ts';
import { PatientType } from '../patient/index.ts';
import type { RoomContext } from '../platform/index.ts';
import { ViewerType } from '../foreign/index.ts';
import { roomLoaders } from './room.access.ts';
import { toRoom } from './room.mapper.ts';
import { resolveRoom } from './room.reference.ts';
import { grantStream, listOwnRooms } from './room.service.ts';
import { RoomConnection, RoomType, StreamGrantType } from './room.type.ts';

const listSize = '@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)';

@Resolver(() => RoomType)
export class RoomResolver {
  @Query(() => RoomType, { nullable: true, description: '部屋。見られないときはnull / A room; null when absent or not yours to see.' })
  room(@Ctx() context: RoomContext, @Arg('id', () => ID, { description: '識別子 / Identifier.' }) id: string): Promise<RoomType | null> {
    return resolveRoom({ id }, context);
  }

  @Directive('@inaccessible')
  @Query(() => StreamGrantType, { nullable: true, description: '部屋の変化を受けてよいか / Whether the viewer may follow a room.' })
  roomChangedGrant(
    @Ctx() context: RoomContext,
    @Arg('roomId', () => ID, { description: '部屋 / Room.' }) roomId: string,
    @Arg('notBefore', () => Int, { defaultValue: 0, description: '反映済みであるべき位置 / Bus position that must have been applied.' })
    notBefore: number,
  ): Promise<StreamGrantType | null> {
    return grantStream(context, roomId, notBefore);
  }

  @FieldResolver(() => PatientType, { description: '利用者(患者) / The patient.' })
  patient(@Root() { patientId, consentSeq }: RoomType): PatientType {
    if (patientId === null) throw codedError('FORBIDDEN');
    return { id: patientId, consentSeq };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'roomChangedの取りこぼし防止。購読を始める前に取る。続けて受けられないときはnull / Take this before subscribing to roomChanged; null when the room is not yours to follow.',
  })
  changeCursor(@Root() { id, changeSeq }: RoomType, @Ctx() { cursors }: RoomContext): string | null {
    return changeSeq === null ? null : cursors.seal('roomChanged', [id, changeSeq]);
  }

  @FieldResolver(() => RoomMembershipType, { nullable: true, description: '利用者部屋世話役 / The steward.' })
  async steward(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<RoomMembershipType | null> {
    const found = (await membershipLoaders(context).ofRoom.load(id)).find(({ is_steward }) => is_steward);
    return found ? toMembership(found) : null;
  }

  @FieldResolver(() => RoomMembershipType, { nullable: true, description: '自分の参加 / Your own membership.' })
  async viewerMembership(@Root() { viewerMembershipId }: RoomType, @Ctx() context: RoomContext): Promise<RoomMembershipType | null> {
    const row = viewerMembershipId ? await membershipLoaders(context).byId.load(viewerMembershipId) : null;
    return row && toMembership(row);
  }

  @Directive(listSize)
  @FieldResolver(() => RoomMembershipConnection, { description: '参加者。招待された順 / Members in the order of invitation.' })
  async memberships(
    @Root() { id }: RoomType,
    @Ctx() context: RoomContext,
    @Args(() => MembershipsArgs) args: MembershipsArgs,
  ): Promise<RoomMembershipConnection> {
    const page = await listMemberships(context, id, args);
    return {
      ...page,
      nodes: page.nodes.map(toMembership),
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toMembership(node) })),
    };
  }
}

@Resolver(() => RoomMembershipType)
export class MembershipRoomResolver {
  @FieldResolver(() => RoomType, { description: '部屋 / The room.' })
  async room(@Root() { roomId }: RoomMembershipType, @Ctx() context: RoomContext): Promise<RoomType | null> {
    const row = await roomLoaders(context).ofMembership.load(roomId);
    return row && toRoom(row, context.viewer);
  }
}

@Resolver(() => PatientType)
export class PatientRoomResolver {
  @FieldResolver(() => RoomType, { nullable: true, description: '部屋 / The room.' })
  async room(@Root() { id }: PatientType, @Ctx() context: RoomContext): Promise<RoomType | null> {
    const row = await roomLoaders(context).ofPatient.load(id);
    return row && toRoom(row, context.viewer);
  }
}

@Resolver(() => ViewerType)
export class ViewerRoomsResolver {
  @Directive(listSize)
  @FieldResolver(() => RoomConnection, {
    nullable: true,
    description: '自分が参加している部屋。新しい順 / Rooms you take part in, newest first.',
  })
  async rooms(
    @Ctx() context: RoomContext,
    @Arg('first', () => Int, { defaultValue: 20, description: '件数(1〜100) / Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '続きのカーソル / Cursor to go on from.' }) after?: string | null,
  ): Promise<RoomConnection> {
    const connection = await listOwnRooms(context, first, after);
    return {
      ...connection,
      nodes: connection.nodes.map((row) => toRoom(row, context.viewer)),
      edges: connection.edges.map(({ cursor, node }) => ({ cursor, node: toRoom(node, context.viewer) })),
    };
  }
}
