/** What contrast and transparency need of a colour: WCAG's relative luminance, 0 to 1, and opacity, 0 to 1. */
export interface Color {
  luminance: number;
  alpha: number;
}

const HEX = /^#[\da-f]{6}$/;
const TRANSPARENT: Color = { luminance: 0, alpha: 0 };
/** A colour function in the form in which browsers serialize computed values. */
const COLOR_FUNCTION = /\b(?:rgba?|color|oklab|oklch|lab|lch)\([^()]*\)/g;

/** Reads a computed colour or `#rrggbb`. Returns null for other forms, which browsers do not serialize. */
export function parseColor(css: string): Color | null {
  if (css === 'transparent') return TRANSPARENT;
  if (HEX.test(css)) return parseHex(css);

  const [name = '', rest = ''] = css.split('(');
  const parts = rest.replace(')', '').split(/[\s,/]+/);
  const space = name === 'color' ? (parts.shift() ?? '') : name;
  const [first = 0, second = 0, third = 0, alpha = 1] = parts
    .filter(Boolean)
    .map(readNumber);
  const getLuminance = LUMINANCES[space];

  return getLuminance
    ? {
        luminance: clamp(getLuminance(first, second, third)),
        alpha: clamp(alpha),
      }
    : null;
}

/** Returns the opacity of a computed colour. A form that is not known counts as opaque. */
export const getAlpha = (css: string): number => parseColor(css)?.alpha ?? 1;

/** Reads all colours of a computed image, such as the stops of a gradient. */
export const parseColors = (image: string): Color[] =>
  (image.match(COLOR_FUNCTION) ?? []).flatMap((css) => parseColor(css) ?? []);

/** Lays a colour over another. Browsers blend gamma-encoded channels, so this blends the encoded luminance. */
export function blend(over: Color, under: Color): Color {
  const encode = ({ luminance }: Color) => luminance ** (1 / 2.2);
  const mixed = encode(over) * over.alpha + encode(under) * (1 - over.alpha);
  return {
    luminance: mixed ** 2.2,
    alpha: over.alpha + under.alpha * (1 - over.alpha),
  };
}

/** Returns the contrast ratio of WCAG, 1 to 21. */
export function computeContrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));

function parseHex(css: string): Color {
  const value = Number.parseInt(css.slice(1), 16);
  const luminance = getByteLuminance(
    value >> 16,
    (value >> 8) & 0xff,
    value & 0xff,
  );

  return { luminance, alpha: 1 };
}

/** `none` counts as 0, a percentage as its part of 1. */
function readNumber(part: string): number {
  const value = Number.parseFloat(part) || 0;
  return part.endsWith('%') ? value / 100 : value;
}

const linearize = (part: number) =>
  part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
const getRgbLuminance = (red: number, green: number, blue: number) =>
  0.2126 * linearize(red) +
  0.7152 * linearize(green) +
  0.0722 * linearize(blue);
const getByteLuminance = (red: number, green: number, blue: number) =>
  getRgbLuminance(red / 255, green / 255, blue / 255);
const getLabLuminance = (lightness: number) => ((lightness + 16) / 116) ** 3;

/** The row of https://bottosson.github.io/posts/oklab/ from cone responses to linear sRGB, weighted as luminance. */
function getOklabLuminance(lightness: number, a: number, b: number): number {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return 1.11249 * middle - 0.04077 * long - 0.07172 * short;
}

function getOklchLuminance(
  lightness: number,
  chroma: number,
  hue: number,
): number {
  const angle = (hue * Math.PI) / 180;
  return getOklabLuminance(
    lightness,
    chroma * Math.cos(angle),
    chroma * Math.sin(angle),
  );
}

const LUMINANCES: Readonly<
  Record<string, (first: number, second: number, third: number) => number>
> = {
  rgb: getByteLuminance,
  rgba: getByteLuminance,
  srgb: getRgbLuminance,
  'display-p3': getRgbLuminance,
  'srgb-linear': (red, green, blue) =>
    0.2126 * red + 0.7152 * green + 0.0722 * blue,
  lab: getLabLuminance,
  lch: getLabLuminance,
  oklab: getOklabLuminance,
  oklch: getOklchLuminance,
};
