/** What can stand in a cell. A block knows its height in a width, draws itself, and may be cut where a page ends. All in points. */
import { faint, ink, lineHeight, type Pen, type TextStyle } from './pen.ts';
import { mm } from './millimetre.ts';

export interface Area {
  x: number;
  y: number;
  width: number;
}

export interface Block {
  height(pen: Pen, width: number): number;
  draw(pen: Pen, area: Area): void;
  /** @returns what fits into `height` and what is left; undefined when nothing fits or nothing can be cut */
  cut?(pen: Pen, width: number, height: number): [Block, Block] | undefined;
}

export const bodySize = 10;
export const smallSize = 8.5;

/** Text that wraps. */
export function text(content: string, style: Partial<TextStyle> = {}): Block {
  const full: TextStyle = { size: bodySize, ...style };
  return lined((pen, width) => pen.lines(content, full, width), full);
}

function lined(linesOf: (pen: Pen, width: number) => string[], style: TextStyle): Block {
  const step = style.size * lineHeight;
  return {
    height: (pen, width) => linesOf(pen, width).length * step,
    draw: (pen, area) => void pen.write(linesOf(pen, area.width), style, area),
    cut: (pen, width, height) => {
      const lines = linesOf(pen, width);
      const fitting = Math.floor(height / step + 0.001);
      if (fitting < 1 || fitting >= lines.length) return undefined;
      return [lined(() => lines.slice(0, fitting), style), lined(() => lines.slice(fitting), style)];
    },
  };
}

/** Nothing, so high. */
export const space = (height: number): Block => ({ height: () => height, draw: () => undefined });

/** Blocks below each other. */
export function stack(blocks: Block[], gap = 0): Block {
  return {
    height: (pen, width) => blocks.reduce((sum, block) => sum + block.height(pen, width) + gap, blocks.length ? -gap : 0),
    draw: (pen, area) => {
      let y = area.y;
      for (const block of blocks) {
        block.draw(pen, { ...area, y });
        y += block.height(pen, area.width) + gap;
      }
    },
    cut: (pen, width, height) => cutStack(blocks, gap, { pen, width, height }),
  };
}

function cutStack(blocks: Block[], gap: number, room: { pen: Pen; width: number; height: number }): [Block, Block] | undefined {
  let left = room.height;
  for (const [index, block] of blocks.entries()) {
    const height = block.height(room.pen, room.width);
    if (height > left) {
      const halves = block.cut?.(room.pen, room.width, left);
      const before = blocks.slice(0, index);
      if (!halves && before.length === 0) return undefined;
      const after = blocks.slice(index + 1);
      return [stack(halves ? [...before, halves[0]] : before, gap), stack([halves ? halves[1] : block, ...after], gap)];
    }
    left -= height + gap;
  }
  return undefined;
}

export interface Check {
  label: string;
  isChecked: boolean;
}

const boxSide = mm(3.4);
const boxGap = mm(1.4);
const checkGap = mm(4);

/** Boxes with their words, one after the other, wrapping between boxes and, when one is longer than a line, within its words. */
export function checks(items: Check[], style: Partial<TextStyle> = {}): Block {
  const full: TextStyle = { size: bodySize, ...style };
  const step = Math.max(full.size * lineHeight, boxSide * 1.5);
  const laid = (pen: Pen, width: number): { x: number; row: number; lines: string[]; item: Check }[] => {
    let [x, row] = [0, 0];
    return items.map((item) => {
      const lines = pen.lines(item.label, full, width - boxSide - boxGap);
      const taken = boxSide + boxGap + Math.max(...lines.map((line) => pen.width(line, full)));
      if (x > 0 && x + taken > width) [x, row] = [0, row + 1];
      const place = { x, row, lines, item };
      if (lines.length > 1) [x, row] = [0, row + lines.length];
      else x += taken + checkGap;
      return place;
    });
  };
  return {
    height: (pen, width) => Math.max(0, ...laid(pen, width).map(({ row, lines }) => row + lines.length)) * step,
    draw: (pen, area) => {
      for (const { x, row, lines, item } of laid(pen, area.width)) {
        const top = area.y + row * step;
        drawCheckBox(pen, { x: area.x + x, y: top + (step - boxSide) / 2 }, item.isChecked);
        const place = {
          x: area.x + x + boxSide + boxGap,
          y: top + (step - full.size * lineHeight) / 2,
          width: area.width - x - boxSide - boxGap,
        };
        pen.write(lines, full, place);
      }
    },
  };
}

/** One box without words, in the middle of its width. */
export function checkBox(isChecked: boolean): Block {
  return {
    height: () => boxSide,
    draw: (pen, area) => drawCheckBox(pen, { x: area.x + (area.width - boxSide) / 2, y: area.y }, isChecked),
  };
}

function drawCheckBox({ document }: Pen, { x, y }: { x: number; y: number }, isChecked: boolean): void {
  document.save().lineWidth(0.8).strokeColor(ink).rect(x, y, boxSide, boxSide).stroke();
  if (isChecked)
    document
      .lineWidth(1.7)
      .lineJoin('round')
      .moveTo(x + boxSide * 0.18, y + boxSide * 0.5)
      .lineTo(x + boxSide * 0.42, y + boxSide * 0.78)
      .lineTo(x + boxSide * 0.88, y + boxSide * 0.14)
      .stroke();
  document.restore();
}

/** A number in boxes, a digit each: what is written by hand is read back more surely. */
export function digitBoxes(value: string, count: number): Block {
  const [side, height] = [mm(6), mm(7.5)];
  const digits = Array.from(value);
  if (digits.length > count) return text(value);
  return {
    height: () => height,
    draw: (pen, { x, y }) => {
      const { document } = pen;
      for (let index = 0; index < count; index += 1) {
        document
          .save()
          .lineWidth(0.6)
          .strokeColor(ink)
          .rect(x + index * side, y, side, height)
          .stroke()
          .restore();
        const place = { x: x + index * side, y: y + (height - 11 * lineHeight) / 2, width: side };
        pen.write([digits[index] ?? ''], { size: 11, align: 'center' }, place);
      }
    },
  };
}

/** A line to sign on, with what was drawn on a screen when there is some. */
export function signatureLine({ label, name, picture }: { label: string; name: string; picture: Uint8Array | undefined }): Block {
  const height = mm(15);
  return {
    height: () => height,
    draw: (pen, area) => {
      const { document } = pen;
      const labelWidth = pen.width(label, { size: bodySize }) + mm(3);
      pen.write([label], { size: bodySize }, { x: area.x, y: area.y + height - mm(6.5), width: labelWidth });
      const line = { x: area.x + labelWidth, y: area.y + height - mm(1), width: area.width - labelWidth };
      document
        .save()
        .lineWidth(0.6)
        .strokeColor(ink)
        .moveTo(line.x, line.y)
        .lineTo(line.x + line.width, line.y)
        .stroke()
        .restore();
      const pictureWidth = picture ? Math.min(mm(45), line.width / 2) : 0;
      const style = { size: nameSize(pen, name, line.width - pictureWidth - mm(4)) };
      pen.write([name], style, { x: line.x + mm(2), y: line.y - style.size * lineHeight - 1, width: line.width });
      if (picture)
        document.image(Buffer.from(picture), line.x + line.width - pictureWidth, area.y, {
          fit: [pictureWidth, height - mm(2)],
          align: 'right',
          valign: 'bottom',
        });
    },
  };
}

/** A long name is set smaller, so that it stays on its line. */
function nameSize(pen: Pen, name: string, width: number): number {
  return Math.min(12, (12 * width) / Math.max(pen.width(name, { size: 12 }), 1));
}

/** A marker and text that stays to the right of it. */
export function item(marker: string, content: string, size: number): Block {
  const words = text(content, { size });
  const indent = (pen: Pen) => pen.width(marker, { size }) + size * 0.4;
  return {
    height: (pen, width) => words.height(pen, width - indent(pen)),
    draw: (pen, area) => {
      pen.write([marker], { size }, area);
      words.draw(pen, { ...area, x: area.x + indent(pen), width: area.width - indent(pen) });
    },
  };
}

/** Two texts on one line, at its ends. Only for what is short. */
export const ends = (left: string, right: string, size: number): Block => ({
  height: (pen, width) => Math.max(pen.lines(left, { size }, width * 0.7).length * size * lineHeight, size * lineHeight),
  draw: (pen, area) => {
    pen.write(pen.lines(left, { size }, area.width * 0.7), { size }, area);
    pen.write([right], { size: bodySize, align: 'right' }, area);
  },
});

/** A word of help, small and faint. */
export const hint = (content: string): Block => text(content, { size: smallSize, colour: faint });
