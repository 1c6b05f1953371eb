/** The forms of the guide that are written by hand, by the end of their address. */
import type { FormCode } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

interface BlankForm {
  path: string;
  form: FormCode;
  number: () => string;
  title: () => string;
}

const one = (number: string, title: () => string): BlankForm => ({
  path: number,
  form: `FORM_${number.replaceAll('-', '_')}` as FormCode,
  number: () => m.blank_number({ number }),
  title,
});

export const blankForms: readonly BlankForm[] = [
  one('1-1', m.blank_1_1),
  one('1-2', m.blank_1_2),
  one('2-1-1', m.blank_2_1_1),
  one('2-1-2', m.blank_2_1_2),
  one('2-2', m.blank_2_2),
  one('4-1', m.blank_4_1),
  one('4-2', m.blank_4_2),
  one('4-3', m.blank_4_3),
];

export const formOf = (path: string): FormCode | undefined => blankForms.find((blank) => blank.path === path)?.form;
