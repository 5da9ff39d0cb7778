import type { Console } from '../../data/schema.ts';
import { comma, t } from '../../lib/language/translate.ts';
import { Disclosure } from './Disclosure.tsx';
import { dateWords } from './wording.ts';

/** Where this console shows or does something other than it seems to. The summary names the first. */
export function ConsoleCaveats({ place }: { place: Console | undefined }) {
  const { lies = [], name = '' } = place ?? {};
  const [first] = lies;
  if (!first) return null;
  return (
    <Disclosure
      summary={
        <>
          <strong className="er-dissent">{name}:</strong> {first.short}
        </>
      }
    >
      <ul className="er-needs">
        {lies.map(({ says, url, seen, state }) => (
          <li key={url}>
            <div>
              {says}
              <span className="er-source">
                <a href={url} target="_blank" rel="noreferrer">
                  {t('Public thread')}
                </a>
                {comma()}
                <span className="er-date">{t('seen $1', dateWords(seen))}</span>
                {state && comma() + state}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
