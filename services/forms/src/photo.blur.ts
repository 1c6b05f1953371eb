/** BlurHash (https://github.com/woltapp/blurhash/blob/master/Algorithm.md): what stands for a picture until it is there. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';
const across = 4;
const down = 3;

const base83 = (value: number, length: number): string =>
  Array.from({ length }, (_, index) => digits[Math.floor(value / 83 ** (length - 1 - index)) % 83]).join('');

const toLinear = (value: number): number => (value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const toByte = (value: number): number => {
  const within = Math.min(1, Math.max(0, value));
  return Math.round((within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055) * 255);
};
const part = (value: number, most: number): number => {
  const ratio = value / most;
  return Math.min(18, Math.max(0, Math.floor(Math.sign(ratio) * Math.sqrt(Math.abs(ratio)) * 9 + 9.5)));
};

type Colour = [number, number, number];

/** @param pixels red, green and blue, row by row */
export function blurHash(pixels: Uint8Array, width: number, height: number): string {
  const parts = Array.from({ length: across * down }, (_, index) =>
    factor(pixels, [width, height], [index % across, Math.floor(index / across)]),
  );
  const [first = [0, 0, 0] as Colour, ...others] = parts;
  const largest = Math.max(...others.flat().map(Math.abs));
  const scale = Math.min(82, Math.max(0, Math.floor(largest * 166 - 0.5)));
  const colour = first.reduce((sum, value) => sum * 256 + toByte(value), 0);
  const waves = others.map((each) =>
    base83(
      each.reduce((sum, value) => sum * 19 + part(value, (scale + 1) / 166), 0),
      2,
    ),
  );
  return base83(across - 1 + (down - 1) * 9, 1) + base83(scale, 1) + base83(colour, 4) + waves.join('');
}

function factor(pixels: Uint8Array, [width, height]: [number, number], [i, j]: [number, number]): Colour {
  const sum: Colour = [0, 0, 0];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const wave = Math.cos((Math.PI * i * x) / width) * Math.cos((Math.PI * j * y) / height);
      const at = (y * width + x) * 3;
      for (const channel of [0, 1, 2] as const) sum[channel] += wave * toLinear(pixels[at + channel] ?? 0);
    }
  const weight = (i === 0 && j === 0 ? 1 : 2) / (width * height);
  return [sum[0] * weight, sum[1] * weight, sum[2] * weight];
}
