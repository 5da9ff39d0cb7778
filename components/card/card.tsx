import type { EntryKey } from '../../data/schema.ts';
import { consoleAt } from '../../lib/detect/consoles.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { t } from '../../lib/language/translate.ts';
import type { CardApi, CardRequest } from '../../lib/page/page-api.ts';
import type { SiteChoice } from '../../lib/settings/changes.ts';
import type { Silence } from '../../lib/settings/silence.ts';
import type { Choice } from '../entry/EntryLink.tsx';
import { type BringRedaction, noRedaction, RedactionContext } from '../entry/redaction.ts';
import { NotesContext, noNotes, type TeamNotes } from '../entry/TeamNote.tsx';
import { notKept } from '../shared/use-change.tsx';
import { CardView, type CardViewProps } from './CardView.tsx';
import { fontSteps, whileIdle } from './fonts.ts';
import { isFirefox, wrapTexts } from './seal.ts';
import { createShell } from './shell.ts';
import { isSame, questionOf, readAs, readFrom, readWith, seenAt } from './subject.ts';
import { type TestCaseSetup, testCase } from './test-case.ts';

export interface CardSetup extends TestCaseSetup {
  /** Loads the catalogue entries of these codes and the entries that they refer to. Resolves even if loading fails. */
  know(codes: readonly string[]): Promise<void>;
  /** The extension was updated under the page, so nothing can be stored. */
  isOrphan(): boolean;
  /** Returns a function that opens the search in a new tab; null in an orphaned script. */
  search(): ((query: string) => void) | null;
  /** Returns the suppression for a mark's place; null if the code has left the page. */
  silenceOf(request: CardRequest): Silence | null;
  /** Stores a choice for a site. Rejects if it was not stored. */
  keep(choice: SiteChoice): Promise<void>;
  /** Loads the masking code on first use. Rejects if it cannot be loaded. */
  redaction?: BringRedaction;
  /** Notes of the team and the organization. Default: none. */
  notes?: TeamNotes;
  /** Confirms the choice in an extension window, which the page cannot cover. Rejects if the window cannot be opened. */
  ask(choice: SiteChoice): Promise<void>;
  /** The window of the frame that contains the codes. Default: this one. */
  view?: Window;
}

/** The state of an open card. Each change replaces the whole object. */
interface Shown {
  request: CardRequest;
  /** A string is selected text without a code. */
  subject: Explanation | string;
  /** Explanations that the Back button returns to, oldest first. */
  trail: readonly Explanation[];
  pinned: boolean;
  gone: boolean;
  /** The host for which the reader's provider was stored, or the reason why it was not. */
  remembered: CardViewProps['remembered'];
  silenced: CardViewProps['silenced'];
  /** A suppression of a whole column that waits for confirmation. */
  asked: Silence | null;
  /** The page may have covered the pressed button, so an extension window asks for confirmation. */
  isElsewhere: boolean;
  /** The reader suppressed this mark or undid that. Its mark disappears and returns for that reason, so the card stays open. */
  spokenOf: boolean;
}

export interface Card extends CardApi {
  /** Renders a card off-screen and resolves its fonts while the page is idle, so that the code is compiled before the first card. */
  warm(request: CardRequest): void;
}

const UPDATED = 'Not saved, because Errata was updated. Reload the page and try again.';

/** Creates the card of one frame. Adds nothing to the page until `show` is called. */
export function createCard(setup: CardSetup): Card {
  const { search, redaction = noRedaction, notes = noNotes, view = window } = setup;
  if (isFirefox) wrapTexts();
  let shown: Shown | null = null;
  /** The provider that the reader chose, kept until the page is unloaded, even if storing it failed. */
  let provider: string | null = null;

  const shell = createShell(view, {
    onEscape: () => (shown?.asked ? change({}) : api.close(true)),
    onEvicted: () => api.close(true),
    onKept: (event) => api.onKept?.(event),
    onPin: () => shown && change({ pinned: !shown.pinned }),
    onLost: (isThere) => (isThere || !shown?.pinned ? api.close() : api.gone()),
  });

  /** Applies a change; any change also dismisses an open confirmation. */
  function change(next: Partial<Shown>) {
    if (!shown) return;
    shown = { ...shown, asked: null, isElsewhere: false, ...next };
    render(shown);
  }

  function render(next: Shown) {
    shell.describe(next.request.hit ? next.request.code : null, next.pinned);
    shell.render(viewOf(next));
  }

  function viewOf({ request, trail, ...now }: Shown) {
    const { subject, pinned, gone, silenced, asked } = now;
    const before = trail.at(-1);
    /** The card shows the page's code (not a related one), and the code is still on the page. */
    const isOwn = !before && !gone;
    return (
      <RedactionContext.Provider value={redaction}>
        <NotesContext.Provider value={notes}>
          <CardView
            catalogue={setup.catalogue}
            {...now}
            place={consoleAt(setup.catalogue.consoles, request.host, request.path)}
            code={request.code}
            position={request.hit && !gone ? request.position : null}
            unmarked={gone ? 0 : (request.unmarked ?? 0)}
            walked={gone ? null : request.walked}
            seen={before ? null : seenAt(request, provider)}
            backTo={before?.code ?? null}
            onChoose={choose}
            onBack={() => before && change({ subject: before, trail: trail.slice(0, -1) })}
            onWalk={api.onWalk}
            onPin={() => change({ pinned: !pinned })}
            onClose={() => api.close(true)}
            onSearch={search()}
            onSilence={request.hit && request.position && isOwn ? silence : null}
            onConfirm={() => asked && void keep(asked, true)}
            onCancel={() => change({})}
            caseOf={isOwn ? (redaction) => testCase(request, subject, setup, redaction) : null}
            onUndo={() => silenced && void keep(silenced.silence, false)}
          />
        </NotesContext.Provider>
      </RedactionContext.Provider>
    );
  }

  const problemOf = (error: unknown) => (setup.isOrphan() ? t(UPDATED) : notKept(error));

  const freshly = (request: CardRequest, pinned: boolean): Shown => ({
    request,
    subject: request.hit ? readWith(provider, questionOf(request), setup.catalogue) : request.code,
    trail: [],
    pinned,
    gone: false,
    remembered: null,
    silenced: null,
    asked: null,
    isElsewhere: false,
    spokenOf: false,
  });

  /** Suppresses the place of the shown code; asks for confirmation first if that is a whole column. */
  function silence() {
    const wanted = shown && setup.silenceOf(shown.request);
    if (!wanted) api.close(true);
    else if (wanted.by === 'column') change({ asked: wanted });
    else void keep(wanted, true);
  }

  /** Stores a suppression (`on`) or removes it. */
  async function keep(silence: Silence, on: boolean) {
    const request = shown?.request;
    const isSeen = shell.isSeen();
    api.onShrunk?.();
    if (isSeen) change({ silenced: on ? { silence, problem: null } : null, spokenOf: true });
    else change({ isElsewhere: true });
    await (isSeen ? setup.keep : setup.ask)({ silence, on }).catch((error) => {
      if (shown?.request === request) change({ silenced: { silence, problem: problemOf(error) } });
    });
  }

  function choose(key: EntryKey, why: Choice) {
    const entry = setup.catalogue.byKey.get(key);
    if (!shown || !entry || typeof shown.subject === 'string') return;
    const { request, subject, trail } = shown;
    if (why === 'related') {
      const question = { code: entry.code, subcode: entry.subcode ?? null };
      change({
        subject: readAs(entry, question, setup.catalogue),
        trail: [...trail, subject],
        remembered: null,
      });
      const opened = shown.subject;
      // Load the entries that this one refers to.
      void setup.know([entry.code]).then(() => shown?.subject === opened && change({}));
      return;
    }
    const question = questionOf(request);
    if (why === 'meaning' || subject.undecided !== 'provider') {
      change({ subject: readAs(entry, question, setup.catalogue), remembered: null });
      return;
    }
    provider = entry.provider;
    const { host } = request;
    const tell = (problem: string | null) =>
      shown?.request === request && change({ remembered: { host, problem } });
    const isSeen = shell.isSeen();
    change({ subject: readFrom(entry, question, setup.catalogue), remembered: null, isElsewhere: !isSeen });
    if (!isSeen) return void setup.ask({ host, provider }).catch((error) => tell(problemOf(error)));
    setup.keep({ host, provider }).then(
      () => tell(null),
      (error) => tell(problemOf(error)),
    );
  }

  const api: Card = {
    warm(request) {
      let first: Shown;
      const draw = [
        () => shell.prepare(),
        () => {
          first = freshly(request, false);
        },
        () => shell.render(viewOf(first)),
        () => shell.render(null),
      ];
      whileIdle([...draw, ...fontSteps()], () => shown === null);
    },
    onWalk: null,
    onKept: null,
    onShrunk: null,
    onClosed: null,
    show(request) {
      const wasPinned = api.isPinned();
      if (wasPinned && !request.pinned && !request.focus) return;
      const pinned = request.pinned || wasPinned;
      if (shown && shell.isOpen() && isSame(shown.request, request)) {
        change({ request, pinned, gone: false, silenced: null, spokenOf: false });
      } else {
        shown = freshly(request, pinned);
        shell.open(request.range);
        render(shown);
        shell.follow();
      }
      if (request.focus) shell.takeFocus();
    },
    close(force = false) {
      if (shown?.pinned && !force) return;
      shown = null;
      shell.close();
      api.onClosed?.();
    },
    gone() {
      // The suppression caused this; an undo may restore the mark.
      if (shown?.spokenOf) return;
      if (!shown?.pinned) api.close();
      else if (!shown.gone) change({ gone: true });
    },
    isOpen: () => shell.isOpen(),
    isPinned: () => shell.isOpen() && (shown?.pinned ?? false),
    contains: (target) => shell.contains(target),
    at: (x, y) => shell.at(x, y),
    destroy() {
      shown = null;
      shell.destroy();
    },
  };
  return api;
}
