/** A piece of text as it is shown: plain and marked by turns (R27). Pure. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** @param ranges code points of the text, in order and apart */
export function piecesOf(text: string, ranges: readonly { start: number; end: number }[]): Piece[] {
  const chars = [...text];
  const cut = (start: number, end: number, marked: boolean): Piece[] =>
    end > start ? [{ text: chars.slice(start, end).join(''), marked }] : [];
  let place = 0;
  const pieces = ranges.flatMap(({ start, end }) => {
    const before = cut(place, start, false);
    place = end;
    return [...before, ...cut(start, end, true)];
  });
  return [...pieces, ...cut(place, chars.length, false)];
}
