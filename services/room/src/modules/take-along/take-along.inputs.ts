/** What is said when a room is taken along. */
import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import type { ExportPurpose } from './take-along.entity.ts';

export const ExportPurposeEnum = { MOVE: 'MOVE', CLOSING_COPY: 'CLOSING_COPY', OWN_COPY: 'OWN_COPY', LEGAL: 'LEGAL' } as const satisfies {
  [K in ExportPurpose]: K;
};
registerEnumType(ExportPurposeEnum, {
  name: 'RoomExportPurpose',
  description: '持ち出しの目的 / What a room is taken along for.',
  valuesConfig: {
    MOVE: { description: '転居・転院先への引き継ぎ / Handing on where the patient moves to.' },
    CLOSING_COPY: { description: '部屋の終了にあたっての写し / Copy before the room is closed.' },
    OWN_COPY: { description: '本人の控え / Copy for the patient.' },
    LEGAL: { description: '法令に基づく保存・提出 / As the law asks.' },
  },
});

@ArgsType()
export class RoomExportArgs {
  @Field(() => ID, { description: '持ち出しのID(UUIDv7)。同じ値の再送は1件 / Client-made UUIDv7; sent twice it is one.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '部屋 / The room.' })
  roomId!: string;

  @Field(() => ExportPurposeEnum, { description: '目的 / What for.' })
  purpose!: ExportPurpose;

  @Field(() => String, { description: '理由(10〜300文字) / Why, 10 to 300 characters.' })
  reason!: string;
}
