import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FacilityType } from '../facility/index.ts';
import { type FormCode, FormCodeEnum } from '../form/index.ts';
import { userErrors } from '../problem/index.ts';
import { UserType } from '../user/index.ts';
import { pledgeOfFacility } from './pledge.access.ts';
import { PledgeRegisterPaperInput, PledgeSignInput, PledgeTextPublishInput } from './pledge.inputs.ts';
import { publishText } from './pledge.publish.service.ts';
import { registerPaper, signPledge } from './pledge.sign.service.ts';
import { allTexts, readPledgeText, versionOf } from './pledge.text.service.ts';
import {
  PledgeOwedType,
  PledgeRegisterPaperPayload,
  PledgeSignPayload,
  PledgeTextPublishPayload,
  PledgeTextType,
  PledgeType,
} from './pledge.type.ts';

@Resolver(() => PledgeType)
export class PledgeResolver {
  @Directive('@tag(name: "public")')
  @Directive('@tag(name: "internal")')
  @Query(() => PledgeTextType, {
    nullable: true,
    description: '誓約書の今の文面(様式1-1・1-2)。サインインは要らない / Wording of a pledge in force; without signing in.',
  })
  pledgeText(
    @Arg('form', () => FormCodeEnum, { description: '様式1-1か1-2 / Form 1-1 or 1-2.' }) form: FormCode,
    @Arg('districtId', () => ID, { nullable: true, description: "地区。省くと自分の地区 / District; one's own when left out." })
    districtId: string | null,
    @Arg('version', () => String, { nullable: true, description: '版。省くと今の版 / Version; the one in force when left out.' })
    version: string | null,
    @Ctx() context: IdentityContext,
  ): Promise<PledgeTextType | null> {
    return readPledgeText(context, { form, districtId, version });
  }

  @Directive('@tag(name: "internal")')
  @Query(() => [PledgeTextType], {
    description: '地区の文面のすべての版、これからのものも（職員だけ） / Every version for the district, coming ones too; for officers.',
  })
  pledgeTexts(
    @Arg('form', () => FormCodeEnum, { description: '様式1-1か1-2 / Form 1-1 or 1-2.' }) form: FormCode,
    @Ctx() context: IdentityContext,
  ): Promise<PledgeTextType[]> {
    return allTexts(context, form);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => PledgeSignPayload, { description: '誓約書に画面で署名する / Signs a pledge on the screen.' })
  async pledgeSign(
    @Arg('input', () => PledgeSignInput, { description: '署名 / The signature.' }) input: PledgeSignInput,
    @Ctx() context: IdentityContext,
  ): Promise<PledgeSignPayload> {
    const { pledge, replayed = false, problems } = await signPledge(context, input);
    return { pledge, replayed, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => PledgeRegisterPaperPayload, {
    description: '紙で受け取った誓約書を入れる（職員だけ） / Puts in a pledge received on paper; for officers.',
  })
  async pledgeRegisterPaper(
    @Arg('input', () => PledgeRegisterPaperInput, { description: '紙の内容 / What the paper says.' }) input: PledgeRegisterPaperInput,
    @Ctx() context: IdentityContext,
  ): Promise<PledgeRegisterPaperPayload> {
    const { pledge, replayed = false, problems } = await registerPaper(context, input);
    return { pledge, replayed, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => PledgeTextPublishPayload, {
    description: '誓約書の新しい文面を出す（職員だけ） / Publishes a new wording of a pledge; for officers.',
  })
  async pledgeTextPublish(
    @Arg('input', () => PledgeTextPublishInput, { description: '文面 / The wording.' }) input: PledgeTextPublishInput,
    @Ctx() context: IdentityContext,
  ): Promise<PledgeTextPublishPayload> {
    const { pledgeText, replayed = false, problems } = await publishText(context, input);
    return { pledgeText, replayed, userErrors: userErrors(problems, context.locale) };
  }

  @FieldResolver(() => String, { nullable: true, description: '署名した文面の版 / Version of the wording that was signed.' })
  textVersion(@Root() { textId }: PledgeType, @Ctx() context: IdentityContext): Promise<string | null> {
    return versionOf(context, textId);
  }

  @FieldResolver(() => FacilityType, { nullable: true, description: '事業所（様式1-1のとき） / The facility, for form 1-1.' })
  facility(@Root() { facilityId }: PledgeType, @Ctx() { loaders }: IdentityContext): Promise<FacilityType | null> {
    return facilityId ? loaders.facility.load(facilityId) : Promise.resolve(null);
  }

  @FieldResolver(() => UserType, { nullable: true, description: '署名した人 / Who signed.' })
  signer(@Root() { signerUserId }: PledgeType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return signerUserId ? loaders.user.load(signerUserId) : Promise.resolve(null);
  }
}

@Resolver(() => PledgeOwedType)
export class PledgeOwedResolver {
  @FieldResolver(() => FacilityType, { nullable: true, description: '事業所（様式1-1のとき） / The facility, for form 1-1.' })
  facility(@Root() { facilityId }: PledgeOwedType, @Ctx() { loaders }: IdentityContext): Promise<FacilityType | null> {
    return facilityId ? loaders.facility.load(facilityId) : Promise.resolve(null);
  }
}

@Resolver(() => FacilityType)
export class FacilityPledgeResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => PledgeType, {
    nullable: true,
    description: '今の誓約書(様式1-1)。管理者と職員にだけ見える / The present pledge; visible to its administrators and the center.',
  })
  pledge(@Root() { id }: FacilityType, @Ctx() context: IdentityContext): Promise<PledgeType | null> {
    return pledgeOfFacility(context, id);
  }
}
