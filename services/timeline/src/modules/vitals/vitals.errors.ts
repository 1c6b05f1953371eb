/** What is said of a correction that cannot be taken, in place of what is said of any post. */
import type { Problem, Sentences } from '@heya/service-common/errors';

type Words = Partial<Sentences<'FORBIDDEN' | 'INVALID_STATE'>>;

const ofOld: Words = {
  FORBIDDEN: {
    ja: '値を直せるのは、書いた人か、部屋の医師・歯科医師・看護師・保健師です。',
    en: 'Whoever wrote them down, or a doctor or nurse of the room, corrects values.',
  },
  INVALID_STATE: { ja: 'この値は、すでに直されているか取り消されています。', en: 'These values have been corrected or retracted already.' },
};

export const correctionWords = ({ field }: Problem<string>): Words => (field?.at(-1) === 'id' ? ofOld : {});
