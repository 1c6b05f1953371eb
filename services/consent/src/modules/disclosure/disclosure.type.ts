import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type Category, InformationCategoryEnum } from '../platform/index.ts';
import type { DisclosureState } from './disclosure.policy.ts';

export const DisclosureStateEnum: { [K in DisclosureState]: K } = {
  SHARED: 'SHARED',
  NOT_CONSENTED: 'NOT_CONSENTED',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
  ROLE_RESTRICTED: 'ROLE_RESTRICTED',
};
registerEnumType(DisclosureStateEnum, {
  name: 'DisclosureState',
  description: '見せてよいか / Whether it may be shown.',
  valuesConfig: {
    SHARED: { description: '見られる / Shown.' },
    NOT_CONSENTED: { description: '同意がない / Not consented.' },
    WITHDRAWN: { description: '撤回された / Withdrawn.' },
    EXPIRED: { description: '期限が過ぎた / Expired.' },
    ROLE_RESTRICTED: { description: '役割上見えない / Hidden from this role.' },
  },
});

export const RoomConsentStateEnum = { OK: 'OK', PENDING: 'PENDING', WITHDRAWN: 'WITHDRAWN' } as const;
registerEnumType(RoomConsentStateEnum, {
  name: 'RoomConsentState',
  description: '部屋の同意の状態 / Consent as it stands for a room.',
  valuesConfig: {
    OK: { description: '有効 / In force.' },
    PENDING: { description: 'まだない / None yet.' },
    WITHDRAWN: { description: '撤回された、または期限が過ぎたので書き込めない / Withdrawn or expired: the room is read-only.' },
  },
});

@ObjectType('Disclosure', { description: 'ある区分を今の閲覧者に見せてよいか / Whether one category may be shown to the caller now.' })
export class DisclosureType {
  @Field(() => InformationCategoryEnum, { description: '区分 / Category.' })
  category!: Category;

  @Field(() => DisclosureStateEnum, { description: '見せてよいか / State.' })
  state!: DisclosureState;

  @Field(() => String, { nullable: true, description: '画面に出す短い理由 / Short reason for the screen.' })
  message!: string | null;
}
