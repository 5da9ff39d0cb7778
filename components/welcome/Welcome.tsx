import { t } from '../../lib/core/i18n/translate.ts';
import { PageTitle } from '../shared/controls.tsx';
import { MarkLegend } from '../shared/MarkLegend.tsx';
import { type ShortcutKeys, Shortcuts } from '../shared/Shortcuts.tsx';
import { interpolate } from '../shared/texts.tsx';

/** A message log as consoles show it. The numbers of the first column look like codes, but are order numbers. */
const SAMPLE_ROWS = [
  ['131026', '+55 11 5550 4821', 'order_update', '131047'],
  ['131027', '+91 22 5550 0077', 'promo_november', '131049'],
  ['131028', '+62 21 5550 9130', 'promo_november', ''],
  ['131029', '+49 30 5550 5512', 'otp_login', '132000'],
  ['131030', '+52 55 5550 1877', 'order_update', '131042'],
] as const;

export function Welcome(props: { shortcuts: ShortcutKeys }) {
  return (
    <main className="options welcome">
      <PageTitle />
      <p className="soft">
        {t('Error codes for WhatsApp Business, explained.')}
      </p>

      <section aria-labelledby="try">
        <h2 id="try">{t('Try it: hover over an underlined code')}</h2>
        <div className="log">
          {/* Consoles of most readers are in English. */}
          <table lang="en" dir="ltr">
            <thead>
              <tr>
                {['Order', 'To', 'Template', 'Status', 'Error code'].map(
                  (head) => (
                    <th key={head}>{head}</th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {SAMPLE_ROWS.map(([order, to, template, code]) => (
                <tr key={order}>
                  <td>{order}</td>
                  <td>{to}</td>
                  <td>{template}</td>
                  <td>{code ? 'failed' : 'delivered'}</td>
                  <td>{code}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="soft">
          {t(
            'The order numbers look like codes but aren’t, so they aren’t underlined.',
          )}
        </p>
      </section>

      <section aria-labelledby="lines">
        <h2 id="lines">{t('Five lines say whose turn it is')}</h2>
        <MarkLegend />
      </section>

      <section aria-labelledby="next">
        <h2 id="next">{t('Next steps')}</h2>
        <ul className="ways-on">
          <li>
            {interpolate(
              'Open one of the consoles listed in $1: Errata works there by default.',
              <a href="options.html#sites">{t('Settings')}</a>,
            )}
          </li>
          <li>
            {t(
              'On any other site, open Errata from the toolbar and choose “Explain codes on this site”.',
            )}
          </li>
          <li>
            {t(
              'Or select a code anywhere, right-click it, and choose “Explain this code”.',
            )}
          </li>
          <li>
            {t('Pin Errata to the toolbar to see how many codes a page has.')}
          </li>
        </ul>
      </section>

      <section aria-labelledby="keys">
        <h2 id="keys">{t('Keyboard shortcuts')}</h2>
        <Shortcuts keys={props.shortcuts} />
      </section>

      <section aria-labelledby="reads">
        <h2 id="reads">{t('What Errata reads')}</h2>
        <p>
          {t(
            'Errata reads the text of your consoles in this browser to find error codes.',
          )}{' '}
          <b>{t('Nothing leaves this browser.')}</b>{' '}
          {t(
            'In private windows, Errata stores only what you save there, such as settings, notes and removed marks.',
          )}
        </p>
      </section>
    </main>
  );
}
