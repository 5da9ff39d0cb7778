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

function span(className: string, ...content: (Node | string)[]): HTMLElement {
  const element = Object.assign(document.createElement('span'), { className });
  element.append(...content);
  return element;
}

function line(level: number, key: string | null, ...content: (Node | string)[]): void {
  const node = Object.assign(document.createElement('div'), { className: 'vjs-tree-node' });
  const indent = Object.assign(document.createElement('div'), { className: 'vjs-indent' });
  indent.innerHTML = '<div class="vjs-indent-unit"></div>'.repeat(level);
  node.append(indent);
  if (key !== null) node.append(span('vjs-key', span('', `"${key}"`), span('vjs-colon', ': ')));
  node.append(span('', ...content));
  tree.append(node);
}

function show(value: unknown, key: string | null, level: number): void {
  if (typeof value !== 'object' || value === null) {
    line(level, key, span(`vjs-value vjs-value-${typeof value}`, span('', JSON.stringify(value))), ',');
    return;
  }
  const [opening, closing] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  line(level, key, span('vjs-tree-brackets', opening ?? ''));
  for (const [name, inner] of Object.entries(value))
    show(inner, Array.isArray(value) ? null : name, level + 1);
  line(level, null, span('vjs-tree-brackets', closing ?? ''), ',');
}

show(ITEMS, null, 0);
