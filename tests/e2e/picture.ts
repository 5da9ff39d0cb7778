import { inflateSync } from 'node:zlib';
import type { Box } from './browser.ts';

/** The pixels of a screenshot. */
export interface Picture {
  width: number;
  height: number;
  /** Red, green and blue of a pixel, 0 to 255. */
  at(x: number, y: number): [red: number, green: number, blue: number];
}

/** Decodes a PNG as browsers write it: eight bits, RGB or RGBA, not interlaced. */
export function readPng(file: Buffer): Picture {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const size = file[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];

  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));

  const raw = inflateSync(Buffer.concat(parts));
  const line = width * size;
  const pixels = new Uint8Array(line * height);

  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)];

    for (let x = 0; x < line; x++) {
      const to = y * line + x;
      const left = x >= size ? (pixels[to - size] ?? 0) : 0;
      const up = y > 0 ? (pixels[to - line] ?? 0) : 0;
      const corner = x >= size && y > 0 ? (pixels[to - line - size] ?? 0) : 0;

      const before =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? predictPaeth(left, up, corner)
                : 0;

      pixels[to] = (raw[y * (line + 1) + 1 + x] ?? 0) + before;
    }
  }

  return {
    width,
    height,
    at(x, y) {
      const from = y * line + x * size;
      return [pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0];
    },
  };
}

/** The Paeth filter of PNG. */
function predictPaeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;

  const [byLeft, byUp, byCorner] = [left, up, corner].map((one) =>
    Math.abs(guess - one),
  ) as [number, number, number];

  if (byLeft <= byUp && byLeft <= byCorner) return left;

  return byUp <= byCorner ? up : corner;
}

function computeLuminance(color: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) =>
    part / 255 <= 0.04045
      ? part / 255 / 12.92
      : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );

  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns the contrast ratio of two colours as WCAG defines it, 1 to 21. */
export function computeContrast(
  one: readonly number[],
  other: readonly number[],
): number {
  const [dark = 0, light = 0] = [
    computeLuminance(one),
    computeLuminance(other),
  ].sort((a, b) => a - b);

  return (light + 0.05) / (dark + 0.05);
}

/** Counts the pixels that differ by at least this contrast ratio between two pictures of the same size. */
export function countChangedPixels(
  one: Picture,
  other: Picture,
  minContrast: number,
): number {
  let count = 0;

  for (let y = 0; y < one.height; y++)
    for (let x = 0; x < one.width; x++)
      if (computeContrast(one.at(x, y), other.at(x, y)) >= minContrast) count++;

  return count;
}

/** Crops a picture. Pixels outside it are black. */
export function cropPicture(
  picture: Picture,
  { x, y, width, height }: Box,
): Picture {
  const [left, top] = [Math.round(x), Math.round(y)];

  return {
    width: Math.round(width),
    height: Math.round(height),
    at: (right, down) => {
      const isIn =
        left + right >= 0 &&
        left + right < picture.width &&
        top + down >= 0 &&
        top + down < picture.height;

      return isIn ? picture.at(left + right, top + down) : [0, 0, 0];
    },
  };
}
