/** Who is linked in a room, month by month. */
import { isPerson } from '@heya/service-common/viewer';
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RoomContext } from '../platform/index.ts';
import { RoomType } from '../room/index.ts';
import { loadCareLinks } from './care-links.access.ts';
import { toCareLinks } from './care-links.mapper.ts';
import { CareLinksType } from './care-links.type.ts';

@Resolver(() => RoomType)
export class RoomCareLinksResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => CareLinksType, {
    nullable: true,
    description:
      'ある月の連携機関。在宅医療情報連携加算の確認に使う。医療・介護の参加者だけ / Organisations linked in a month, for the monthly proof; care team only, else null.',
  })
  async careLinks(
    @Root() { id }: RoomType,
    @Arg('month', () => String, { description: '月 YYYY-MM（日本時間） / The month, in Japan.' }) month: string,
    @Ctx() context: RoomContext,
  ): Promise<CareLinksType | null> {
    const { viewer, locale } = context;
    const row = await loadCareLinks(context, { roomId: id, month });
    return row && toCareLinks(row, { month, ownFacilityId: isPerson(viewer) ? (viewer.facilityId ?? null) : null, locale });
  }
}
