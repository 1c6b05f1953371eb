/** The blocks of a profile, its history, and the contacts of the family. */
import { Holds } from '@heya/service-common/holds';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { type RoomContext, userErrors } from '../platform/index.ts';
import { referTo, UserType } from '../foreign/index.ts';
import { removeContact, saveContact } from './family-contact.service.ts';
import { loadLeads } from './patient.lead.access.ts';
import { PatientType } from './patient.type.ts';
import { contentOf, loadClass } from './profile.access.ts';
import { blockCategories, type BlockContents, type CareLevel, type ContentBlock, type ProfileBlock } from './profile.block.ts';
import { listHistory } from './profile.history.service.ts';
import { FamilyContactInput, ProfileHistoryArgs } from './profile.inputs.ts';
import { shown, toChange, toContact, toHospital, toInsurance, toServices } from './profile.mapper.ts';
import { loadContact } from './family-contact.access.ts';
import { listStates } from './profile.state.service.ts';
import { FamilyContactRemovePayload, FamilyContactSavePayload, FamilyContactType } from './family-contact.type.ts';
import {
  CareLevelEnum,
  CareServiceType,
  ConditionType,
  HospitalRefType,
  LongTermCareInsuranceType,
  MedicalInsuranceType,
  MedicationType,
  TestResultType,
} from './profile.content.type.ts';
import { ProfileChangeConnection } from './profile.history.type.ts';
import { ProfileBlockEnum, ProfileBlockStateType } from './profile.type.ts';

const content = async <B extends ContentBlock>(context: RoomContext, { id }: PatientType, block: B): Promise<BlockContents[B] | null> =>
  contentOf(await loadClass(context, id, blockCategories[block]), block);

@Resolver(() => PatientType)
export class ProfileResolver {
  @Holds('FAMILY_CONTACTS')
  @FieldResolver(() => [FamilyContactType], {
    nullable: true,
    description: '家族・緊急連絡先。連絡する順 / Contacts of the family, in order.',
  })
  async familyContacts(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<FamilyContactType[] | null> {
    return (await loadClass(context, root.id, 'FAMILY_CONTACTS'))?.contacts.map(toContact) ?? null;
  }

  @Holds('MEDICAL_HISTORY')
  @FieldResolver(() => [ConditionType], { nullable: true, description: '病名・既往歴 / Diagnoses and history.' })
  async medicalHistory(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<ConditionType[] | null> {
    return shown((await content(context, root, 'MEDICAL_HISTORY')) ?? [], 'MEDICAL_HISTORY');
  }

  @Holds('MEDICAL_HISTORY')
  @FieldResolver(() => [String], { nullable: true, description: 'アレルギー / Allergies.' })
  async allergies(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<string[] | null> {
    return (await content(context, root, 'ALLERGIES')) ?? [];
  }

  @Holds('MEDICATIONS')
  @FieldResolver(() => [MedicationType], { nullable: true, description: '薬 / Medicines.' })
  async medications(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<MedicationType[] | null> {
    return shown((await content(context, root, 'MEDICATIONS')) ?? [], 'MEDICATIONS');
  }

  @Holds('TEST_RESULTS')
  @FieldResolver(() => [TestResultType], { nullable: true, description: '検査の結果。新しい順 / Test results, newest first.' })
  async testResults(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<TestResultType[] | null> {
    return shown((await content(context, root, 'TEST_RESULTS')) ?? [], 'TEST_RESULTS');
  }

  @Holds('CARE_SERVICES')
  @FieldResolver(() => [CareServiceType], { nullable: true, description: '受けているサービス / Services of care.' })
  async careServices(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<CareServiceType[] | null> {
    return toServices((await content(context, root, 'CARE_SERVICES')) ?? []);
  }

  @Holds('INSURANCE')
  @FieldResolver(() => MedicalInsuranceType, { nullable: true, description: '医療保険 / Medical insurance.' })
  async medicalInsurance(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<MedicalInsuranceType | null> {
    return toInsurance(await content(context, root, 'MEDICAL_INSURANCE'));
  }

  @Holds('INSURANCE')
  @FieldResolver(() => LongTermCareInsuranceType, { nullable: true, description: '介護保険 / Long-term care insurance.' })
  async longTermCareInsurance(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<LongTermCareInsuranceType | null> {
    const insurance = await content(context, root, 'LONG_TERM_CARE_INSURANCE');
    return shown(insurance && [insurance], 'INSURANCE')?.[0] ?? null;
  }

  @Holds('INSURANCE')
  @FieldResolver(() => CareLevelEnum, {
    nullable: true,
    description: '要介護度。書かれていないときはnull / Care level; null when none was written.',
  })
  async careLevel(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<CareLevel | null> {
    return (await content(context, root, 'LONG_TERM_CARE_INSURANCE'))?.careLevel ?? null;
  }

  @Holds('HOSPITALS')
  @FieldResolver(() => HospitalRefType, { nullable: true, description: '紹介元の病院 / Referring hospital.' })
  async referringHospital(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<HospitalRefType | null> {
    return toHospital((await content(context, root, 'HOSPITALS'))?.referring);
  }

  @Holds('HOSPITALS')
  @FieldResolver(() => HospitalRefType, { nullable: true, description: '再入院を希望する病院 / Hospital of choice for readmission.' })
  async readmissionHospital(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<HospitalRefType | null> {
    return toHospital((await content(context, root, 'HOSPITALS'))?.readmission);
  }

  @Holds('DISASTER_SAFETY')
  @FieldResolver(() => String, { nullable: true, description: '災害時の支援の要否など / What helpers must know in a disaster.' })
  async disasterNote(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<string | null> {
    return (await content(context, root, 'DISASTER'))?.note ?? null;
  }

  @FieldResolver(() => UserType, { nullable: true, description: '主治医。部屋の参加者から / The doctor in charge, of the room.' })
  async attendingPhysician(@Root() { id }: PatientType, @Ctx() context: RoomContext): Promise<UserType | null> {
    return referTo((await loadLeads(context, id)).PHYSICIAN?.user_id);
  }

  @FieldResolver(() => String, { nullable: true, description: '主治医の氏名(招待したとき) / Name of the doctor when invited.' })
  async attendingPhysicianName(@Root() { id }: PatientType, @Ctx() context: RoomContext): Promise<string | null> {
    return (await loadLeads(context, id)).PHYSICIAN?.display_name ?? null;
  }

  @FieldResolver(() => UserType, { nullable: true, description: '担当のケアマネジャー。部屋の参加者から / The care manager, of the room.' })
  async careManager(@Root() { id }: PatientType, @Ctx() context: RoomContext): Promise<UserType | null> {
    return referTo((await loadLeads(context, id)).CARE_MANAGER?.user_id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'ケアマネジャーの氏名(招待したとき) / Name of the care manager when invited.',
  })
  async careManagerName(@Root() { id }: PatientType, @Ctx() context: RoomContext): Promise<string | null> {
    return (await loadLeads(context, id)).CARE_MANAGER?.display_name ?? null;
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [ProfileBlockStateType], {
    description: '見られるまとまりの版と、最後に変えた人 / Versions of the blocks you may see, and who changed them last.',
  })
  profileBlocks(
    @Root() { id }: PatientType,
    @Ctx() context: RoomContext,
    @Arg('blocks', () => [ProfileBlockEnum], { nullable: true, description: '省くとすべて / All when left out.' })
    blocks?: ProfileBlock[] | null,
  ): Promise<ProfileBlockStateType[]> {
    return listStates(context, id, blocks);
  }

  @Directive('@tag(name: "internal")')
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @FieldResolver(() => ProfileChangeConnection, {
    nullable: true,
    description: '誰がいつ何を変えたか。新しい順 / Who changed what when, newest first.',
  })
  async profileHistory(
    @Root() { id }: PatientType,
    @Ctx() context: RoomContext,
    @Args(() => ProfileHistoryArgs) question: ProfileHistoryArgs,
  ): Promise<ProfileChangeConnection> {
    const page = await listHistory(context, id, question);
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toChange(node) })),
      nodes: page.nodes.map(toChange),
    };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => FamilyContactSavePayload, {
    description:
      '家族・緊急連絡先を書く、または変える。前の内容は履歴に残る / Adds or changes a contact; what was before stays in the history.',
  })
  async familyContactSave(
    @Ctx() context: RoomContext,
    @Arg('input', () => FamilyContactInput, { description: '連絡先 / The contact.' }) input: FamilyContactInput,
  ): Promise<FamilyContactSavePayload> {
    const { contactId, patientId, replayed, problems } = await saveContact(context, input);
    return {
      familyContact: contactId ? await loadContact(context, contactId) : null,
      patient: referTo(patientId),
      replayed,
      userErrors: userErrors(problems, context.locale),
    };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => FamilyContactRemovePayload, {
    description: '家族・緊急連絡先を消す。履歴には残る / Removes a contact; it stays in the history.',
  })
  async familyContactRemove(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, { description: '連絡先 / The contact.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: '見ていた版 / The version you saw.' }) expectedVersion: number,
  ): Promise<FamilyContactRemovePayload> {
    const { contactId, patientId, problems } = await removeContact(context, id, expectedVersion);
    return { removedId: contactId ?? null, patient: referTo(patientId), userErrors: userErrors(problems, context.locale) };
  }
}
