/** Rules for an assessment of a wound as it is sent (R24). Pure. */
import { type Problem, problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { textProblems } from '../vitals/index.ts';
import { designR, sizeScore, woundItems, type WoundState } from './wound.score.ts';

export interface WoundDraft extends WoundState {
  site: string;
  /** Of the wound that was assessed before; none begins a new one. */
  woundId?: string | null;
  /** The assessment that this one corrects. */
  correctsId?: string | null;
  lengthCm?: number | null;
  widthCm?: number | null;
  areaCm2?: number | null;
}

type Code = 'BLANK' | 'INVALID' | 'TOO_LONG' | 'MY_NUMBER_NOT_ALLOWED' | 'NOT_FOUND' | 'INVALID_STATE' | 'FORBIDDEN';
export type WoundProblem = Problem<Code>;

export const siteLength = 60;
/** Of a body, in cm. */
const longest = 100;
const largest = longest * longest;
const tolerance = 1e-6;

export function woundProblems(draft: WoundDraft, path: string[]): WoundProblem[] {
  const { site, woundId, correctsId } = draft;
  return [
    ...(site.trim() ? [] : [problem('BLANK' as const, [...path, 'site'])]),
    ...textProblems(site, siteLength, [...path, 'site']),
    ...woundItems.flatMap((item) => scoreProblems(draft, item, path)),
    ...(draft.criticallyColonized && draft.inflammation !== 3 ? [problem('INVALID' as const, [...path, 'criticallyColonized'])] : []),
    ...measureProblems(draft, path),
    ...(woundId && !isId(woundId) ? [problem('NOT_FOUND' as const, [...path, 'woundId'])] : []),
    ...(correctsId && (!isId(correctsId) || !woundId) ? [problem('NOT_FOUND' as const, [...path, 'correctsId'])] : []),
  ];
}

function scoreProblems(draft: WoundDraft, item: (typeof woundItems)[number], path: string[]): WoundProblem[] {
  const { scores, label } = designR[item];
  if (scores.includes(draft[item])) return [];
  return [problem('INVALID', [...path, item], { label: label.ja, labelEn: label.en, scores: scores.join('・') })];
}

/** Both sides or neither; the score of size is what they make. */
function measureProblems(draft: WoundDraft, path: string[]): WoundProblem[] {
  const { lengthCm, widthCm, areaCm2, size } = draft;
  const wrong = (name: string): WoundProblem => problem('INVALID', [...path, name]);
  const isWithin = (value: number, most: number): boolean => value > 0 && value <= most;
  return [
    ...((lengthCm ?? null) === null || isWithin(lengthCm as number, longest) ? [] : [wrong('lengthCm')]),
    ...((widthCm ?? null) === null || (isWithin(widthCm as number, longest) && (lengthCm ?? 0) + tolerance >= (widthCm as number))
      ? []
      : [wrong('widthCm')]),
    ...((areaCm2 ?? null) === null || isWithin(areaCm2 as number, largest) ? [] : [wrong('areaCm2')]),
    ...(lengthCm && (widthCm ?? null) === null ? [wrong('widthCm')] : []),
    ...(lengthCm && widthCm && designR.size.scores.includes(size) && sizeScore(lengthCm * widthCm) !== size ? [wrong('size')] : []),
  ];
}
