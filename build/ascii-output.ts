import type { Plugin } from 'vite';

export function escapeNonAscii(script: string): string {
  return script.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Removes `dangerouslySetInnerHTML` of React and Preact, which Errata does not use and stores warn about. */
const removeInnerHtml = (script: string) =>
  script.replace(/\.innerHTML=(?!=)/g, '.textContent=');

/** Post-processes built scripts. One non-Latin-1 character makes the engine store the whole script as UTF-16. */
export function createAsciiOutputPlugin(): Plugin {
  return {
    name: 'errata:script-text',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          chunk.code = removeInnerHtml(escapeNonAscii(chunk.code));
    },
  };
}
