import type { DetectRequest } from '../detect/detect-request.ts';
import { LEAST_STRENGTH, type Sensitivity } from '../detect/hit.ts';
import type { Prefilter } from '../detect/prefilter.ts';
import { isSilenced, type Silence } from '../settings/silence.ts';
import { createCardLoader } from './card-loader.ts';
import { nameOf } from './code-counts.ts';
import { createDetectClient, type Detect } from './detect-client.ts';
import type { Look } from './highlight-name.ts';
import { clearHighlights } from './highlight-registry.ts';
import type { Mark } from './marks.ts';
import type { CodeName, PageApi } from './page-api.ts';
import { placeTexts } from './place-texts.ts';
import type { Hover } from './pointer.ts';
import { createRootFinder, type OpenRoot } from './roots.ts';
import { requestsForSelection } from './selection.ts';
import { type Session, startSession } from './session.ts';
import { siteOf } from './site.ts';

export interface PageOptions {
  /**
   * The cheap test that every text must pass first. Null on a page that is not a console: it explains selections but has no marks.
   */
  prefilter: Prefilter | null;
  /** Sends requests to the background. Rejects if it does not respond. */
  detect: Detect;
  openRoot: OpenRoot;
  /** Runs `card.js` in this frame. */
  loadCard(): Promise<void>;
  /** Called when the codes of this frame have changed. */
  codesChanged(): void;
}

/** The settings that a frame needs. */
export interface PageState {
  /** True if marks are on. */
  on: boolean;
  hoverDelayMs: number;
  /** True if cards open pinned. */
  openPinned: boolean;
  /** When a card opens at a resting pointer: always, while Shift is held, or never. */
  hover: Hover;
  /** Minimum certainty of marked codes. */
  sensitivity: Sensitivity;
  provider: string | null;
  look: Look;
  /** Places on this host whose codes the user has suppressed. */
  silenced: readonly Silence[];
}

export interface Page {
  api: PageApi;
  /** Applies the settings immediately. */
  configure(state: PageState): void;
  /** Removes all traces of Errata from the page. */
  destroy(): void;
}

/** Starts Errata in one frame. Does nothing until it is configured. */
export function startPage(options: PageOptions): Page {
  let state: PageState = {
    on: false,
    hoverDelayMs: 0,
    openPinned: false,
    hover: 'on',
    sensitivity: 'normal',
    provider: null,
    look: { style: 'underline', strength: 'normal' },
    silenced: [],
  };
  let session: Session | null = null;
  const site = () => siteOf(state.provider);
  const loader = createCardLoader(
    options.loadCard,
    walkOn,
    (event) => session?.pointer.heard(event),
    () => session?.pointer.hold(),
    () => session?.marks.point(null),
  );
  clearLeftovers();

  const asWanted = (request: DetectRequest) =>
    state.sensitivity === 'more' && !request.context.asked ? { ...request, all: true } : request;
  const client = createDetectClient((requests) => options.detect(requests.map(asWanted)));
  const openRoot = createRootFinder(options.openRoot);
  const begin = (idle: boolean): Session =>
    startSession({
      ...options,
      client,
      openRoot,
      loader,
      site,
      settings: () => state,
      isUnwanted: (hit, text, context) =>
        hit.strength < LEAST_STRENGTH[state.sensitivity] || isSilenced(hit, text, context, state.silenced),
      prefilter: options.prefilter ?? (() => false),
      idle,
    });

  function end(): void {
    session?.stop();
    session = null;
  }

  function update(): void {
    const wanted = state.on && options.prefilter !== null;
    if (session?.idle === !wanted) return;
    // Keep the card of a selection, which may have opened before the settings arrived.
    const answers = session?.idle === true;
    if (session && !answers) loader.card?.close(true);
    end();
    if (!wanted) return;
    session = begin(false);
    if (answers) session.pointer.hold();
  }

  const placesOf = (name: CodeName): readonly Mark[] =>
    session?.marks.inOrder().filter((mark) => isNamed(mark, name)) ?? [];

  /** Handles the card's own buttons, which wrap around. */
  async function walkOn(step: 1 | -1, code: string): Promise<void> {
    const only = ({ hit }: Mark) => hit.code === code;
    const further = await session?.walk.step(step, { only });
    if (further === false) await session?.walk.step(step, { only });
  }

  return {
    configure(next) {
      const isOther =
        next.provider !== state.provider ||
        next.sensitivity !== state.sensitivity ||
        JSON.stringify(next.silenced) !== JSON.stringify(state.silenced);
      state = next;
      session?.marks.setLook(next.look);
      if (isOther) session?.readAgain();
      update();
    },
    api: {
      codes: () => session?.marks.codes() ?? [],
      isReading: () => session?.isReading() ?? false,
      async walk(step, names) {
        const how = names && {
          only: (mark: Mark) => names.some((name) => isNamed(mark, name)),
          focus: false,
        };
        return (await session?.walk.step(step, how)) ?? false;
      },
      async goTo(name, at) {
        const mark = placesOf(name)[at];
        return mark !== undefined && ((await session?.walk.goTo(mark)) ?? false);
      },
      placeTexts: (name, from, to) => placeTexts(placesOf(name).slice(from, to)),
      isWalking: () => session?.walk.isOn() ?? false,
      async explainSelection(text) {
        session ??= begin(true);
        session.pointer.hold();
        const found = await requestsForSelection(text, client, session.marks.inOrder(), site());
        const show = async (at: number): Promise<void> => {
          const request = found.at(at % found.length);
          if (request) await loader.show({ ...request, pinned: state.openPinned }, (step) => show(at + step));
        };
        await show(0);
      },
    },
    destroy() {
      end();
      loader.destroy();
    },
  };
}

function isNamed({ hit }: Mark, { code, key }: CodeName): boolean {
  const name = nameOf(hit);
  return name.code === code && name.key === key;
}

/** Removes the leftovers of an earlier version. */
function clearLeftovers(): void {
  clearHighlights();
  for (const card of document.querySelectorAll('errata-card')) card.remove();
}
