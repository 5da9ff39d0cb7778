import { MARKS, type Mark } from '../../lib/catalogue/mark.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';

const MARK_TEXT: Readonly<Record<Mark, { name: string; line: string; text: string }>> = {
  you: { name: 'Your turn', line: 'solid', text: 'Fix the cause, then send again.' },
  recipient: {
    name: 'Recipient’s turn',
    line: 'dashed',
    text: 'Only the person who should get the message can help.',
  },
  wait: { name: 'Wait', line: 'dotted', text: 'Nothing to fix. Wait, then send the same again.' },
  provider: {
    name: 'Meta’s or the provider’s turn',
    line: 'double',
    text: 'Report it, with the request’s id.',
  },
  nobody: { name: 'Nobody’s turn', line: 'thin', text: 'A state or a final answer; there is nothing to do.' },
};

/** What the shapes mean, where no entry is chosen yet. */
export function Legend() {
  return (
    <section className="legend" aria-label="Shapes">
      <h2>Whose turn it is</h2>
      <dl>
        {MARKS.map((mark) => (
          <div key={mark} data-mark={mark}>
            <dt>
              <MarkIcon mark={mark} size={16} /> {MARK_TEXT[mark].name}
            </dt>
            <dd>
              {MARK_TEXT[mark].text} <span className="soft">On a page: a {MARK_TEXT[mark].line} line.</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">Choose a code to see what it means and what to do. Its address can be shared.</p>
    </section>
  );
}
