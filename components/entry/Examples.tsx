import type { Entry } from '../../data/schema.ts';
import { t } from '../../lib/i18n/translate.ts';
import { Disclosure } from './Disclosure.tsx';

/** Payloads and console texts with this code, as they come. */
export function Examples({ examples = [] }: Pick<Entry, 'examples'>) {
  return examples.map(({ text }) => (
    <Disclosure key={text} summary={t('Example')}>
      <pre className="er-example" dir="ltr">
        <code>{text}</code>
      </pre>
    </Disclosure>
  ));
}
