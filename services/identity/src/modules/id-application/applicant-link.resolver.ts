import { isOfficer } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { type IdLink, linksOfApplications } from '../issue/index.ts';
import { IdApplicantType } from './id-application.type.ts';
import { IdLinkType } from './id-link.type.ts';

/** For one operation, and for one viewer. */
const loaders = new WeakMap<IdentityContext, DataLoader<string, IdLink[]>>();

function loaderOf(context: IdentityContext): DataLoader<string, IdLink[]> {
  const known =
    loaders.get(context) ??
    new DataLoader<string, IdLink[]>(async (ids) => {
      const links = Map.groupBy(await context.asService((tx) => linksOfApplications(tx, ids)), ({ applicationId }) => applicationId);
      return ids.map((id) => links.get(id) ?? []);
    });
  loaders.set(context, known);
  return known;
}

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
    const links = await loaderOf(context).load(applicationId);
    return links.find(({ applicantId, districtId }) => applicantId === id && districtId === viewer.districtId) ?? null;
  }
}
