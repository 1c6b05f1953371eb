import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { readSetting } from '../district-setting/index.ts';
import { type Profession, ProfessionEnum } from '../user/index.ts';
import { ApplicationDistrict } from './id-application.type.ts';

@Resolver(() => ApplicationDistrict)
export class ApplicationDistrictResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [ProfessionEnum], {
    description: 'IDを申し込める職種。地区が決める / Professions for which an ID may be applied for, as the district has set.',
  })
  professions(@Root() { id }: ApplicationDistrict, @Ctx() { asService, now }: IdentityContext): Promise<Profession[]> {
    return asService((tx) => readSetting(tx, id, 'idProfessions', now()));
  }
}
