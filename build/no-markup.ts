import type { Plugin } from 'vite';

/**
 * Takes from the built scripts the only lines that could turn a text into markup: React's and Preact's `dangerouslySetInnerHTML`, which
 * nothing of ours uses. Stores warn of them, and what is not there cannot be reached.
 */
export function noMarkup(): Plugin {
  return {
    name: 'errata:no-markup',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/\.innerHTML=(?!=)/g, '.textContent=');
    },
  };
}
