/** Telephone numbers as written in Japan, and as kept (E.164). */

/** `0952-12-3456`, full-width too, or a number with its country code; undefined when it is none. */
export function toE164(written: string): string | undefined {
  const plain = written.normalize('NFKC').replace(/[\s()‐‑–—―ー－.-]/g, '');
  if (/^\+[1-9]\d{7,14}$/.test(plain)) return plain;
  return /^0\d{9,10}$/.test(plain) ? `+81${plain.slice(1)}` : undefined;
}

/** A number of Japan as it is dialled there; others keep their country code. */
export function fromE164(kept: string): string {
  return kept.startsWith('+81') ? `0${kept.slice(3)}` : kept;
}
