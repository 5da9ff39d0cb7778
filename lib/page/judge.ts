import type { Hit, TextContext } from '../detect/hit.ts';
import { continues } from './continues.ts';
import type { Engine } from './engine.ts';
import type { Marks, Place } from './marks.ts';
import { type Passage, passageAround } from './passage.ts';
import { isUsedUp, type Slice, type Work } from './slice.ts';

const LONG_TEXT = 4000;
/** Marks in one text: a browser takes seconds to paint more of them in one line. */
const MAX_IN_TEXT = 500;

export interface JudgeOptions {
  marks: Marks;
  /** The reader has said of such a place that it holds no error code. */
  isSilenced(hit: Hit, text: string, context: TextContext): boolean;
  /** A text that may hold a code is not shown at the moment. */
  hidden(text: Text): void;
  /** The slice that is at work. */
  slice(): Slice;
}

/** Puts the question of a text to the engine, and turns its hits into marks. */
export interface Judge {
  /** Judges a text; what is left to do where it is too long for one go. */
  judge(text: Text, by: Engine): Work | null;
  /** The text holds no code any more. */
  forget(text: Text): void;
}

export function createJudge({ marks, isSilenced, hidden, slice }: JudgeOptions): Judge {
  function forget(text: Text): void {
    if (marks.at(text).length > 0 && !slice().done.has(text)) marks.replace([text], []);
  }

  function judge(text: Text, by: Engine): Work | null {
    const { layout, done } = slice();
    if (done.has(text)) return null;
    if (!by.mayHoldCode(text.data) && !continues(text)) forget(text);
    else if (layout.isOffLimits(text)) marks.replace([text], []);
    else if (!layout.isShown(text)) {
      hidden(text);
      marks.replace([text], []);
    } else if (text.data.length > LONG_TEXT) return readLong(text, by);
    else readShort(text, by);
    return null;
  }

  function readShort(text: Text, by: Engine): void {
    const passage = passageAround(text, slice().layout);
    if (!passage) return;
    for (const node of passage.core) slice().done.add(node);
    marks.replace(passage.core, placesIn(passage, by));
  }

  function* readLong(text: Text, by: Engine): Work {
    const { data } = text;
    const places: Place[] = [];
    for (let from = 0; from < data.length && places.length < MAX_IN_TEXT; ) {
      const to = cutNear(data, from + LONG_TEXT);
      if (isUsedUp(slice())) yield;
      // A change queues the text again.
      if (text.data !== data || !text.isConnected) return;
      if (by.mayHoldCode(data.slice(from, to))) {
        const passage = passageAround(text, slice().layout, from, to);
        if (passage) places.push(...placesIn(passage, by));
      }
      from = to;
    }
    marks.replace([text], places.slice(0, MAX_IN_TEXT));
  }

  function placesIn(passage: Passage, by: Engine): Place[] {
    const places: Place[] = [];
    const { layout, surroundings } = slice();
    const context = surroundings.of(passage.block);
    for (const hit of by.detect(passage.text, context)) {
      if (!by.isStrong(hit) || !passage.owns(hit.start)) continue;
      if (isSilenced(hit, passage.text, context)) continue;
      const nodes = passage.nodesOf(hit.start, hit.end);
      const first = passage.locate(hit.start, false);
      const last = passage.locate(hit.end, true);
      if (!nodes || !first || !last || nodes.some(layout.isOffLimits)) continue;
      if (nodes.every(layout.isShown)) places.push({ hit, nodes, start: first.offset, end: last.offset });
      else for (const node of nodes) hidden(node);
    }
    return places;
  }

  return { judge, forget };
}

/** A cut that splits no word, at or soon after the place. */
function cutNear(data: string, at: number): number {
  if (at >= data.length) return data.length;
  const end = Math.min(data.length, at + 200);
  for (let place = at; place < end; place++) if (/\s/.test(data.charAt(place))) return place;
  return end;
}
