import { MARKS } from '../../lib/catalogue/mark.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';
import { MARK_WORDS } from '../shared/mark-words.ts';

/** What the shapes mean: in full where there is room, else their names alone. */
export function Legend() {
  return (
    <section className="legend" aria-label="Shapes">
      <h2>Whose turn it is</h2>
      <dl>
        {MARKS.map((mark) => (
          <div key={mark} data-mark={mark}>
            <dt>
              <MarkIcon mark={mark} size={14} /> {MARK_WORDS[mark].name}
            </dt>
            <dd>
              {MARK_WORDS[mark].text} <span className="soft">On a page: a {MARK_WORDS[mark].line} line.</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">Choose a code to see what it means and what to do. Its address can be shared.</p>
    </section>
  );
}
