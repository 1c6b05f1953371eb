import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

/** An enum of strings with a description for each. */
export function describedEnum<T extends string>(name: string, description: string, words: Record<T, string>): Record<T, T> {
  const values = Object.fromEntries(Object.keys(words).map((value) => [value, value])) as Record<T, T>;
  const valuesConfig = Object.fromEntries(Object.entries<string>(words).map(([value, text]) => [value, { description: text }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as never });
  return values;
}

export const FormCodeEnum = describedEnum('FormCode', '手引きの様式番号 / Form numbers of the district guide.', {
  FORM_1_1: '様式1-1 誓約書（事業所） / Form 1-1, pledge of a facility.',
  FORM_1_2: '様式1-2 誓約書（個人） / Form 1-2, pledge of a person.',
  FORM_2_1_1: '様式2-1-1 ID申請（医療機関） / Form 2-1-1, IDs for a medical institution.',
  FORM_2_1_2: '様式2-1-2 ID申請（介護事業所） / Form 2-1-2, IDs for a care office.',
  FORM_2_2: '様式2-2 ID変更 / Form 2-2, change of an ID.',
  FORM_3_1: '様式3-1 同意書 / Form 3-1, consent.',
  FORM_4_1: '様式4-1 部屋の新規申込 / Form 4-1, opening a room.',
  FORM_4_2: '様式4-2 部屋の変更申込 / Form 4-2, changing a room.',
  FORM_4_3: '様式4-3 部屋の削除申込 / Form 4-3, closing a room.',
});
export type FormCode = keyof typeof FormCodeEnum;

export const SubmissionChannelEnum = describedEnum('SubmissionChannel', '出し方 / How something was handed in.', {
  PORTAL: '画面から / On the screen.',
  PAPER: '紙で / On paper.',
});
export type SubmissionChannel = keyof typeof SubmissionChannelEnum;
