// What the runner tells a person at a terminal: Japanese first, English beside it. Built-ins only (runs before the install).

/** One calm line in both languages. */
export function say(ja, en) {
  process.stdout.write(en === undefined ? `${ja}\n` : `${ja}  /  ${en}\n`);
}

/** A problem somebody can act on; shown without a stack trace. */
export class Problem extends Error {
  /** @param {string} ja @param {string} en @param {string[]} [details] lines that belong to both languages */
  constructor(ja, en, details = []) {
    super(`${ja} / ${en}`);
    this.name = 'Problem';
    this.ja = ja;
    this.en = en;
    this.details = details;
  }
}

/** Shows a failure and ends the process with code 1. */
export function fail(error) {
  if (error instanceof Problem) {
    process.stderr.write(`\n■ ${error.ja}\n  ${error.en}\n${error.details.map((line) => `    ${line}\n`).join('')}\n`);
  } else {
    process.stderr.write(`\n■ 予期しない問題が起きました。\n  Something unexpected happened.\n${error?.stack ?? error}\n`);
  }
  process.exit(1);
}

/**
 * Says every few seconds that a long step is still going on, where no terminal draws a spinner.
 * @returns {() => number} ends it and gives the seconds it took
 */
export function watchTime(ja, en, everyMs = 10_000) {
  const from = Date.now();
  const seconds = () => Math.round((Date.now() - from) / 1000);
  const timer = setInterval(() => say(`  … ${ja} ${seconds()} 秒`, `${en} ${seconds()} s`), everyMs);
  return () => {
    clearInterval(timer);
    return seconds();
  };
}
