import type { Plugin } from 'vite';

/** A script with an escape for each unit beyond ASCII: in strings, templates and patterns it means the same. */
export function ascii(script: string): string {
  return script.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Without the only lines that could turn a text into markup: React's and Preact's `dangerouslySetInnerHTML`, which nothing of ours uses.
 * Stores warn of them, and what is not there cannot be reached.
 */
const withoutMarkup = (script: string) => script.replace(/\.innerHTML=(?!=)/g, '.textContent=');

/** The text of built scripts. One letter of another script makes a browser take all of one at two bytes a unit, and keep it so. */
export function scriptText(): Plugin {
  return {
    name: 'errata:script-text',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') chunk.code = withoutMarkup(ascii(chunk.code));
    },
  };
}
