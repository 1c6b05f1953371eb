/** The faces that forms are set in, and which of them has a character (decision 0020). */
import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { installed } from '../installed.ts';

const files = {
  regular: '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  bold: '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
  /** For names that BIZ UDPGothic cannot write, such as 𠮷. */
  rare: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
};
export type Face = keyof typeof files;
export const faces = Object.keys(files) as Face[];

const loaded = new Map<Face, Font>();

/** @returns the font, read and parsed once a process; each document cuts its own subset from it */
export function fontOf(face: Face): Font {
  const font = loaded.get(face) ?? (create(readFileSync(installed(files[face]))) as Font);
  loaded.set(face, font);
  return font;
}

/** What stands for a character that no face has; printers have always set it so. */
export const geta = '〓';

/** @returns text as it can be set: voiced kana composed, variation selectors and control characters gone, line feeds kept */
export function settable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/.[\u3099\u309a]/gu, (pair) => pair.normalize('NFC'))
    .replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
}
