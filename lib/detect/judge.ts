import type { Form } from './form.ts';
import type { Judged } from './judged.ts';
import { type Quoted, recalled } from './recall.ts';
import type { Scene } from './scene.ts';
import { allEvidenceFor, evidenceAgainst, evidenceFor, keptOf, STRONG_ODDS, WEAK_ODDS } from './score.ts';
import { Verdict } from './verdict.ts';

export const accepted = ({ verdict }: Judged) => verdict.sum >= STRONG_ODDS;

/** Null where what stands beside it does not make it a hit: it is left to its company. */
export function judge(scene: Scene): Judged | null {
  const verdict = recalled(scene, 'verdict', verdictOn, KEEPING);
  return verdict === TURNED_DOWN ? null : { scene, verdict };
}

/** What speaks for it and against it, where what stands beside it may make it a hit. */
function verdictOn(scene: Scene): Verdict {
  const found = evidenceFor(scene);
  if (!found) return TURNED_DOWN;
  return weigh(scene, new Verdict(scene.form, found, { looked: true, weighed: false }));
}

const TURNED_DOWN = new Verdict('unknown', [], { looked: true, weighed: false });

const KEEPING = {
  keep(verdict: Verdict, scene: Scene): Verdict | null {
    if (verdict === TURNED_DOWN) return verdict;
    const found = keptOf(verdict.found, scene);
    if (!found) return null;
    const name = `verdict ${scene.form}\n${found.map(({ evidence }) => `${evidence.rule}\t${evidence.text}`).join('\n')}`;
    return scene.reading.memory.situations.shared(name, new Verdict(scene.form, found, verdict));
  },
  quote: (verdict: Verdict, words: Quoted) => (verdict === TURNED_DOWN ? verdict : verdict.quoting(words)),
};

/** Those that were left alone stand in line with the others again. */
export function withIdle(scenes: readonly Scene[], lively: readonly Judged[]): Judged[] {
  const idle = new Map<Form, Verdict>();
  let next = 0;
  return scenes.map((scene) => {
    const one = lively[next];
    if (one?.scene === scene) {
      next++;
      return one;
    }
    const { form } = scene;
    const verdict = idle.get(form) ?? new Verdict(form, [], { looked: false, weighed: false });
    idle.set(form, verdict);
    return { scene, verdict };
  });
}

/** Looks for what was not looked for yet; for evidence against only where that for it would make a hit. */
export function weigh(scene: Scene, verdict: Verdict): Verdict {
  const all = look(scene, verdict);
  return all.sum < WEAK_ODDS ? all : oppose(scene, all);
}

/** The same, whatever comes of it. */
export const weighWhole = (scene: Scene, verdict: Verdict): Verdict => oppose(scene, look(scene, verdict));

function look(scene: Scene, verdict: Verdict): Verdict {
  const { form, found, looked, weighed } = verdict;
  return looked
    ? verdict
    : new Verdict(form, [...found, ...allEvidenceFor(scene)], { looked: true, weighed });
}

function oppose(scene: Scene, verdict: Verdict): Verdict {
  const { form, found, weighed } = verdict;
  return weighed
    ? verdict
    : new Verdict(form, [...found, ...evidenceAgainst(scene)], { looked: true, weighed: true });
}
