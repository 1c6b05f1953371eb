import { Arg, Ctx, Directive, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { userErrors } from '../problem/index.ts';
import { type Profession, ProfessionEnum, UserType } from '../user/index.ts';
import { fromValue, toSetting } from './district-setting.mapper.ts';
import { changeSetting, listSettings, readSetting } from './district-setting.service.ts';
import {
  DistrictSettingChangeType,
  DistrictSettingType,
  DistrictSettingUpdateInput,
  DistrictSettingUpdatePayload,
  DistrictType,
} from './district-setting.type.ts';
import { ownDistrict } from './district.service.ts';

@Resolver(() => DistrictType)
export class DistrictResolver {
  @Query(() => DistrictType, { nullable: true, description: "自分の地区。未ログインはnull / One's own district; null when signed out." })
  district(@Ctx() context: IdentityContext): Promise<DistrictType | null> {
    return ownDistrict(context);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [ProfessionEnum], { description: '部屋を申し込める職種 / Professions that may apply for a room.' })
  applicantProfessions(@Root() { id }: DistrictType, @Ctx() { read, now }: IdentityContext): Promise<Profession[]> {
    return read((tx) => readSetting(tx, id, 'applicantProfessions', now()));
  }
}

@Resolver(() => DistrictSettingChangeType)
export class DistrictSettingResolver {
  @Directive('@tag(name: "internal")')
  @Query(() => [DistrictSettingType], {
    description: "自分の地区の設定と変更の記録（職員だけ） / Settings of one's district with their history; for officers.",
  })
  async districtSettings(@Ctx() context: IdentityContext): Promise<DistrictSettingType[]> {
    return (await listSettings(context)).map(toSetting);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => DistrictSettingUpdatePayload, {
    description: '地区の設定を変える（職員だけ） / Changes a setting of the district; for officers.',
  })
  async districtSettingUpdate(
    @Arg('input', () => DistrictSettingUpdateInput, { description: '変更 / The change.' }) input: DistrictSettingUpdateInput,
    @Ctx() context: IdentityContext,
  ): Promise<DistrictSettingUpdatePayload> {
    const { idempotencyKey: id, value, ...change } = input;
    const { setting, replayed, problems } = await changeSetting(context, { ...change, id, value: fromValue(value) });
    return { districtSetting: setting && toSetting(setting), replayed, userErrors: userErrors(problems, context.locale) };
  }

  @FieldResolver(() => UserType, { nullable: true, description: '変えた職員 / The officer who changed it.' })
  changedBy(@Root() { changedById }: DistrictSettingChangeType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return loaders.user.load(changedById);
  }
}
