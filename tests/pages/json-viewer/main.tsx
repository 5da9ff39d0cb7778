import { createRoot } from 'react-dom/client';
import { allExpanded, defaultStyles, JsonView } from 'react-json-view-lite';
import 'react-json-view-lite/dist/index.css';

const WEBHOOK = {
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: {
              display_phone_number: '15550783881',
              phone_number_id: '106540352242922',
            },
            statuses: [
              {
                id: 'wamid.HBgMNTUxMTU1NTA0ODIxFQIAERgSMTMxMDQ3',
                status: 'failed',
                timestamp: '1795164827',
                recipient_id: '551155504821',
                errors: [
                  {
                    code: 131049,
                    title:
                      'This message was not delivered to maintain healthy ecosystem engagement.',
                    error_data: {
                      details:
                        'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
                    },
                  },
                ],
              },
            ],
          },
        },
      ],
    },
  ],
};
const GRAPH = {
  error: {
    message: '(#131030) Recipient phone number not in allowed list',
    type: 'OAuthException',
    code: 131030,
    fbtrace_id: 'AI131047Bx1310',
  },
};

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <>
      <JsonView
        data={WEBHOOK}
        shouldExpandNode={allExpanded}
        style={defaultStyles}
      />
      <JsonView
        data={GRAPH}
        shouldExpandNode={allExpanded}
        style={defaultStyles}
      />
    </>,
  );
}
