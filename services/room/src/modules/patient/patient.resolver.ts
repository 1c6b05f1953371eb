/** Patient and its registration. */
import { codedError } from '@heya/service-common/errors';
import { DateScalar, DateTimeScalar, PhoneNumberScalar } from '@heya/service-common/graphql-types';
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Holds } from '@heya/service-common/holds';
import { dayInJapan, type RoomContext, userErrors } from '../platform/index.ts';
import { ViewerType } from '../foreign/index.ts';
import { loadPatient, type PatientView } from './patient.access.ts';
import type { AdministrativeSex } from './patient.entity.ts';
import { ageOn, patientClass } from './patient.policy.ts';
import { PatientRegisterInput, PatientUpdateInput } from './patient.inputs.ts';
import { resolvePatient } from './patient.reference.ts';
import type { PatientProfileFields } from './patient.registration.policy.ts';
import { listInPreparation, registerPatient } from './patient.service.ts';
import { AdministrativeSexEnum, PatientRegisterPayload, PatientType, PatientUpdatePayload } from './patient.type.ts';
import { updatePatient } from './patient.update.service.ts';

type Shown<K extends keyof PatientProfileFields> = Promise<PatientProfileFields[K] | null>;

async function profileField<K extends keyof PatientProfileFields>(context: RoomContext, { id }: PatientType, key: K): Shown<K> {
  return (await loadPatient(context, id))?.profile[key] ?? null;
}

/** @throws FORBIDDEN when the right ended in the middle of this request */
async function requireView(context: RoomContext, { id }: PatientType): Promise<PatientView> {
  const view = await loadPatient(context, id);
  if (!view) throw codedError('FORBIDDEN');
  return view;
}

@Resolver(() => PatientType)
export class PatientResolver {
  @Query(() => PatientType, {
    nullable: true,
    description: '利用者(患者)。見られないときはnull / A patient; null when absent or not yours to see.',
  })
  patient(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, { description: '識別子 / Identifier.' }) id: string,
  ): Promise<PatientType | null> {
    return resolvePatient({ id }, context);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => PatientRegisterPayload, { description: '利用者(患者)を登録する / Registers a patient.' })
  async patientRegister(
    @Ctx() context: RoomContext,
    @Arg('input', () => PatientRegisterInput, { description: '登録の内容 / What to register.' }) input: PatientRegisterInput,
  ): Promise<PatientRegisterPayload> {
    const { patientId, alike, replayed, problems } = await registerPatient(context, input);
    return {
      patient: patientId ? { id: patientId } : null,
      possibleDuplicates: alike.map((id) => ({ id })),
      replayed,
      userErrors: userErrors(problems, context.locale),
    };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => PatientUpdatePayload, {
    description: '基本情報を変える。前の内容は履歴に残る / Changes the basics; what was before stays in the history.',
  })
  async patientUpdate(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, { description: '利用者(患者) / The patient.' }) id: string,
    @Arg('input', () => PatientUpdateInput, { description: '変更の内容 / The change.' }) input: PatientUpdateInput,
  ): Promise<PatientUpdatePayload> {
    const { patientId, problems } = await updatePatient(context, id, input);
    return { patient: patientId ? { id: patientId } : null, userErrors: userErrors(problems, context.locale) };
  }

  @Holds(patientClass)
  @FieldResolver(() => String, { nullable: true, description: '氏名 / Name.' })
  name(@Root() root: PatientType, @Ctx() context: RoomContext): Shown<'name'> {
    return profileField(context, root, 'name');
  }

  @Holds(patientClass)
  @FieldResolver(() => String, { nullable: true, description: '氏名の読み(カタカナ) / Reading of the name in katakana.' })
  nameKana(@Root() root: PatientType, @Ctx() context: RoomContext): Shown<'nameKana'> {
    return profileField(context, root, 'nameKana');
  }

  @Holds(patientClass)
  @FieldResolver(() => AdministrativeSexEnum, { nullable: true, description: '性別 / Administrative sex.' })
  sex(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<AdministrativeSex | null> {
    return profileField(context, root, 'sex');
  }

  @Holds(patientClass)
  @FieldResolver(() => DateScalar, { nullable: true, description: '生年月日 / Date of birth.' })
  birthDate(@Root() root: PatientType, @Ctx() context: RoomContext): Shown<'birthDate'> {
    return profileField(context, root, 'birthDate');
  }

  @Holds(patientClass)
  @FieldResolver(() => Int, { nullable: true, description: '年齢(今日、満年齢) / Age today in full years.' })
  async age(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<number | null> {
    const birthDate = await profileField(context, root, 'birthDate');
    return birthDate === null ? null : ageOn(birthDate, dayInJapan(context.now()));
  }

  @Holds(patientClass)
  @FieldResolver(() => String, { nullable: true, description: '郵便番号 / Postal code.' })
  postalCode(@Root() root: PatientType, @Ctx() context: RoomContext): Shown<'postalCode'> {
    return profileField(context, root, 'postalCode');
  }

  @Holds(patientClass)
  @FieldResolver(() => String, { nullable: true, description: '住所 / Address.' })
  address(@Root() root: PatientType, @Ctx() context: RoomContext): Shown<'address'> {
    return profileField(context, root, 'address');
  }

  @Holds(patientClass)
  @FieldResolver(() => PhoneNumberScalar, { nullable: true, description: '電話番号 / Telephone number.' })
  phone(@Root() root: PatientType, @Ctx() context: RoomContext): Shown<'phone'> {
    return profileField(context, root, 'phone');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'consentChangedの取りこぼし防止。購読を始める前に取る。見られないときはnull / Take this before subscribing to consentChanged; null when not yours to see.',
  })
  async consentCursor(@Root() { id, consentSeq }: PatientType, @Ctx() context: RoomContext): Promise<string | null> {
    const view = await loadPatient(context, id);
    // Never newer than the room that led here: what was read of it before this counts too.
    return view?.isReachable
      ? context.cursors.seal('consentChanged', [id, Math.min(view.consentSeq, consentSeq ?? view.consentSeq)])
      : null;
  }

  @FieldResolver(() => DateTimeScalar, { description: '最後に変わった時 / When last changed.' })
  async updatedAt(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<Date> {
    return (await requireView(context, root)).updatedAt;
  }

  @FieldResolver(() => Int, { description: '版。変更のたび増える / Grows with every change.' })
  async version(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<number> {
    return (await requireView(context, root)).version;
  }

  @FieldResolver(() => Boolean, { description: '自分が今変えられるか / Whether you can change it now.' })
  async viewerCanUpdate(@Root() root: PatientType, @Ctx() context: RoomContext): Promise<boolean> {
    return (await loadPatient(context, root.id))?.updating.allowed ?? false;
  }
}

@Resolver(() => ViewerType)
export class ViewerPatientsResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [PatientType], {
    nullable: true,
    description: '自分が登録し、まだ部屋のない利用者(患者) / Patients you registered who have no room yet.',
  })
  async patientsInPreparation(@Ctx() context: RoomContext): Promise<PatientType[]> {
    return (await listInPreparation(context)).map((id) => ({ id }));
  }
}
