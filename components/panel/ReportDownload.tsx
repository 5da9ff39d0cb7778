import { useContext, useState } from 'react';
import type { MessageContext } from '../../lib/answer/explain/message-context.ts';
import {
  formatCodeCount,
  sumCounts,
} from '../../lib/answer/format/failure-counts.ts';
import {
  type ReportFormat as Form,
  formatPageReport,
  REPORT_FORMATS,
} from '../../lib/answer/format/page-report.ts';
import {
  countCodes,
  type GroupNode,
} from '../../lib/answer/format/page-tree.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t, tPlural } from '../../lib/core/i18n/translate.ts';
import { maskPhoneNumber } from '../../lib/masking/display-masking.ts';
import { maskText, showControls } from '../../lib/masking/mask-text.ts';
import { Disclosure, EntryButton } from '../entry/controls.tsx';
import { COPY_FAILED_TEXT, copyText } from '../entry/copy-text.ts';
import { MaskingContext } from '../entry/masking.ts';
import { Icon } from '../icons/Icon.tsx';
import type { ReadTexts } from '../popup/page-plan.ts';
import { Check } from '../shared/controls.tsx';
import { saveFile } from '../shared/files.tsx';
import { readMessages } from './read-messages.ts';

const FORMATS: Readonly<
  Record<Form, { name: string; ending: string; type: string }>
> = {
  markdown: { name: 'Markdown', ending: 'md', type: 'text/markdown' },
  csv: { name: 'CSV', ending: 'csv', type: 'text/csv' },
};

/** Copies or saves the listed codes for a ticket or a spreadsheet. Personal data are masked by default. */
export function ReportDownload(props: {
  groups: readonly GroupNode[];
  /** Host and path; null if the browser withholds them. */
  page: string | null;
  partial: boolean;
  catalogue: Catalogue;
  read: ReadTexts;
}) {
  const { groups, page, partial, catalogue } = props;
  const [form, setForm] = useState<Form>('markdown');
  const [masks, setMasks] = useState(true);
  const [tells, setTells] = useState(true);
  const [said, say] = useState('');
  const bring = useContext(MaskingContext);
  const codes = groups.flatMap((group) => group.codes);
  const places = tPlural(sumCounts(codes), '$1 occurrence', '$1 occurrences');
  const { name, ending, type } = FORMATS[form];

  async function createReport(): Promise<string> {
    say(t('Reading the page…'));

    const read = await readMessages(tells ? codes : [], props.read, Infinity);

    // A masked number still tells two people apart.
    const maskRecipient = (message: MessageContext) => ({
      ...message,
      recipient: message.recipient && maskPhoneNumber(message.recipient),
    });

    const messages = new Map(
      [...read].map(([id, found]) => [
        id,
        masks ? found.map(maskRecipient) : found,
      ]),
    );

    const masking = masks ? await bring() : null;

    const maskIfWanted = (text: string) =>
      masking ? maskText(masking.splitIntoParts(text)) : text;

    return showControls(
      formatPageReport(
        {
          page,
          partial,
          groups,
          messages,
        },
        form,
        catalogue,
        maskIfWanted,
      ),
    );
  }

  /** Copies or saves the report. Fails without the masking code, so that no unmasked text is handed over. */
  async function handOver(
    over: (text: string) => Promise<void> | void,
    done: string,
    failed: string,
  ) {
    try {
      await over(await createReport());

      say(
        tells && masks
          ? `${done} ${t('Names may remain. Check before you share it.')}`
          : done,
      );
    } catch {
      say(`${failed}.`);
    }
  }

  const save = (text: string) => saveFile(`errata-codes.${ending}`, text, type);

  return (
    <Disclosure summary={t('Copy or save')}>
      <p>
        {t('Includes $1 with $2.', formatCodeCount(countCodes(codes)), places)}
      </p>
      <fieldset className="er-forms">
        <legend className="er-hidden">{t('Format')}</legend>
        {REPORT_FORMATS.map((each) => (
          <EntryButton
            key={each}
            aria-pressed={each === form}
            onClick={() => setForm(each)}
          >
            {FORMATS[each].name}
          </EntryButton>
        ))}
      </fieldset>
      <Check
        label={t('Include the text around each occurrence')}
        on={tells}
        onChange={setTells}
      />
      <Check
        label={t('Mask numbers, IDs, addresses and tokens')}
        on={masks}
        onChange={setMasks}
      />
      <p className="er-forms">
        <EntryButton
          onClick={() =>
            handOver(copyText, t('Copied as $1.', name), t(COPY_FAILED_TEXT))
          }
        >
          <Icon name="copy" /> {t('Copy')}
        </EntryButton>
        <EntryButton
          onClick={() =>
            handOver(save, t('Saved as $1.', name), t('Couldn’t save'))
          }
        >
          <Icon name="down" /> {t('Save as file')}
        </EntryButton>
      </p>
      <p role="status">{said}</p>
    </Disclosure>
  );
}
