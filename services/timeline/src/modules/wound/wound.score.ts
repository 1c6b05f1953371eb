/**
 * DESIGN-R® 2020 of 日本褥瘡学会 (改定DESIGN-R®2020 コンセンサス・ドキュメント): the items, their scores, the total and the notation. Pure.
 */
export const depths = ['d0', 'd1', 'd2', 'D3', 'D4', 'D5', 'DDTI', 'DU'] as const;
export type WoundDepth = (typeof depths)[number];

export const woundItems = ['exudate', 'size', 'inflammation', 'granulation', 'necrosis', 'pocket'] as const;
export type WoundItem = (typeof woundItems)[number];
export type WoundScores = Record<WoundItem, number>;

interface ItemOfScale {
  letter: string;
  scores: readonly number[];
  /** From this score on the letter is a capital. */
  severeFrom: number;
  label: { ja: string; en: string };
}

/** In the order of the notation. */
export const designR: Readonly<Record<WoundItem, ItemOfScale>> = {
  exudate: { letter: 'e', scores: [0, 1, 3, 6], severeFrom: 6, label: { ja: '滲出液', en: 'exudate' } },
  size: { letter: 's', scores: [0, 3, 6, 8, 9, 12, 15], severeFrom: 15, label: { ja: '大きさ', en: 'size' } },
  inflammation: { letter: 'i', scores: [0, 1, 3, 9], severeFrom: 3, label: { ja: '炎症・感染', en: 'inflammation' } },
  granulation: { letter: 'g', scores: [0, 1, 3, 4, 5, 6], severeFrom: 4, label: { ja: '肉芽組織', en: 'granulation' } },
  necrosis: { letter: 'n', scores: [0, 3, 6], severeFrom: 3, label: { ja: '壊死組織', en: 'necrotic tissue' } },
  pocket: { letter: 'p', scores: [0, 6, 9, 12, 24], severeFrom: 6, label: { ja: 'ポケット', en: 'pocket' } },
};

/** I3C and I3 count the same and are not the same (critical colonisation, infection). */
export interface WoundState extends WoundScores {
  depth: WoundDepth;
  criticallyColonized?: boolean | null;
}

/** 0–66. Depth is not added. */
export const totalOf = (scores: WoundScores): number => woundItems.reduce((sum, item) => sum + scores[item], 0);

/** E.g. `D3-e3s8i1g3n0p0:15`, `D4-E6s6I3CG6n0p0:21`. */
export function notationOf(state: WoundState): string {
  const parts = woundItems.map((item) => {
    const { letter, severeFrom } = designR[item];
    const score = state[item];
    const colonized = item === 'inflammation' && state.criticallyColonized ? 'C' : '';
    return `${score >= severeFrom ? letter.toUpperCase() : letter}${score}${colonized}`;
  });
  return `${state.depth}-${parts.join('')}:${totalOf(state)}`;
}

/** Greatest length × the greatest width at right angles to it, in cm². @returns the score of size */
export function sizeScore(squareCm: number): number {
  const bounds: [below: number, score: number][] = [
    [4, 3],
    [16, 6],
    [36, 8],
    [64, 9],
    [100, 12],
  ];
  return squareCm <= 0 ? 0 : (bounds.find(([below]) => squareCm < below)?.[1] ?? 15);
}

/** Full thickness suspected or out of sight stands with D3: the scale writes all of these with a capital. */
const severity: Record<WoundDepth, number> = { d0: 0, d1: 1, d2: 2, DDTI: 3, DU: 3, D3: 3, D4: 4, D5: 5 };
const alarmingRise = 3;

/** Whether the others must hear of it (R24): the total rose by three or more, or it is deeper. */
export const isWorse = (now: WoundState, before: WoundState | undefined): boolean =>
  before !== undefined && (totalOf(now) - totalOf(before) >= alarmingRise || severity[now.depth] > severity[before.depth]);
