/** My Number (個人番号) must never be stored (R21, 番号法): any twelve digits with a valid check digit are refused. */

/** A written date beside a time or a phone number is not the beginning of a My Number. */
const dates = /(?<!\d)(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d|3[01])(?!\d)/gu;
const separators = /[\s\-‐-―−ー－・.．,，/／_]/u;

/**
 * Looks through full-width digits and the separators people write between groups.
 * @returns whether the text holds a number that would pass as a My Number
 */
export function containsMyNumber(text: string): boolean {
  return digitRuns(text.normalize('NFKC').replaceAll(dates, '|')).some((run) => run.length === 12 && hasValidCheckDigit(run));
}

/** Digits that stand together, or apart by one separator at a time; a longer run is another kind of number. */
function digitRuns(text: string): string[] {
  const runs: string[] = [];
  let run = '';
  let gap = 0;
  for (const character of text) {
    if (/[0-9]/.test(character)) {
      run += character;
      gap = 0;
    } else if (run && gap < 3 && separators.test(character)) gap += 1;
    else {
      runs.push(run);
      run = '';
      gap = 0;
    }
  }
  return [...runs, run].flatMap((found) => (found.length > 12 ? windows(found) : [found]));
}

/** Several numbers written one after the other run together: each window of twelve counts only when groups could end there. */
function windows(run: string): string[] {
  return run.length % 12 === 0 ? (run.match(/\d{12}/g) ?? []) : [];
}

/** 行政手続における特定の個人を識別するための番号の利用等に関する法律施行規則: weights 2–7, 2–6 from the right, modulo 11. */
function hasValidCheckDigit(digits: string): boolean {
  const body = [...digits.slice(0, 11)].reverse().map(Number);
  const sum = body.reduce((total, digit, index) => total + digit * (index < 6 ? index + 2 : index - 4), 0);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}
