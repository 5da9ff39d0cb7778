import type { EntryKey } from '../../data/schema.ts';
import { consoleAt } from '../../lib/detect/consoles.ts';
import type { Silence } from '../../lib/detect/silence.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { t } from '../../lib/language/translate.ts';
import type { CardApi, CardRequest } from '../../lib/page/page-api.ts';
import type { SiteChoice } from '../../lib/settings/changes.ts';
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
  /** Brings the catalogue's entries of these codes and what they point to. Resolves where it cannot, too. */
  know(codes: readonly string[]): Promise<void>;
  /** The extension was updated under the page: nothing can be kept any more. */
  isOrphan(): boolean;
  /** Opens the search elsewhere; null once the extension was updated under the page. */
  search(): ((query: string) => void) | null;
  /** How the place of a mark is silenced; null where the code has left the page. */
  silenceOf(request: CardRequest): Silence | null;
  /** Stores what the reader chose for a site. Rejects where it was not stored. */
  keep(choice: SiteChoice): Promise<void>;
  /** Brings what masks a text, once one is handed over. Rejects where it cannot. */
  redaction?: BringRedaction;
  /** What the team has written on codes. */
  notes?: TeamNotes;
  /** Asks for such a choice where the page cannot draw. Rejects where it cannot be asked. */
  ask(choice: SiteChoice): Promise<void>;
  /** The frame of the codes; by default this one. */
  view?: Window;
}

/** What the card shows. Replaced as a whole at each change. */
interface Shown {
  request: CardRequest;
  /** A string is a selection without a code. */
  subject: Explanation | string;
  /** Where the reader came from by related codes. */
  trail: readonly Explanation[];
  pinned: boolean;
  gone: boolean;
  /** Host for which the reader's answer was stored, or why it was not. */
  remembered: CardViewProps['remembered'];
  silenced: CardViewProps['silenced'];
  /** A silence of a whole column, which the reader has to confirm. */
  asked: Silence | null;
  /** The page may have covered what was pressed: a window of our own asks. */
  isElsewhere: boolean;
  /** The reader silenced this mark, or undid that: its mark disappears and reappears because of that, so the card stays. */
  spokenOf: boolean;
}

export interface Card extends CardApi {
  /** Draws a card out of sight and looks up its fonts, while the page is idle. The browser compiles the code, and the first card opens sooner. */
  warm(request: CardRequest): void;
}

const UPDATED = 'Not saved, because Errata was updated. Reload the page and try again.';

/** Makes the card of one frame. It adds nothing to the page until it shows something. */
export function createCard(setup: CardSetup): Card {
  const { search, redaction = noRedaction, notes = noNotes, view = window } = setup;
  if (isFirefox) wrapTexts();
  let shown: Shown | null = null;
  /** The reader's answer, for the rest of this page's life, whether or not it could be stored. */
  let provider: string | null = null;

  const shell = createShell(view, {
    onEscape: () => (shown?.asked ? change({}) : api.close(true)),
    onEvicted: () => api.close(true),
    onKept: (event) => api.onKept?.(event),
    onPin: () => shown && change({ pinned: !shown.pinned }),
    onLost: (isThere) => (isThere || !shown?.pinned ? api.close() : api.gone()),
  });

  /** Whatever else changes withdraws the question. */
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
    /** Shows the code of the page, which is still there. */
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

  /** Silences the place of the code that is shown; asks first where that is a whole column. */
  function silence() {
    const wanted = shown && setup.silenceOf(shown.request);
    if (!wanted) api.close(true);
    else if (wanted.by === 'column') change({ asked: wanted });
    else void keep(wanted, true);
  }

  /** Stores a silence, or takes one back. */
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
      // What this one points to in turn.
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
      // It may be wanted back, or be on its way.
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
