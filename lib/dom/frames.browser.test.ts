import { afterEach, expect, test } from 'vitest';
import { offsetWithin, toFrame } from './frames.ts';

afterEach(() => document.body.replaceChildren());

test('an event around a frame lies in it where a code there stands', () => {
  const frame = document.createElement('iframe');
  frame.style =
    'position: fixed; left: 40px; top: 20px; width: 200px; height: 100px; border: 3px solid; padding: 12px 8px';
  document.body.append(frame);
  const inner = frame.contentWindow as Window;
  expect(offsetWithin(inner, window)).toEqual({ x: 40 + 3 + 8, y: 20 + 3 + 12 });
  const event = new MouseEvent('mousemove', { clientX: 61, clientY: 45, view: window });
  expect(toFrame(event, inner)).toEqual({ x: 10, y: 10 });
  expect(toFrame(event, window)).toEqual({ x: 61, y: 45 });
});
