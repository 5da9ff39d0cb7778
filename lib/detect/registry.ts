import { registryOf } from '../catalogue/key.ts';
import type { Form } from './form.ts';
import type { Judged } from './judged.ts';
import { areOf } from './kin.ts';
import { entryField } from './rules/map-entry.ts';
import type { Scene } from './scene.ts';
import { matchTitle } from './title.ts';
import { FAULT } from './words/fault.ts';
import { cue } from './words/pattern.ts';
import { TRADE } from './words/topic.ts';

/** Small numbers that are seldom met by chance; not round ones, years and statuses of any server. */
const TELLING: ReadonlySet<Form> = new Set<Form>(['three-digits', 'four-digits', 'five-digits']);
/** Statuses that any interface answers with. */
const USUAL = /^(?:20\d|30\d|40[01345]|409|415|422|429|50[0-4])$/;
/** What the rows of a sender's own list are about. */
const TRADED = cue(TRADE);
const LEAST = 3;

/**
 * Small numbers of one structure of which one list of a provider has every one: of the three-digit numbers a list has some twenty, so that three
 * seldom meet by chance. The text or the page has to name the provider, and where the numbers follow each other, like those of rows, most have to tell of a fault.
 */
export function areOfOneRegistry(list: readonly Judged[]): boolean {
  if (list.length < LEAST) return false;
  const telling = new Set<number>();
  for (const { scene } of list) {
    if (scene.kind !== 'number' || scene.code.length < 3) return false;
    const { form, code } = scene;
    if (TELLING.has(form) || (form === 'http-status' && !USUAL.test(code))) telling.add(Number(code));
  }
  if (areDense(list)) return true;
  const onConsole = list[0]?.scene.reading.console !== undefined;
  const isLikely = onConsole || list.every(({ scene }) => entryField(scene.right) !== null);
  if (telling.size < (isLikely ? LEAST - 1 : LEAST)) return false;
  const shared = sharedOf(list);
  if (shared.length === 0 || !(list.some(({ scene }) => isPlaced(scene, shared)) || areTitled(list, shared)))
    return false;
  const [least, most] = [Math.min(...telling), Math.max(...telling)];
  if (most - least >= telling.size) return true;
  const tells = onConsole
    ? (scene: Scene) => tellsFault(scene) || TRADED.in(scene.lineRight) !== null
    : tellsFault;
  return list.filter(({ scene }) => tells(scene)).length * 2 >= list.length;
}

/**
 * `131047`, `131049`, `190` and `10` in one column: rare codes of Meta's among small ones. What is numbered has as many digits, or few.
 *
 * @param least So many different ones: three are enough in brackets of their own, `(368, 131031, 131048)`.
 */
export function areOfGraph(list: readonly Judged[], least = LEAST + 1): boolean {
  const rare = new Set<string>();
  const small = new Set<string>();
  for (const { scene } of list) {
    if (!areOf(scene.meanings, 'meta')) return false;
    if (scene.form === 'six-digits') rare.add(scene.code);
    else if (scene.code.length <= 3) small.add(scene.code);
  }
  return rare.size >= 2 && small.size >= 1 && rare.size + small.size >= least;
}

/**
 * Numbers of five digits from several ranges, all in one list of a provider: of a hundred thousand it has some two hundred. Postcodes lie closer
 * together.
 */
function areDense(list: readonly Judged[]): boolean {
  const codes = new Set(list.map(({ scene }) => scene.code));
  if (codes.size < LEAST || [...codes].some((code) => code.length !== 5 || code.endsWith('000')))
    return false;
  return new Set([...codes].map((code) => code.slice(0, 2))).size >= 2 && sharedOf(list).length > 0;
}

/** Registries that have all of them, as `provider/api`. */
function sharedOf(list: readonly Judged[]): string[] {
  const [first, ...rest] = list;
  const all = first ? registriesOf(first.scene) : [];
  return all.filter((registry) => rest.every(({ scene }) => registriesOf(scene).includes(registry)));
}

/** A range, such as 200 to 299, has every number. */
function registriesOf({ meanings, code: own }: Scene): string[] {
  return meanings.filter(({ code }) => code === own).map(registryOf);
}

function isPlaced({ reading, start }: Scene, shared: readonly string[]): boolean {
  const { console: place, context } = reading;
  const providers = shared.map((registry) => registry.split('/', 1)[0] ?? '');
  if (place?.codesOf.some((of) => shared.includes(of) || providers.includes(of))) return true;
  if (context.provider && providers.includes(context.provider)) return true;
  if (providers.includes('meta') && reading.topicNear('whatsapp', start) !== null) return true;
  return providers.some((provider) => reading.isNamed(provider, start));
}

/** Two of them have their own titles beside them. */
function areTitled(list: readonly Judged[], shared: readonly string[]): boolean {
  const titled = list.filter(({ scene }) =>
    scene.meanings.some(
      (meaning) => shared.includes(registryOf(meaning)) && matchTitle(meaning, scene).beside >= 1,
    ),
  );
  return titled.length >= 2;
}

function tellsFault(scene: Scene): boolean {
  const { lineLeft, lineRight, meanings } = scene;
  return (
    FAULT.in(lineRight) !== null ||
    FAULT.in(lineLeft) !== null ||
    meanings.some((meaning) => matchTitle(meaning, scene).near >= 0.5)
  );
}
