/** Checks of WCAG 2.2 that run in a page. */
export interface Measures {
  /** The tested document or shadow root. */
  root(): Document | ShadowRoot;
  /** Returns texts and icons with too little contrast, and fields without a visible border: 1.4.3, 1.4.11. */
  pale(): string[];
  /** Returns controls that are too small: 2.5.8. */
  smallTargets(): string[];
  /** Returns elements that are clipped, overflow, or overlap other text: 1.4.10, 1.4.12. */
  cutOff(): string[];
  /** Returns animated elements: 2.3.3. */
  moving(): string[];
  /** Returns every control that the Tab key must reach. */
  tabStops(): { id: number; name: string }[];
  /** Returns the focused element: 2.4.7, 2.4.11. Null if it is not one of Errata's. */
  focused(): Focused | null;
  /** Moves the focus start point before the first control. */
  begin(): void;
  blur(): void;
  focusAgain(): void;
}

export interface Focused {
  /** The parts of one field have the same id. */
  id: number;
  name: string;
  /** In viewport pixels. */
  box: { x: number; y: number; width: number; height: number };
  /** True if its centre is covered by another element. */
  isCovered: boolean;
}

declare global {
  var wcag: Measures;
}

/** Installs the checks for the page, or for the shadow root of the element with this name. Runs in the page. */
export function installMeasures(host: string | null): void {
  const CONTROLS =
    'a[href], button, input, select, textarea, summary, [tabindex], [role=option], [role=treeitem], .twist';

  const PX = 1.5;

  const root = (): Document | ShadowRoot => {
    if (!host) return document;
    const { shadowRoot } = document.querySelector(host) ?? {};
    if (!shadowRoot) throw new Error(`There is no open ${host}`);
    return shadowRoot;
  };

  const isShown = (one: Element) =>
    one.checkVisibility({
      visibilityProperty: true,
      contentVisibilityAuto: true,
    }) && !one.closest('.er-hidden');

  const findAll = (selector = '*') =>
    [...root().querySelectorAll<HTMLElement>(selector)].filter(isShown);

  const getParent = (one: Element) =>
    one.parentElement ?? ((one.getRootNode() as ShadowRoot).host || null);

  const getAncestors = (one: Element): Element[] => {
    const parent = getParent(one);
    return parent ? [parent, ...getAncestors(parent)] : [];
  };

  const formatName = (one: Element) =>
    `${one.localName}${one.id && `#${one.id}`}${[...one.classList].map((part) => `.${part}`).join('')} "${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40)}"`;

  const hasText = (one: Element) =>
    [...one.childNodes].some(
      ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
    );

  /** Returns the clickable area of a control. */
  const getTarget = (one: HTMLElement) =>
    (one instanceof HTMLInputElement && (one.closest('label') ?? one)) || one;

  const isEnabled = (one: Element) =>
    !one.matches(':disabled, [aria-hidden=true] > *');

  const pen = new OffscreenCanvas(1, 1).getContext('2d', {
    willReadFrequently: true,
  });

  type Color = [red: number, green: number, blue: number];

  /** Composites these colours, from the bottom up. */
  const over = (...colors: string[]): Color => {
    if (!pen) throw new Error('This browser cannot draw');

    for (const color of colors) {
      pen.fillStyle = color;
      pen.fillRect(0, 0, 1, 1);
    }

    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;

    return [red, green, blue];
  };

  const computeLuminance = (color: Color) => {
    const [red = 0, green = 0, blue = 0] = color.map((part) =>
      part / 255 <= 0.04045
        ? part / 255 / 12.92
        : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );

    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  const computeContrast = (one: Color, other: Color) => {
    const [dark = 0, light = 0] = [
      computeLuminance(one),
      computeLuminance(other),
    ].sort((a, b) => a - b);

    return (light + 0.05) / (dark + 0.05);
  };

  const getBackgrounds = (one: Element): string[] =>
    [one, ...getAncestors(one)]
      .map((part) => getComputedStyle(part).backgroundColor)
      .reverse();

  const pale = () => {
    /** In forced colours, selected items use the system's pair of colours, whatever their contrast. */
    const isReaders = (one: Element) =>
      matchMedia('(forced-colors: active)').matches &&
      one.closest('[aria-selected=true], [aria-current]');

    const findLowContrast = (
      one: Element,
      what: string,
      color: string,
      grounds: string[],
      minContrast: number,
    ) => {
      if (isReaders(one)) return [];

      const found = computeContrast(
        over('white', ...grounds, color),
        over('white', ...grounds),
      );

      return found < minContrast
        ? [`${what} ${formatName(one)}: ${found.toFixed(2)} of ${minContrast}`]
        : [];
    };

    return findAll().flatMap((one) => {
      if (one.closest(':disabled')) return [];

      const { color, fontSize, fontWeight } = getComputedStyle(one);
      const size = Number.parseFloat(fontSize);

      const isLarge =
        size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);

      const found: string[] = [];

      if (
        hasText(one) ||
        one.localName === 'select' ||
        one.localName === 'input'
      )
        found.push(
          ...findLowContrast(
            one,
            'text',
            color,
            getBackgrounds(one),
            isLarge ? 3 : 4.5,
          ),
        );

      if (one.localName === 'svg')
        found.push(
          ...findLowContrast(one, 'sign', color, getBackgrounds(one), 3),
        );

      if (one instanceof HTMLInputElement && one.placeholder)
        found.push(
          ...findLowContrast(
            one,
            'hint',
            getComputedStyle(one, '::placeholder').color,
            getBackgrounds(one),
            4.5,
          ),
        );
      // The border is the only visible part of an empty field.
      else if (
        one.matches(
          'input:not([type]), input[type=text], input[type=search], textarea',
        )
      ) {
        const parent = getParent(one);
        const edge = getComputedStyle(one).borderBlockEndColor;

        found.push(
          ...findLowContrast(
            one,
            'edge',
            edge,
            parent ? getBackgrounds(parent) : [],
            3,
          ),
        );
      }

      return found;
    });
  };

  const smallTargets = () => {
    const LEAST = 24;

    const targets = [
      ...new Set(
        findAll(CONTROLS)
          .filter((one) => isEnabled(one) && one.tabIndex >= -1)
          .map(getTarget),
      ),
    ]
      .filter(
        (one) =>
          one.matches(`label, ${CONTROLS}`) &&
          !one.matches('[role=tree], [role=dialog], h2, .detail'),
      )
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);

    const isSmall = ({ width, height }: DOMRect) =>
      width < LEAST - 0.01 || height < LEAST - 0.01;

    /** Returns true for an element inside a sentence. */
    const isInline = (one: HTMLElement) =>
      getComputedStyle(one).display === 'inline' &&
      one.parentElement !== null &&
      hasText(one.parentElement);

    const getMiddle = ({ x, y, width, height }: DOMRect) => ({
      x: x + width / 2,
      y: y + height / 2,
    });

    const measureDistance = (from: { x: number; y: number }, to: DOMRect) =>
      Math.hypot(
        Math.max(to.left - from.x, 0, from.x - to.right),
        Math.max(to.top - from.y, 0, from.y - to.bottom),
      );

    return targets.flatMap(({ one, box }) => {
      if (!isSmall(box) || isInline(one)) return [];

      const at = getMiddle(box);

      const near = targets.find((other) => {
        if (
          other.one === one ||
          other.one.contains(one) ||
          one.contains(other.one)
        )
          return false;

        const beside = getMiddle(other.box);

        return (
          measureDistance(at, other.box) < LEAST / 2 ||
          (isSmall(other.box) &&
            Math.hypot(at.x - beside.x, at.y - beside.y) < LEAST)
        );
      });

      if (!near) return [];

      return [
        `${formatName(one)} ${box.width.toFixed(1)} × ${box.height.toFixed(1)}, beside ${formatName(near.one)}`,
      ];
    });
  };

  const cutOff = () => {
    const found: string[] = [];
    const page = document.documentElement;

    if (page.scrollWidth > page.clientWidth && !host)
      found.push(
        `the page scrolls sideways: ${page.scrollWidth} in ${page.clientWidth}`,
      );

    const isScrolling = (value: string) =>
      value === 'auto' || value === 'scroll';

    /** Elements that may scroll on their own: tables and preformatted text. */
    const isWide = (one: Element) =>
      one.matches('.log, pre, .er-preview, input');

    const outer = host
      ? innerWidth
      : document.body.getBoundingClientRect().right;

    for (const one of findAll()) {
      const { overflowX } = getComputedStyle(one);
      const wide = one.scrollWidth - one.clientWidth;

      if (isScrolling(overflowX) && wide > PX && !isWide(one))
        found.push(
          `scrolls sideways: ${formatName(one)} by ${wide}, for ${[
            ...one.querySelectorAll('*'),
          ]
            .filter(
              (part) =>
                part.getBoundingClientRect().right >
                one.getBoundingClientRect().right -
                  one.offsetWidth +
                  one.clientWidth +
                  PX,
            )
            .map(formatName)
            .join(', ')}`,
        );
    }

    /** Truncated text that is one click away: a clamped title, a paste. */
    const isShort = (one: Element) =>
      getComputedStyle(one).webkitLineClamp !== 'none' ||
      one.matches('.pasted, .er-short');

    /** Returns the part of a text that is not scrolled out of view. */
    const getVisiblePart = (of: Element, box: DOMRect) => {
      let { top, bottom } = box;

      for (const one of [of, ...getAncestors(of)]) {
        const { overflowX, overflowY } = getComputedStyle(one);
        if (
          one === page ||
          one === document.body ||
          (overflowX === 'visible' && overflowY === 'visible')
        )
          continue;

        const edge = one.getBoundingClientRect();
        if (
          !isScrolling(overflowX) &&
          (box.right > edge.right + PX || box.left < edge.left - PX)
        )
          found.push(`cut off across: ${formatName(of)} in ${formatName(one)}`);

        if (isScrolling(overflowY)) {
          top = Math.max(top, edge.top);
          bottom = Math.min(bottom, edge.bottom);
          if (bottom <= top) return null;
        } else if (bottom > edge.bottom + PX || top < edge.top - PX)
          found.push(`cut off down: ${formatName(of)} in ${formatName(one)}`);
      }

      return new DOMRect(box.x, top, box.width, bottom - top);
    };

    const texts: { of: Element; box: DOMRect }[] = [];

    const walker = document.createTreeWalker(
      host ? root() : document.body,
      NodeFilter.SHOW_TEXT,
    );

    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const of = node.parentElement;
      if (
        !of ||
        !node.textContent?.trim() ||
        !isShown(of) ||
        of.closest('option, style, script')
      )
        continue;

      if ([of, ...getAncestors(of)].some((one) => isWide(one) || isShort(one)))
        continue;

      const range = document.createRange();

      range.selectNodeContents(node);

      for (const box of range.getClientRects()) {
        const part = getVisiblePart(of, box);
        if (part) texts.push({ of, box: part });
      }
    }

    for (const { of, box } of texts)
      if (box.right > outer + PX || box.left < -PX)
        found.push(`sticks out: ${formatName(of)} to ${box.right}`);

    /** Sticky elements may overlap scrolling content. */
    const getLayer = (one: Element) =>
      [one, ...getAncestors(one)].find((part) =>
        /sticky|fixed/.test(getComputedStyle(part).position),
      ) ?? null;

    const doOverlap = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;

    // Buttons that appear with the pointer may lie over text.
    const seen = texts.filter(({ of }) =>
      of.checkVisibility({ opacityProperty: true }),
    );

    seen.forEach(({ of, box }, at) => {
      const over = seen
        .slice(at + 1)
        .find((other) => other.of !== of && doOverlap(box, other.box));

      if (over && getLayer(of) === getLayer(over.of))
        found.push(`${formatName(of)} lies over ${formatName(over.of)}`);
    });

    return [...new Set(found)];
  };

  const moving = () => {
    const parseSeconds = (value: string) =>
      Math.max(...value.split(',').map((part) => Number.parseFloat(part)));

    const found = findAll().flatMap((one) =>
      [undefined, '::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(one, pseudo);

        const moves = [
          style.transitionProperty !== 'none' &&
            parseSeconds(style.transitionDuration) > 0.01 &&
            'transition',
          // Stepped animations show progress and are not motion.
          style.animationName !== 'none' &&
            !style.animationTimingFunction.startsWith('steps') &&
            parseSeconds(style.animationDuration) > 0.01 &&
            'animation',
          style.scrollBehavior === 'smooth' && 'scroll-behavior',
        ].filter(Boolean);

        return moves.map(
          (what) => `${what}: ${formatName(one)}${pseudo ?? ''}`,
        );
      }),
    );

    const run = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running');

    return [...found, ...run.map(({ id }) => `runs: ${id}`)];
  };

  const ids = new Map<Element, number>();

  const getId = (one: Element) =>
    ids.get(one) ?? ids.set(one, ids.size).size - 1;

  const tabStops = () =>
    findAll('a[href], button, input, select, textarea, summary, [tabindex]')
      .filter((one) => one.tabIndex >= 0 && isEnabled(one))
      // In a radio group, Tab reaches the selected option and the arrow keys the others.
      .filter(
        (one) =>
          !(one instanceof HTMLInputElement) ||
          one.type !== 'radio' ||
          one.checked,
      )
      .map((one) => ({ id: getId(one), name: formatName(one) }));

  let last: HTMLElement | null = null;

  const getFocusedElement = () => {
    const one =
      document.activeElement?.shadowRoot?.activeElement ??
      document.activeElement;

    return one instanceof HTMLElement &&
      one !== document.body &&
      root().contains(one)
      ? one
      : null;
  };

  const focused = () => {
    const one = getFocusedElement();
    if (!one) return null;
    last = one;

    const shown = getTarget(one);
    const { x, y, width, height } = shown.getBoundingClientRect();

    const at = root().elementFromPoint(
      Math.min(Math.max(x + width / 2, 1), innerWidth - 1),
      Math.min(Math.max(y + height / 2, 1), innerHeight - 1),
    );

    const isCovered = !at || !(shown.contains(at) || at.contains(shown));

    return {
      id: getId(one),
      name: formatName(one),
      box: { x, y, width, height },
      isCovered,
    };
  };

  globalThis.wcag = {
    root,
    pale,
    smallTargets,
    cutOff,
    moving,
    tabStops,
    focused,
    begin() {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
    },
    blur: () => last?.blur(),
    focusAgain: () => last?.focus({ preventScroll: true }),
  };
}
