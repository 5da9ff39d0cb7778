import { expect, test } from 'vitest';
import page from '../shared/page.css?inline';
import tokens from '../tokens.css?inline';
import options from './options.css?inline';

test('a field with an invalid value has another border than the others', () => {
  const sheet = new CSSStyleSheet();
  const withoutImports = page.replaceAll(/@import [^;]*;/g, '');
  sheet.replaceSync(`${tokens} ${withoutImports} ${options}`);
  document.adoptedStyleSheets = [sheet];
  document.body.innerHTML =
    '<form class="own-code"><input><input aria-invalid="true"><textarea aria-invalid="true"></textarea></form>';
  const [valid, ...invalid] = [
    ...document.querySelectorAll('input,textarea'),
  ].map((field) => getComputedStyle(field).borderTopColor);
  expect(new Set(invalid).size).toBe(1);
  expect(invalid).not.toContain(valid);
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
});
