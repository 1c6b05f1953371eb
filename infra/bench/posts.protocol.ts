/** What the benchmark of sustained writing and its load process say to each other. */

export type WritingOrder =
  | { type: 'write'; gateway: string; token: string; rooms: string[]; rate: number; seconds: number }
  /** Tokens are good for minutes only. */
  | { type: 'token'; token: string };

export interface Written {
  /** From when a post was due to its answer (ms), so that waiting in line counts. */
  latenciesMs: number[];
  acknowledged: number;
  /** Codes of what was refused or broke off, each with how often. */
  errors: Record<string, number>;
  /** Not even begun: too many were under way. */
  skipped: number;
}

export type WritingAnswer = ({ type: 'written' } & Written) | { type: 'failed'; reason: string };
