import type { Plugin } from 'vite';

/** A script with an escape for each unit beyond ASCII: in strings, templates and patterns it means the same. */
export function ascii(script: string): string {
  return script.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One letter of another script makes a browser take all of a script at two bytes a unit, and keep it so. */
export function asciiScripts(): Plugin {
  return {
    name: 'errata:ascii',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = ascii(chunk.code);
    },
  };
}
