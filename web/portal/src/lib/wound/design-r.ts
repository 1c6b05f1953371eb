/** DESIGN-R® 2020 as it is chosen: each item's choices by the code of the notation, what they count, and what they mean. */
import type { DesignRDepth, WoundAssessInput, WoundRowFragment } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

/** In the order of the notation; depth is not counted. */
export const woundItems = ['depth', 'exudate', 'size', 'inflammation', 'granulation', 'necrosis', 'pocket'] as const;
export type WoundItem = (typeof woundItems)[number];
export type CountedItem = Exclude<WoundItem, 'depth'>;
/** `{ depth: 'D3', inflammation: 'I3C' }` */
export type WoundCodes = Partial<Record<WoundItem, string>>;

export interface WoundChoice {
  code: string;
  /** Not of depth. */
  score: number;
  label: () => string;
}

const choice = (code: string, label: () => string): WoundChoice => ({ code, score: Number(/\d+/u.exec(code)?.[0] ?? 0), label });

export const woundChoices: Readonly<Record<WoundItem, readonly WoundChoice[]>> = {
  depth: [
    choice('d0', m.wound_d0),
    choice('d1', m.wound_d1),
    choice('d2', m.wound_d2),
    choice('D3', m.wound_d3),
    choice('D4', m.wound_d4),
    choice('D5', m.wound_d5),
    choice('DDTI', m.wound_ddti),
    choice('DU', m.wound_du),
  ],
  exudate: [choice('e0', m.wound_e0), choice('e1', m.wound_e1), choice('e3', m.wound_e3), choice('E6', m.wound_e6)],
  size: [
    choice('s0', m.wound_s0),
    choice('s3', m.wound_s3),
    choice('s6', m.wound_s6),
    choice('s8', m.wound_s8),
    choice('s9', m.wound_s9),
    choice('s12', m.wound_s12),
    choice('S15', m.wound_s15),
  ],
  inflammation: [
    choice('i0', m.wound_i0),
    choice('i1', m.wound_i1),
    choice('I3C', m.wound_i3c),
    choice('I3', m.wound_i3),
    choice('I9', m.wound_i9),
  ],
  granulation: [
    choice('g0', m.wound_g0),
    choice('g1', m.wound_g1),
    choice('g3', m.wound_g3),
    choice('G4', m.wound_g4),
    choice('G5', m.wound_g5),
    choice('G6', m.wound_g6),
  ],
  necrosis: [choice('n0', m.wound_n0), choice('N3', m.wound_n3), choice('N6', m.wound_n6)],
  pocket: [
    choice('p0', m.wound_p0),
    choice('P6', m.wound_p6),
    choice('P9', m.wound_p9),
    choice('P12', m.wound_p12),
    choice('P24', m.wound_p24),
  ],
};

export const itemNames: Readonly<Record<WoundItem, () => string>> = {
  depth: m.wound_item_depth,
  exudate: m.wound_item_exudate,
  size: m.wound_item_size,
  inflammation: m.wound_item_inflammation,
  granulation: m.wound_item_granulation,
  necrosis: m.wound_item_necrosis,
  pocket: m.wound_item_pocket,
};

const find = (item: WoundItem, code: string | undefined): WoundChoice | undefined =>
  woundChoices[item].find((found) => found.code === code);

export const labelOf = (item: WoundItem, code: string | undefined): string => find(item, code)?.label() ?? '';

export function totalOf(codes: WoundCodes): number {
  return woundItems.reduce((sum, item) => sum + (item === 'depth' ? 0 : (find(item, codes[item])?.score ?? 0)), 0);
}

/** As far as it goes: `D3-e3s8…` */
export function notationOf(codes: WoundCodes): string {
  const [depth = '', ...others] = woundItems.map((item) => codes[item] ?? '');
  const isWhole = woundItems.every((item) => codes[item]);
  return isWhole ? `${depth}-${others.join('')}:${totalOf(codes)}` : [depth, others.join('')].filter(Boolean).join('-');
}

type Scored = Pick<WoundRowFragment, WoundItem | 'criticallyColonized'>;

export function codeOf(row: Scored, item: WoundItem): string {
  if (item === 'depth') return row.depth;
  if (item === 'inflammation' && row.criticallyColonized) return 'I3C';
  return woundChoices[item].find(({ code, score }) => score === row[item] && code !== 'I3C')?.code ?? '';
}

export const codesOf = (row: Scored): WoundCodes => Object.fromEntries(woundItems.map((item) => [item, codeOf(row, item)]));

/** @returns null before everything is chosen */
export function scoresOf(codes: WoundCodes): Pick<WoundAssessInput, WoundItem | 'criticallyColonized'> | null {
  if (!woundItems.every((item) => find(item, codes[item]))) return null;
  const score = (item: CountedItem): number => find(item, codes[item])?.score ?? 0;
  return {
    depth: codes.depth as DesignRDepth,
    exudate: score('exudate'),
    size: score('size'),
    inflammation: score('inflammation'),
    criticallyColonized: codes.inflammation === 'I3C',
    granulation: score('granulation'),
    necrosis: score('necrosis'),
    pocket: score('pocket'),
  };
}

/** Greatest length × the greatest width at right angles to it, in cm². @returns the code of size */
export function sizeOf(squareCm: number): string {
  const bounds: [below: number, code: string][] = [
    [4, 's3'],
    [16, 's6'],
    [36, 's8'],
    [64, 's9'],
    [100, 's12'],
  ];
  return squareCm <= 0 ? 's0' : (bounds.find(([below]) => squareCm < below)?.[1] ?? 'S15');
}

/** As it is typed, with a full-width point or digits. @returns null for what is no length up to 100 cm */
export function lengthOf(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim();
  const value = Number(plain);
  return /^\d{1,3}(\.\d{1,2})?$/u.test(plain) && value > 0 && value <= 100 ? value : null;
}
