import type { Entry, EntryKey } from '../../data/schema.ts';
import { withRecipientRows } from '../../lib/answer/explain/decide-row.ts';
import {
  type CodeQuestion,
  explain,
} from '../../lib/answer/explain/explain.ts';
import {
  createExplanation,
  type Explanation,
} from '../../lib/answer/explain/explanation.ts';
import {
  findParentCode,
  findWrappedCode,
} from '../../lib/answer/explain/linked-codes.ts';
import {
  findMessageContext,
  findTemplateName,
} from '../../lib/answer/explain/message-context.ts';
import { formatSampleLine } from '../../lib/answer/format/corpus-sample.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { readExplainedLine } from '../../lib/checks/audit/explained-line.ts';
import { recordAndReturn } from '../../lib/core/diagnostics.ts';
import { getRegistryId } from '../../lib/core/entry-key.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import type { DetectedCode } from '../../lib/detect/detect-request.ts';
import { findConsole } from '../../lib/detect/find-console.ts';
import type { TextContext } from '../../lib/detect/hit.ts';
import type { Masker } from '../../lib/masking/mask-text.ts';
import type { CardApi, CardRequest } from '../../lib/page/marking/page-api.ts';
import type { TextSample } from '../../lib/page/text/text-sample.ts';
import type { SiteChoice } from '../../lib/settings/changes.ts';
import type { Suppression } from '../../lib/settings/suppression.ts';
import type { LinkReason } from '../entry/EntryLink.tsx';
import { type LoadMasker, MaskingContext } from '../entry/masking.ts';
import { NotesContext, type TeamNotes } from '../entry/TeamNote.tsx';
import { getSaveErrorText } from '../shared/controls.tsx';
import { type CardState, CardView, type CardViewProps } from './CardView.tsx';
import { createShell } from './shell.ts';
import { isFirefox, wrapRenderedTexts } from './text-isolation.ts';

interface CardSetup {
  /** Accessed only while a card is open. */
  catalogue: Catalogue;
  detect(text: string, context: TextContext): Promise<readonly DetectedCode[]>;
  /** Returns the text around a code; null if the code has left the page. */
  getSample(range: Range): TextSample | null;
  /** Returns true if the line of a sample surely gives the code of an entry another meaning. */
  contradicts(sample: TextSample, key: EntryKey): Promise<boolean>;
  /** Loads the catalogue entries of these codes and the entries that they refer to. Resolves even if loading fails. */
  preloadEntries(codes: readonly string[]): Promise<void>;
  isOrphan(): boolean;
  /** Returns a function that opens the search in a new tab; null in an orphaned script. */
  search(): ((query: string) => void) | null;
  /** Returns a function that opens the field for a team's note in a new tab; null in an orphaned script. */
  writeNote(): ((key: string) => void) | null;
  getSuppression(request: CardRequest): Suppression | null;
  /** Stores a choice for a site, or opens a window that asks for it. Rejects if it did neither. */
  saveChoice(choice: SiteChoice): Promise<void>;
  /** `saveChoice` asks in an extension window, because a page of another origin contains this one, and may cover the card. */
  isEmbedded: boolean;
  masking: LoadMasker;
  notes: TeamNotes;
  view?: Window;
}

interface ShownCard extends CardState {
  request: CardRequest;
  trail: readonly Explanation[];
  contradicted: EntryKey | null;
  isCompared: boolean;
  /** The pinned card that this one replaced when the pointer rested on another code. */
  previous: ShownCard | null;
  /** The user suppressed this mark or undid that. Its mark disappears and returns for that reason, so the card stays open. */
  suppressedByUser: boolean;
}

export interface Card extends CardApi {
  /** Renders a card off-screen while the page is idle, so that the code is compiled before the first card. */
  warmUp(request: CardRequest): void;
}

const COMPARE_DELAY_MS = 300;
const UPDATED_TEXT =
  'Not saved, because Errata was updated. Reload the page and try again.';

export function createCard(setup: CardSetup): Card {
  const { search, masking, notes, isEmbedded, view = window } = setup;

  if (isFirefox) wrapRenderedTexts();

  let shown: ShownCard | null = null;
  /** The provider that the user chose, kept until the page is unloaded, even if storing it failed. */
  let provider: string | null = null;

  const shell = createShell(view, {
    onEscape: () =>
      shown?.pendingSuppression ? updateShown({}) : api.close(true),
    onEvicted: () => api.close(true),
    onEventSwallowed: (event) => api.onEventSwallowed?.(event),
    onPin: () => shown && updateShown({ isPinned: !shown.isPinned }),
    onClick: () => shown && !shown.isPinned && updateShown({ isPinned: true }),
    onStep: (by) => shown && api.onNavigate?.(by, null),
    isOnCode: () => api.isOnCode?.() === true,
    findMarks: (text) => api.findMarks?.(text) ?? [],
    onLost: (isThere) =>
      isThere || !shown?.isPinned ? api.close() : api.anchorRemoved(),
  });

  /** Applies a change; any change also dismisses an open confirmation. */
  function updateShown(next: Partial<ShownCard>) {
    if (!shown) return;

    shown = {
      ...shown,
      pendingSuppression: null,
      confirmsInOwnWindow: false,
      ...next,
    };

    render(shown);
  }

  function render(next: ShownCard) {
    shell.describe(next.request.hit ? next.request.code : null, next.isPinned);
    shell.render(toViewProps(next));
    if (next.isCompared) return;
    shown = { ...next, isCompared: true };
    comparePage(next).catch(recordAndReturn('audit', undefined));
  }

  function toViewProps({
    request,
    trail,
    previous,
    contradicted,
    isCompared: _,
    ...now
  }: ShownCard) {
    const { subject, isPinned, isGone, suppressed, pendingSuppression } = now;
    const before = trail.at(-1);
    /** The card shows the page's code (not a related one), and the code is still on the page. */
    const isOwn = !before && !isGone;

    return (
      <MaskingContext.Provider value={masking}>
        <NotesContext.Provider
          value={{
            ...notes,
            onOpen: search(),
            onWriteElsewhere: setup.writeNote(),
          }}
        >
          <CardView
            catalogue={setup.catalogue}
            {...now}
            vendorConsole={findConsole(
              setup.catalogue.consoles,
              request.host,
              request.path,
            )}
            code={request.code}
            {...(isGone ? NO_PLACE : getPlace(request))}
            isContradicted={
              typeof subject !== 'string' && subject.entry?.key === contradicted
            }
            seen={before ? null : getCodeOrigin(request, provider)}
            backTo={before?.code ?? previous?.request.code ?? null}
            onMark={getMark(request)}
            onChoose={chooseEntry}
            onBack={() => goBack(trail, previous)}
            onChooseZone={getZoneChooser(request, isOwn)}
            onNavigate={api.onNavigate}
            onPin={() => updateShown({ isPinned: !isPinned })}
            onClose={() => api.close(true)}
            onSearch={search()}
            onSuppress={
              isOwn && isSuppressible(request) ? suppressCurrent : null
            }
            onConfirm={() =>
              pendingSuppression &&
              void storeSuppression(pendingSuppression, true)
            }
            onCancel={() => updateShown({})}
            wording={
              trail.every(({ undecided }) => undecided === 'wording')
                ? request.wording
                : undefined
            }
            getSampleOf={
              isOwn && !request.wording
                ? (masking) =>
                    createSampleLine(request, subject, setup, masking)
                : null
            }
            onUndo={() =>
              suppressed && void storeSuppression(suppressed.suppression, false)
            }
          />
        </NotesContext.Provider>
      </MaskingContext.Provider>
    );
  }

  /** Returns to the code that a related one was opened from, or to the pinned card that this one replaced. */
  function goBack(
    trail: readonly Explanation[],
    previous: ShownCard | null,
  ): void {
    const before = trail.at(-1);

    if (before) updateShown({ subject: before, trail: trail.slice(0, -1) });
    else if (previous) {
      open(previous, true);
      api.onReturned?.(previous.request.range);
    }
  }

  const getProblemText = (error: unknown) =>
    setup.isOrphan() ? t(UPDATED_TEXT) : getSaveErrorText(error);

  function open(next: ShownCard, stays: boolean) {
    shown = next;
    shell.open(next.request.range);
    render(next);
    shell.placeAt(stays);
  }

  /** Says so if the page surely gives the code the meaning of another. */
  async function comparePage({ subject, request }: ShownCard) {
    const key =
      typeof subject === 'string' || subject.ambiguous
        ? null
        : subject.entry?.key;

    if (!key || !mayExplainCodes(request)) return;

    // The card is painted before the page is read.
    await new Promise((resolve) =>
      requestIdleCallback(resolve, { timeout: COMPARE_DELAY_MS }),
    );

    if (shown?.request !== request) return;
    const sample = setup.getSample(request.range);

    // Most lines explain nothing, and need no search.
    if (!sample || !readExplainedLine(sample.text, sample.start)) return;

    const isContradicted = await setup.contradicts(sample, key);

    if (!isContradicted || !shown || !isSameCode(shown.request, request))
      return;

    shown = { ...shown, contradicted: key };
    render(shown);
  }

  /** A console shows errors, and explains none. */
  const mayExplainCodes = ({ wording, host, path }: CardRequest) =>
    !wording &&
    !setup.isOrphan() &&
    !findConsole(setup.catalogue.consoles, host, path);

  const createShown = (
    request: CardRequest,
    isPinned: boolean,
    previous: ShownCard | null = null,
  ) => ({
    request,
    subject: request.hit
      ? explainRequest(request, provider, setup.catalogue)
      : request.code,
    trail: [],
    contradicted: null,
    isCompared: false,
    previous,
    isPinned,
    isGone: false,
    rememberedProvider: null,
    suppressed: null,
    pendingSuppression: null,
    confirmsInOwnWindow: false,
    suppressedByUser: false,
  });

  function suppressCurrent() {
    const wanted = shown && setup.getSuppression(shown.request);

    if (!wanted) api.close(true);
    else if (wanted.by === 'column')
      updateShown({ pendingSuppression: wanted });
    else void storeSuppression(wanted, true);
  }

  async function storeSuppression(suppression: Suppression, on: boolean) {
    const request = shown?.request;

    api.onWillResize?.();

    if (isEmbedded) updateShown({ confirmsInOwnWindow: true });
    else
      updateShown({
        suppressed: on ? { suppression, problem: null } : null,
        suppressedByUser: true,
      });

    await setup.saveChoice({ suppression, on }).catch((error) => {
      if (shown?.request === request)
        updateShown({
          suppressed: { suppression, problem: getProblemText(error) },
        });
    });
  }

  function chooseEntry(key: EntryKey, why: LinkReason) {
    const entry = setup.catalogue.byKey.get(key);
    if (!shown || !entry || typeof shown.subject === 'string') return;

    const { request, subject, trail } = shown;
    if (why === 'related' || subject.undecided === 'wording') {
      const opened = explainAs(
        entry,
        { code: entry.code, subcode: entry.subcode ?? null },
        setup.catalogue,
      );

      updateShown({
        subject: opened,
        trail: [...trail, subject],
        rememberedProvider: null,
      });

      void setup
        .preloadEntries([entry.code])
        .then(() => shown?.subject === opened && updateShown({}));

      return;
    }

    if (why === 'meaning' || subject.undecided !== 'provider')
      return updateShown({
        subject: explainAs(entry, request, setup.catalogue),
        rememberedProvider: null,
      });

    provider = entry.provider;

    const { host } = request;

    updateShown({
      subject: explainChosenEntry(entry, request, setup.catalogue),
      rememberedProvider: null,
      confirmsInOwnWindow: host !== '' && isEmbedded,
    });

    if (host === '') return;

    saveForSite({ host, provider }, request);
  }

  /** @param isOwn True for the page's own code, whose row has the times. */
  const getZoneChooser = ({ host }: CardRequest, isOwn: boolean) =>
    isOwn && host !== '' ? chooseZone : null;

  function chooseZone(timeZone: string) {
    if (!shown || typeof shown.subject === 'string') return;

    const { request, subject } = shown;

    updateShown({
      subject: {
        ...subject,
        row: subject.row ? { ...subject.row, timeZone } : null,
      },
      rememberedProvider: null,
      confirmsInOwnWindow: isEmbedded,
    });

    saveForSite({ host: request.host, timeZone }, request);
  }

  /** Stores a choice for the site of a request, and says so in its card. */
  function saveForSite(
    choice: Exclude<SiteChoice, { suppression: Suppression }>,
    request: CardRequest,
  ) {
    const setRemembered = (problem: string | null) =>
      shown?.request === request &&
      updateShown({ rememberedProvider: { host: choice.host, problem } });

    setup.saveChoice(choice).then(
      () => !isEmbedded && setRemembered(null),
      (error) => setRemembered(getProblemText(error)),
    );
  }

  const getMark = ({ canMark, host }: CardRequest) =>
    canMark && host !== '' ? markSelected : null;

  function markSelected() {
    const request = shown?.request;
    if (!request) return;

    if (isEmbedded) updateShown({ confirmsInOwnWindow: true });
    saveForSite({ host: request.host, sensitivity: 'more' }, request);
  }

  const api: Card = {
    async warmUp(request) {
      let first: ShownCard | null = null;

      const steps = [
        () => shell.prepare(),
        () => (first = createShown(request, false)),
        () => shell.render(first && toViewProps(first)),
        () => shell.render(null),
      ];

      for (const step of steps) {
        await new Promise((resolve) => requestIdleCallback(resolve));
        if (shown) return;
        step();
      }
    },
    show(request) {
      const wasPinned = api.isPinned();
      const isPinned = request.isPinned || wasPinned;

      if (shown && shell.isOpen() && isSameCode(shown.request, request)) {
        updateShown({
          request,
          isPinned,
          isGone: false,
          suppressed: null,
          suppressedByUser: false,
        });
      } else {
        const previous =
          shown?.request.code === request.code ? shown.previous : shown;

        open(
          createShown(
            request,
            isPinned,
            // A step of the keyboard goes on, and leads back by the other key.
            wasPinned && !request.takesFocus ? previous : null,
          ),
          wasPinned,
        );
      }

      if (request.takesFocus) shell.takeFocus();
    },
    close(force = false) {
      if (shown?.isPinned && !force) return;
      shown = null;
      shell.close();
      api.onClosed?.();
    },
    anchorRemoved() {
      // The suppression caused this; an undo may restore the mark.
      if (shown?.suppressedByUser) return;
      if (!shown?.isPinned) api.close();
      else if (!shown.isGone) updateShown({ isGone: true });
    },
    isOpen: () => shell.isOpen(),
    isPinned: () => shell.isOpen() && (shown?.isPinned ?? false),
    contains: (target) => shell.contains(target),
    at: (x, y) => shell.at(x, y),
    destroy() {
      shown = null;
      shell.destroy();
    },
  };

  return api;
}

/** Where the code of a card is on the page, and why it has no mark. */
type CardPlace = Pick<
  CardViewProps,
  'position' | 'unmarked' | 'navigationStep' | 'rejection'
>;

const NO_PLACE: CardPlace = {
  position: null,
  unmarked: 0,
  navigationStep: null,
};

const getPlace = ({
  hit,
  position,
  unmarked = 0,
  navigationStep,
  rejection,
}: CardRequest): CardPlace => ({
  position: hit ? position : null,
  unmarked,
  navigationStep,
  rejection,
});

const isSuppressible = ({ hit, position, host }: CardRequest): boolean =>
  Boolean(hit && position && host);

export function getRequestedCodes({
  code,
  subcode,
  nearby,
  hit,
  wording,
}: CardRequest): string[] {
  if (!hit) return [];
  if (wording) return [...wording.codes];

  return [
    code,
    subcode,
    findWrappedCode(nearby),
    findParentCode(code, nearby),
  ].filter((one) => one != null);
}

function explainRequest(
  request: CardRequest,
  provider: string | null,
  catalogue: Catalogue,
): Explanation {
  const { wording, code, meanings } = request;
  if (!wording || meanings.length < 2)
    return explainWithProvider(provider, request, catalogue);

  const [entry = null, ...others] = meanings.flatMap(
    ({ key }) => catalogue.byKey.get(key) ?? [],
  );

  return createExplanation(code, {
    entry,
    others,
    ambiguous: true,
    undecided: 'wording',
  });
}

/** Explains a code. The engine's ranking does not know the provider that the user has chosen since. */
function explainWithProvider(
  provider: string | null,
  question: CodeQuestion & Pick<CardRequest, 'recipientRows'>,
  catalogue: Catalogue,
): Explanation {
  const explanation = explain(
    provider ? { ...question, meanings: undefined, provider } : question,
    catalogue,
  );

  return withRecipientRows(explanation, question.recipientRows, catalogue);
}

function explainAs(
  entry: Entry,
  question: CodeQuestion,
  catalogue: Catalogue,
): Explanation {
  const found = explainWithProvider(entry.provider, question, catalogue);
  const decided = {
    ...found,
    ambiguous: false,
    undecided: null,
    family: null,
  };

  if (found.entry?.key === entry.key) return decided;

  const others = [found.entry, ...found.others].filter(
    (other) => other !== null && other.key !== entry.key,
  );

  return {
    ...decided,
    entry,
    others: others as Entry[],
    detail: null,
    said: null,
    when: null,
  };
}

/** Explains a code after the user chose a provider's list. If that list has several meanings, the user still has to choose between them. */
function explainChosenEntry(
  entry: Entry,
  question: CodeQuestion,
  catalogue: Catalogue,
): Explanation {
  const found = explainWithProvider(entry.provider, question, catalogue);

  const asks =
    found.undecided === 'variant' &&
    found.entry !== null &&
    getRegistryId(found.entry) === getRegistryId(entry);

  return asks ? found : explainAs(entry, question, catalogue);
}

export function getCodeOrigin(
  { code, own, labelled, host, path }: CardRequest,
  provider: string | null,
) {
  const place = findMessageContext(code, own, labelled?.text);

  // The header of a column names the template of its row.
  place.template = findTemplateName(labelled?.text ?? '') ?? place.template;

  return {
    host,
    path,
    provider,
    count: 1,
    places: [place],
    text: own === '' ? null : own,
  };
}

const isSameCode = (a: CardRequest, b: CardRequest) =>
  (['hit', 'code', 'subcode', 'nearby'] as const).every(
    (field) => a[field] === b[field],
  ) &&
  a.range.startContainer === b.range.startContainer &&
  a.range.startOffset === b.range.startOffset;

/** Formats the card's subject as a corpus line: a wrong mark, or a missed code or text. Null if the code has left the page. */
async function createSampleLine(
  { range, code, hit, host, path, position }: CardRequest,
  subject: Explanation | string,
  { catalogue, detect, getSample }: CardSetup,
  masking: Masker,
): Promise<string | null> {
  const found = getSample(range);
  if (!found) return null;

  const { text, start, end, lang } = found;

  const place = position
    ? ({ start, end, verdict: 'wrong' } as const)
    : findPlaceInSelection(text, start, end, code);

  const key = typeof subject === 'string' ? null : (subject.entry?.key ?? null);
  const sample = {
    text,
    place,
    host,
    path,
    lang,
    key,
    ...(hit && { code }),
  };

  return formatSampleLine(
    sample,
    catalogue,
    await detect(text, { host }),
    masking,
  );
}

/** Returns the place of a missed code within a selection; an empty place if the selection is more than one word. */
function findPlaceInSelection(
  text: string,
  start: number,
  end: number,
  code: string,
) {
  const at = text.slice(start, end).indexOf(code);
  if (at >= 0 && !/\s/.test(code))
    return {
      start: start + at,
      end: start + at + code.length,
      verdict: 'missed',
    } as const;

  return { start, end: start, verdict: 'wrong' } as const;
}
