/**
 * Tries all ways in which a page could read the open card. Runs in the page's main world, so it can use only its
 * argument: words that are in the card and not on the page. Returns each way that revealed text.
 */
export async function readCard(words: readonly string[]): Promise<string[]> {
  const selection = getSelection() as Selection;

  const found = document
    .querySelector('errata-card')
    ?.parentNode?.querySelector('errata-card');

  if (!found) throw new Error('There is no card');

  const host = found as HTMLElement;
  const home = host.parentNode as Node;
  const ways = new Set<string>();

  const recordText = (way: string, text: unknown) => {
    if (words.some((word) => String(text ?? '').includes(word))) ways.add(way);
  };

  const recordNode = (way: string, node: unknown) => {
    if (
      node instanceof Node &&
      node.getRootNode() !== document &&
      node.isConnected
    )
      ways.add(way);
  };

  const readSelection = (way: string) => {
    recordText(`${way}: text`, selection);
    recordNode(`${way}: node`, selection.anchorNode);
    recordNode(`${way}: node`, selection.focusNode);
    if (selection.rangeCount === 0) return;

    const range = selection.getRangeAt(0);

    recordText(`${way}: text of the range`, range);
    recordText(`${way}: copied range`, range.cloneContents().textContent);
    recordNode(`${way}: node of the range`, range.startContainer);
    recordNode(`${way}: node of the range`, range.endContainer);

    for (const {
      startContainer,
      endContainer,
    } of selection.getComposedRanges?.() ?? []) {
      recordNode(`${way}: node of a composed range`, startContainer);
      recordNode(`${way}: node of a composed range`, endContainer);
    }
  };

  const tryTo = (way: string, work: () => void) => {
    try {
      work();
      readSelection(way);
    } catch {
      // The browser does not support this API.
    }
  };

  const at = [...home.childNodes].indexOf(host);

  const starts = [
    () => selection.collapse(host, 0),
    () => selection.collapse(home, at),
    () => selection.collapse(home, at + 1),
    () => {
      selection.selectAllChildren(document.body);
      selection.collapseToEnd();
    },
  ];

  const units =
    'character word sentence line paragraph lineboundary sentenceboundary paragraphboundary documentboundary';

  const modifySelection = (how: string, direction: string, unit: string) => {
    const way = `modify ${how} ${direction} ${unit}`;

    for (const start of starts) {
      start();

      for (let times = 0; times < 2; times++) {
        tryTo(way, () => selection.modify(how, direction, unit));
        if (how === 'move')
          tryTo(way, () => selection.modify('extend', direction, unit));
      }
    }
  };

  const modifyInAllUnits = () => {
    for (const unit of units.split(' '))
      for (const direction of ['forward', 'backward'])
        for (const how of ['extend', 'move'])
          modifySelection(how, direction, unit);
  };

  const findByWindow = () => {
    const { find: findByWindow } = window as unknown as {
      find(
        text: string,
        exact: boolean,
        back: boolean,
        wrap: boolean,
        whole: boolean,
        frames: boolean,
      ): boolean;
    };

    for (const word of words) {
      for (const start of starts)
        for (const back of [false, true]) {
          start();
          if (findByWindow.call(window, word, true, back, true, false, true))
            ways.add(`find "${word}"`);
          readSelection('find');
        }

      if (document.execCommand('FindString', false, word))
        ways.add(`FindString "${word}"`);
    }
  };

  const runOverRange = (select: (range: Range) => void) => () => {
    const range = document.createRange();
    select(range);
    selection.removeAllRanges();
    selection.addRange(range);
  };

  const selections: Record<string, () => void> = {
    'select the host': () => selection.selectAllChildren(host),
    'select the page': () =>
      selection.selectAllChildren(document.documentElement),
    'select around': () => selection.setBaseAndExtent(home, at, home, at + 1),
    'select the document': () =>
      selection.setBaseAndExtent(
        document,
        0,
        document,
        document.childNodes.length,
      ),
    'select the node': runOverRange((range) => range.selectNode(host)),
    'select its contents': runOverRange((range) =>
      range.selectNodeContents(host),
    ),
    'select all': () => document.execCommand('selectAll'),
    'extend to it': () => {
      selection.collapse(document.body, 0);
      selection.extend(host, 0);
    },
  };

  const selectAll = () => {
    for (const [way, select] of Object.entries(selections)) {
      tryTo(way, select);
      tryTo(`${way} and more`, () =>
        selection.modify('extend', 'forward', 'line'),
      );
    }
  };

  modifyInAllUnits();
  selectAll();
  findByWindow();

  // Copy events, which a page can observe.
  const recordCopy = ({ clipboardData }: ClipboardEvent) =>
    recordText('copy', clipboardData?.getData('text/plain'));

  document.addEventListener('copy', recordCopy);

  for (const start of starts) {
    start();
    selection.modify('extend', 'forward', 'documentboundary');
    document.execCommand('copy');
  }

  document.removeEventListener('copy', recordCopy);

  recordText('text of the host', host.innerText + host.textContent);

  recordText(
    'text of the page',
    document.documentElement.innerText + document.documentElement.textContent,
  );

  recordText(
    'source',
    new XMLSerializer().serializeToString(document) + host.outerHTML,
  );

  tryTo('serialised roots', () =>
    recordText(
      'serialised roots',
      document.documentElement.getHTML({ serializableShadowRoots: true }),
    ),
  );

  if (host.shadowRoot || (host.cloneNode(true) as Element).shadowRoot)
    ways.add('shadowRoot');

  // Hit testing.
  const { left, top, right, bottom } = host.getBoundingClientRect();
  const { caretPositionFromPoint, caretRangeFromPoint } = document;

  for (let x = left + 4; x < right; x += 24)
    for (let y = top + 4; y < bottom; y += 16) {
      recordNode(
        'caret position',
        caretPositionFromPoint?.call(document, x, y)?.offsetNode,
      );

      recordNode(
        'caret range',
        caretRangeFromPoint?.call(document, x, y)?.startContainer,
      );

      for (const element of document.elementsFromPoint(x, y))
        recordNode('elements at a point', element);
    }

  recordNode('focus', document.activeElement);

  for (const { effect } of [
    ...document.getAnimations(),
    ...host.getAnimations({ subtree: true }),
  ])
    recordNode('animations', (effect as KeyframeEffect | null)?.target);

  // Editing modes, in which a page inserts its own elements.
  const taken = window as unknown as { taken?: Node };

  const edits: Record<string, (on: boolean) => void> = {
    designMode: (on) => {
      document.designMode = on ? 'on' : 'off';
    },
    'editable page': (on) => {
      document.documentElement.contentEditable = String(on);
    },
    'editable host': (on) => {
      host.contentEditable = String(on);
    },
  };

  for (const [way, edit] of Object.entries(edits)) {
    edit(true);
    modifySelection('move', 'forward', 'word');
    findByWindow();

    for (const start of starts)
      for (const unit of ['character', 'word', 'line']) {
        start();
        selection.modify('move', 'forward', unit);
        readSelection(way);

        document.execCommand(
          'insertHTML',
          false,
          '<img src="x:" alt="" onerror="taken = this.getRootNode()">',
        );

        for (const inserted of document.querySelectorAll('[onerror]'))
          inserted.remove();
      }

    edit(false);

    for (const edited of [host, document.documentElement])
      edited.removeAttribute('contenteditable');
  }

  // Performance entries and image errors.
  for (const type of [
    'event',
    'first-input',
    'largest-contentful-paint',
    'layout-shift',
    'element',
  ]) {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { target, element, sources } = entry as {
          target?: Node;
          element?: Node;
          sources?: { node: Node }[];
        };

        for (const node of [
          target,
          element,
          ...(sources ?? []).map(({ node }) => node),
        ])
          recordNode(`entries of ${type}`, node);
      }
    });

    observer.observe({
      type,
      buffered: true,
      durationThreshold: 16,
    } as PerformanceObserverInit);

    await new Promise((told) => setTimeout(told, 30));
    observer.disconnect();
  }

  if (taken.taken instanceof ShadowRoot) ways.add('insertHTML');
  selection.removeAllRanges();

  return [...ways].sort();
}
