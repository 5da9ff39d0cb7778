import type { VendorConsole } from '../../data/schema.ts';
import { t } from '../../lib/i18n/translate.ts';
import { Disclosure } from './Disclosure.tsx';
import { SourceLink } from './SourceLink.tsx';

/** Known errors in what this console shows or does, placed before any step that uses the console. The summary shows the first. */
export function ConsoleCaveats({ place }: { place: VendorConsole | undefined }) {
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
              <SourceLink name={t('Public thread')} notes={[state]} {...{ url, seen }} />
            </div>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
