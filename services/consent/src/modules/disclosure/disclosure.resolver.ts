import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConsentContext } from '../platform/index.ts';
import { PatientType, RoomType } from '../foreign/index.ts';
import { disclosureMessage } from './disclosure.message.ts';
import type { RoomConsentState } from './disclosure.policy.ts';
import { listDisclosures, readRoomState } from './disclosure.service.ts';
import { DisclosureType, RoomConsentStateEnum } from './disclosure.type.ts';

@Resolver(() => PatientType)
export class PatientDisclosuresResolver {
  @FieldResolver(() => [DisclosureType], {
    nullable: true,
    description: '区分ごとの可否。nullの欄の理由はここで分かる / Explains why a field came back null.',
  })
  async disclosures(@Root() { id }: PatientType, @Ctx() context: ConsentContext): Promise<DisclosureType[] | null> {
    const decided = await listDisclosures(context, id);
    return (
      decided && decided.map(({ category, state, reason }) => ({ category, state, message: disclosureMessage(reason, context.locale) }))
    );
  }
}

@Resolver(() => RoomType)
export class RoomConsentStateResolver {
  @FieldResolver(() => RoomConsentStateEnum, {
    nullable: true,
    description: 'nullは「確かめられない」。画面は読み取り専用にする / null means unknown: treat as read-only.',
  })
  consentState(@Root() { id }: RoomType, @Ctx() context: ConsentContext): Promise<RoomConsentState | null> {
    return readRoomState(context, id);
  }
}
