import { type Arounds, noArounds } from './around.ts';
import { type Cells, noCells } from './cells.ts';
import type { Lexicon } from './lexicon.ts';
import { Situations } from './situations.ts';
import { Templates } from './templates.ts';

/** All that the engine keeps of the texts that it has read with one lexicon, and that goes with it; see `forgetTexts`. */
export interface Memory {
  templates: Templates;
  situations: Situations;
  arounds: Arounds;
  cells: Cells;
}

const memories = new WeakMap<Lexicon, Memory>();

const emptied = () => ({ templates: new Templates(), situations: new Situations() });

/** To be asked once for each text: lines and surroundings, which belong together, are forgotten as soon as they are too many. */
export function memoryOf(lexicon: Lexicon): Memory {
  let memory = memories.get(lexicon);
  if (!memory) {
    memory = { ...emptied(), arounds: noArounds(), cells: noCells() };
    memories.set(lexicon, memory);
  } else if (memory.situations.isFull) Object.assign(memory, emptied());
  return memory;
}
