const ANSWERS = [
  {
    error: {
      message: '(#131030) Recipient phone number not in allowed list',
      type: 'OAuthException',
      code: 131030,
      error_data: {
        messaging_product: 'whatsapp',
        details:
          'Recipient phone number not in allowed list: add 551155504821 to the list of the test number.',
      },
      fbtrace_id: 'A131047xYz131026b',
    },
  },
  {
    error: {
      message:
        "Unsupported get request. Object with ID '131047131026470' does not exist",
      type: 'GraphMethodException',
      code: 100,
      error_subcode: 33,
      fbtrace_id: 'A131049xYz470b',
    },
  },
];

const WEBHOOK = {
  field: 'messages',
  value: {
    messaging_product: 'whatsapp',
    metadata: {
      display_phone_number: '15550131047',
      phone_number_id: '131047131026470',
    },
    statuses: [
      {
        id: 'wamid.HBgMNTUxMTU1NTA0ODIxFQIAERgSMTMxMDQ3',
        status: 'failed',
        timestamp: '1795131047',
        recipient_id: '551155131026',
        pricing: {
          billable: false,
          pricing_model: 'PMP',
          category: 'marketing',
        },
        errors: [
          {
            code: 131049,
            title:
              'This message was not delivered to maintain healthy ecosystem engagement.',
            href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
          },
        ],
      },
    ],
  },
};

const TOKEN = /("[^"]*")|(-?\d+)|(\w+)|([^\s\w"]+)|(\s+)/g;
const KINDS = ['str', 'lit', 'kwd', 'pun', 'pln'];

/** Returns a span for each token, like a syntax highlighter. */
function highlightSyntax(code: string): HTMLElement[] {
  return [...code.matchAll(TOKEN)].map(([text, ...groups]) => {
    const kind =
      KINDS[groups.findIndex((group) => group !== undefined)] ?? 'pln';

    return Object.assign(document.createElement('span'), {
      className: kind,
      textContent: text,
    });
  });
}

const findById = (id: string) => document.getElementById(id) as HTMLElement;
const formatJson = (value: unknown) => JSON.stringify(value, null, 2);

let asked = 0;
findById('submit').addEventListener('click', () => {
  const answer = ANSWERS[asked++ % ANSWERS.length];

  setTimeout(() => {
    findById('took').textContent =
      'HTTP 400 Bad Request, response received in 131 ms';

    findById('response').replaceChildren(
      ...highlightSyntax(formatJson(answer)),
    );
  }, 200);
});

// A viewer with line numbers, and an element for each line.
for (const [at, line] of formatJson(WEBHOOK).split('\n').entries()) {
  findById('gutter').append(
    Object.assign(document.createElement('div'), {
      textContent: String(120 + at),
    }),
  );

  const row = Object.assign(document.createElement('div'), {
    className: '_line',
  });

  row.append(...highlightSyntax(line));
  findById('webhook').append(row);
}
