import { isOfficer } from '@heya/service-common/viewer';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { perOperation } from '../../per-operation.ts';
import { linksOfApplications } from '../issue/index.ts';
import { IdApplicantType } from './id-application.type.ts';
import { IdLinkType } from './id-link.type.ts';

const linksOf = perOperation(async (context, ids) => {
  const links = Map.groupBy(await context.asService((tx) => linksOfApplications(tx, ids)), ({ applicationId }) => applicationId);
  return ids.map((id) => links.get(id) ?? []);
});

@Resolver(() => IdApplicantType)
export class ApplicantLinkResolver {
  @FieldResolver(() => IdLinkType, {
    nullable: true,
    description:
      'ほかの地区のIDの本人への確認と、その答え。職員だけ / The question put to the holder of an ID of another district, and the answer; for officers.',
  })
  async link(@Root() { applicationId, id, outcome }: IdApplicantType, @Ctx() context: IdentityContext): Promise<IdLinkType | null> {
    const { viewer } = context;
    if (!outcome || outcome === 'CREATED' || !isOfficer(viewer)) return null;
    const links = await linksOf(context).load(applicationId);
    return links.find(({ applicantId, districtId }) => applicantId === id && districtId === viewer.districtId) ?? null;
  }
}
