import { type ReactNode, useState } from 'react';
import { Json } from './Json.tsx';
import { createStatus, MESSAGES, TEMPLATES } from './messages.ts';

const SECTIONS = [
  'Overview',
  'Messages',
  'Templates',
  'Webhooks',
  'Numbers',
  'Billing',
];
const FIGURES = [
  ['Sent today', '18,204'],
  ['Delivered', '96.1 %'],
  ['Failed', '712'],
  ['Spent', '₹ 2,190.40'],
];

/** The console of a fictional provider, with failed messages. */
export function Console() {
  const [chosen, choose] = useState(MESSAGES[0]?.id ?? '');
  const message = MESSAGES.find(({ id }) => id === chosen);

  return (
    <div className="console">
      <aside>
        <strong className="brand">Kestrel</strong>
        <nav>
          {SECTIONS.map((section) => (
            <a
              key={section}
              href={`#${section.toLowerCase()}`}
              aria-current={section === 'Messages' ? 'page' : undefined}
            >
              {section}
            </a>
          ))}
        </nav>
        <small>Demo account</small>
      </aside>
      <main>
        <header>
          <h1>Message log</h1>
          <span>20 November 2026</span>
        </header>
        <dl className="figures">
          {FIGURES.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div className="columns">
          <Panel title="Messages" note="latest first">
            <table>
              <thead>
                <tr>
                  <th>Time</th>
                  <th>To</th>
                  <th>Template</th>
                  <th>Status</th>
                  <th>Error code</th>
                  <th className="amount">Cost</th>
                </tr>
              </thead>
              <tbody>
                {MESSAGES.map(
                  ({ id, at, to, template, status, cost, error }) => (
                    <tr
                      key={id}
                      aria-selected={id === chosen}
                      onClick={() => choose(id)}
                    >
                      <td>{at}</td>
                      <td>{to}</td>
                      <td className="mono">{template}</td>
                      <td>
                        <span className={`status ${status}`}>{status}</span>
                      </td>
                      <td className="mono">{error?.code}</td>
                      <td className="amount">{cost}</td>
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </Panel>
          <Panel
            title="Webhook payload"
            note={message ? `statuses[0], ${message.at}` : ''}
          >
            <pre>
              <Json value={message ? createStatus(message) : null} />
            </pre>
          </Panel>
        </div>
        <Panel title="Templates" note="5 of 38">
          <table>
            <thead>
              <tr>
                <th>Name</th>
                <th>Language</th>
                <th>Category</th>
                <th>Status</th>
                <th className="amount">Sends</th>
                <th>Reason</th>
              </tr>
            </thead>
            <tbody>
              {TEMPLATES.map(
                ({ name, language, category, status, sends, reason }) => (
                  <tr key={name}>
                    <td className="mono">{name}</td>
                    <td>{language}</td>
                    <td>{category}</td>
                    <td>
                      <span className={`status ${status.toLowerCase()}`}>
                        {status}
                      </span>
                    </td>
                    <td className="amount">{sends}</td>
                    <td>{reason}</td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </Panel>
      </main>
    </div>
  );
}

function Panel({
  title,
  note,
  children,
}: {
  title: string;
  note: string;
  children: ReactNode;
}) {
  return (
    <section className="panel">
      <h2>
        {title} <small>{note}</small>
      </h2>
      {children}
    </section>
  );
}
