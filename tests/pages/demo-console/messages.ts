/** A day at a fictional sender. People, numbers and ids are invented. The codes and their texts are Meta's. */

export interface Message {
  id: string;
  at: string;
  to: string;
  template: string;
  status: 'read' | 'delivered' | 'sent' | 'failed';
  cost: string;
  error?: { code: number; title: string; details: string };
}

export const MESSAGES: readonly Message[] = [
  {
    id: 'wamid.HBgMNTUxMTU1NTA0ODIxFQIAERgSQzFFNkQ3',
    at: '14:32:07',
    to: '+55 11 5550-4821',
    template: 'free text',
    status: 'failed',
    cost: '–',
    error: {
      code: 131047,
      title: 'Re-engagement message',
      details:
        'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
    },
  },
  {
    id: 'wamid.HBgMOTEyMjU1NTAwMDc3FQIAERgS',
    at: '14:31:58',
    to: '+91 22 5550 0112',
    template: 'order_update',
    status: 'read',
    cost: '₹ 0.115',
  },
  {
    id: 'wamid.HBgMOTEyMjU1NTAwMDc3FQIAERgT',
    at: '14:31:40',
    to: '+91 22 5550 0077',
    template: 'promo_november',
    status: 'failed',
    cost: '–',
    error: {
      code: 131049,
      title: 'Message not delivered to maintain healthy ecosystem engagement',
      details:
        'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
    },
  },
  {
    id: 'wamid.HBgMNjIyMTU1NTA5MTMwFQIAERgS',
    at: '14:30:12',
    to: '+62 21 5550 9130',
    template: 'promo_november',
    status: 'failed',
    cost: '–',
    error: {
      code: 131026,
      title: 'Message undeliverable',
      details: 'Message Undeliverable.',
    },
  },
  {
    id: 'wamid.HBgMNDkzMDU1NTA1NTEyFQIAERgS',
    at: '14:29:55',
    to: '+49 30 5550 5512',
    template: 'otp_login',
    status: 'delivered',
    cost: '€ 0.131',
  },
  {
    id: 'wamid.HBgMNDkzMDU1NTA1NTEzFQIAERgS',
    at: '14:29:31',
    to: '+49 30 5550 5513',
    template: 'otp_login',
    status: 'failed',
    cost: '–',
    error: {
      code: 131000,
      title: 'Something went wrong',
      details: 'Message failed to send due to an unknown error.',
    },
  },
  {
    id: 'wamid.HBgMNTIxNTU1NTUwMDE5FQIAERgS',
    at: '14:27:03',
    to: '+52 55 5550 0190',
    template: 'order_update_v2',
    status: 'failed',
    cost: '–',
    error: {
      code: 132001,
      title: 'Template name does not exist in the translation',
      details: 'template name (order_update_v2) does not exist in es_MX',
    },
  },
  {
    id: 'wamid.HBgMMjM0ODA1NTUwMTQ3FQIAERgS',
    at: '14:26:47',
    to: '+234 805 550 1470',
    template: 'order_update',
    status: 'sent',
    cost: '$ 0.0067',
  },
  {
    id: 'wamid.HBgMNDQyMDU1NTAxMDI2FQIAERgS',
    at: '14:25:20',
    to: '+44 20 5550 1026',
    template: 'order_update',
    status: 'failed',
    cost: '–',
    error: {
      code: 131042,
      title: 'Business eligibility payment issue',
      details:
        'Message failed to send because there were one or more errors related to your payment method.',
    },
  },
];

export interface Template {
  name: string;
  language: string;
  category: string;
  status: 'Active' | 'Rejected' | 'Paused';
  sends: string;
  reason: string;
}

export const TEMPLATES: readonly Template[] = [
  {
    name: 'order_update',
    language: 'en',
    category: 'Utility',
    status: 'Active',
    sends: '131,047',
    reason: '',
  },
  {
    name: 'promo_november',
    language: 'pt_BR',
    category: 'Marketing',
    status: 'Paused',
    sends: '8,470',
    reason: 'Error 132015: the template is paused for low quality.',
  },
  {
    name: 'otp_login',
    language: 'de',
    category: 'Authentication',
    status: 'Active',
    sends: '52,190',
    reason: '',
  },
  {
    name: 'welcome_gift',
    language: 'es_MX',
    category: 'Utility',
    status: 'Rejected',
    sends: '0',
    reason: 'Rejected, reason: TAG_CONTENT_MISMATCH',
  },
  {
    name: 'address_check',
    language: 'id',
    category: 'Utility',
    status: 'Rejected',
    sends: '0',
    reason: 'Rejected, reason: INVALID_FORMAT',
  },
];

/** Returns the `statuses[0]` object of the webhook for a message. */
export function createStatus({ id, to, status, error }: Message): object {
  return {
    id,
    status,
    timestamp: '1795185127',
    recipient_id: to.replace(/\D/g, ''),
    ...(error && {
      errors: [
        {
          code: error.code,
          title: error.title,
          error_data: { details: error.details },
        },
      ],
    }),
  };
}
