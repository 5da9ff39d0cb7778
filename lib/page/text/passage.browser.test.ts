import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { isTextNode } from '../dom/nodes.ts';
import { createPassage } from './passage.ts';
import { createLayout } from './readable-text.ts';

afterEach(() => document.body.replaceChildren());

/** Renders markup and reads the passage around the first text with `131047`. */
function createPassageOf(markup: string) {
  document.body.innerHTML = markup;
  const texts = document.createNodeIterator(
    document.body,
    NodeFilter.SHOW_TEXT,
  );
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (isTextNode(text) && text.data.includes('131047'))
      return createPassage(text, createLayout());
  }
  return null;
}

describe('a passage', () => {
  test.each([
    [
      'joins inline neighbours',
      '<p>Error <b>131047</b>: <i>late</i></p>',
      'Error 131047: late',
    ],
    [
      'sees through comments and spans',
      '<p>(#<!----><span>131</span><span>131047</span>)</p>',
      '(#131131047)',
    ],
    ['keeps to its block', '<p>Error</p><p>131047</p>', '131047'],
    [
      'puts blocks on lines of their own',
      '<td>Error<div>131047</div></td>',
      '131047',
    ],
    [
      'breaks lines where the page does',
      '<p>Error<br>131047</p>',
      'Error\n131047',
    ],
    [
      'joins the digits of flex items that touch',
      '<div style="display:flex"><span>9</span><div>131047</div></div>',
      '9131047',
    ],
    [
      'keeps flex items with a gap apart',
      '<div style="display:flex;gap:4px"><span>9</span><span>131047</span></div>',
      '131047',
    ],
    [
      'keeps the reading of a ruby apart from its base',
      '<p>Error <ruby>131047<rt>4</rt></ruby></p>',
      'Error 131047 4',
    ],
    [
      'keeps pills apart',
      '<p>Failed<span style="display:inline-block">131047</span></p>',
      'Failed 131047',
    ],
    [
      'keeps the number of a note apart',
      '<p>Error 131047<sup>1</sup></p>',
      'Error 131047 1',
    ],
    [
      'leaves out what is not shown',
      '<p>Error <b style="display:none">not</b>131047</p>',
      'Error 131047',
    ],
    [
      'leaves out scripts',
      '<p>Error <script>1</script>131047</p>',
      'Error 131047',
    ],
  ])('%s', (_, markup, text) => {
    expect(createPassageOf(markup)?.text).toBe(text);
  });

  test('never joins the digits of two cells', () => {
    const passage = createPassageOf(
      '<table><tr><td>131</td><td>131047</td><td>12</td></tr></table>',
    );
    expect(passage?.text).toBe('131047');
  });

  test('is the whole payload where a viewer gives each line an element', () => {
    const passage = createPassageOf(
      '<div><div>{</div><div><span>"code"</span>: <span>131047</span>,</div><div>"error_subcode": 1</div><div>}</div></div>',
    );
    expect(passage?.text).toBe('{\n"code": 131047,\n"error_subcode": 1\n}');
  });

  test('excludes the cells of an adjacent table', () => {
    const passage = createPassageOf(
      '<div><table><tr><td>1026</td></tr></table>Error <b>131047</b></div>',
    );
    expect(passage?.text).toMatch(/^1026\sError 131047$/);
    expect(passage?.core.map(({ data }) => data).sort()).toEqual([
      '131047',
      'Error ',
    ]);
    expect(passage?.owns(0)).toBe(false);
  });

  test('has a maximum length, and reports which nodes it read completely', () => {
    const line = '<span>lorem ipsum dolor </span>'.repeat(400);
    const passage = createPassageOf(`<p>${line}<b>131047</b>${line}</p>`);
    expect(passage?.text.length).toBeLessThan(2_100);
    expect(passage?.core.length).toBeLessThan(120);
    expect(passage?.core.length).toBeGreaterThan(20);
  });

  test('reads the text of a shadow root itself', () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = 'Error <b>131047</b>';
    const text = root.querySelector('b')?.firstChild as Text;
    expect(createPassage(text, createLayout())?.text).toBe('Error 131047');
  });

  test('maps every character back to its node, for any markup', () => {
    const tree = fc.letrec<{ node: string; nodes: string }>((tie) => ({
      node: fc.oneof(
        { weight: 3, arbitrary: fc.stringMatching(/^[a-z0-9 ]{1,12}$/) },
        fc
          .tuple(
            fc.constantFrom('b', 'span', 'div', 'p', 'td', 'code'),
            tie('nodes'),
          )
          .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
      ),
      nodes: fc
        .array(tie('node'), { maxLength: 4 })
        .map((parts) => parts.join('')),
    })).nodes;
    fc.assert(
      fc.property(tree, (markup) => {
        document.body.innerHTML = markup;
        const layout = createLayout();
        const texts = document.createNodeIterator(
          document.body,
          NodeFilter.SHOW_TEXT,
        );
        for (
          let text = texts.nextNode() as Text | null;
          text;
          text = texts.nextNode() as Text | null
        ) {
          if (text.data.trim() === '') continue;
          const passage = createPassage(text, layout);
          expect(passage?.core.includes(text)).toBe(true);
          for (const [at, character] of [...(passage?.text ?? '')].entries()) {
            const start = passage?.locate(at);
            const end = passage?.findNodes(at, at + 1);
            if (!start) {
              expect(character).toMatch(/\s/);
              continue;
            }
            expect(start.node.data[start.offset]).toBe(character);
            expect(end).toEqual({
              nodes: [start.node],
              start: start.offset,
              end: start.offset + 1,
            });
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
