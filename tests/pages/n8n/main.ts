const ITEMS = [
  {
    id: 'wamid.HBgMNTUxMTU1MTMxMDQ5FQIAERgSMTMxMDQ3',
    timestamp: '1795131047',
    recipient_id: '551155131026',
    errors: [{ code: 131026, title: 'Message undeliverable' }],
    retries: 100,
    cost: 470,
  },
];

const tree = document.getElementById('json') as HTMLElement;

function createSpan(
  className: string,
  ...content: (Node | string)[]
): HTMLElement {
  const element = Object.assign(document.createElement('span'), { className });
  element.append(...content);
  return element;
}

function addLine(
  level: number,
  key: string | null,
  ...content: (Node | string)[]
): void {
  const node = Object.assign(document.createElement('div'), {
    className: 'vjs-tree-node',
  });

  const indent = Object.assign(document.createElement('div'), {
    className: 'vjs-indent',
  });

  indent.innerHTML = '<div class="vjs-indent-unit"></div>'.repeat(level);
  node.append(indent);

  if (key !== null)
    node.append(
      createSpan(
        'vjs-key',
        createSpan('', `"${key}"`),
        createSpan('vjs-colon', ': '),
      ),
    );

  node.append(createSpan('', ...content));
  tree.append(node);
}

function addValue(value: unknown, key: string | null, level: number): void {
  if (typeof value !== 'object' || value === null) {
    addLine(
      level,
      key,
      createSpan(
        `vjs-value vjs-value-${typeof value}`,
        createSpan('', JSON.stringify(value)),
      ),
      ',',
    );

    return;
  }

  const [opening, closing] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];

  addLine(level, key, createSpan('vjs-tree-brackets', opening ?? ''));

  for (const [name, inner] of Object.entries(value))
    addValue(inner, Array.isArray(value) ? null : name, level + 1);

  addLine(level, null, createSpan('vjs-tree-brackets', closing ?? ''), ',');
}

addValue(ITEMS, null, 0);
