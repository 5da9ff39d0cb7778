import codes from 'virtual:codes';
import { openIndex } from '../code-index.ts';
import { at, META, testShapes } from './shape-lines.ts';

const CEQUENS = at('console.cequens.com');

/** Names of errors in sentences and in tables, and numbers that a console shows. */
testShapes(
  {
    'a reason of Meta, told in a sentence': {
      found: [
        [
          'A body may not end with a `{{n}}` (`error_subcode ‹2388299›`). Ours gave no example, hence ‹INVALID_FORMAT›.',
        ],
        ['Our WhatsApp template came back as ‹INVALID_FORMAT›.'],
        ['O modelo do WhatsApp voltou como `‹INVALID_FORMAT›`, sem exemplo'],
        ['Unsere WhatsApp-Vorlage: wir bekommen ‹INVALID_FORMAT›'],
      ],
      alike: [
        ['The parser has no header, hence INVALID_FORMAT.'],
        ['Our WhatsApp template shows PENDING_DELETION', META],
        ['WhatsApp client: throws INVALID_FORMAT(x)'],
        ['We see APPROVED templates on WhatsApp'],
      ],
    },
    'a table of names whose first row is no heading': {
      found: [
        [
          '| `‹RECIPIENT_NOT_REACHABLE›` | Nobody with this identity |\n| `‹RECIPIENT_NOT_OPTED_IN›` | They never agreed |\n| `‹OUTSIDE_ALLOWED_SENDING_WINDOW›` | Too late on WhatsApp |\n| `‹TEMPLATE_NOT_FOUND›` | No template of this name |',
          at('dashboard.sinch.com'),
        ],
      ],
      alike: [['| `RECIPIENT_LIMIT` | 131047 |', at('dashboard.sinch.com')]],
    },
    'a list of names that tells itself whose it is': {
      found: [
        [
          'ReasonCode:\n  | "‹INTERNAL_ERROR›"\n  | "‹RATE_LIMITED›"\n  | "‹RECIPIENT_NOT_OPTED_IN›"\n  | "‹OUTSIDE_ALLOWED_SENDING_WINDOW›"\n  | "‹TEMPLATE_NOT_FOUND›"',
        ],
        [
          'public static final ReasonCode ‹OUTSIDE_ALLOWED_SENDING_WINDOW› =\n    new ReasonCode("‹OUTSIDE_ALLOWED_SENDING_WINDOW›");\npublic static final ReasonCode ‹CHANNEL_FAILURE› = new ReasonCode("‹CHANNEL_FAILURE›");',
        ],
        [
          '#  - ‹RECIPIENT_NOT_REACHABLE›: nobody answered\n# on the channel.\n#  - ‹RECIPIENT_NOT_OPTED_IN›: they never agreed\n#  - ‹OUTSIDE_ALLOWED_SENDING_WINDOW›: too late',
        ],
        [
          "rejected_reason?: '‹ABUSIVE_CONTENT›' | '‹INVALID_FORMAT›' | 'NONE' | '‹PROMOTIONAL›' | '‹TAG_CONTENT_MISMATCH›' | '‹SCAM›';",
        ],
        [
          'if (word.equals("‹REJECTED_NETWORK›") || word.equals("‹REJECTED_NOT_ENOUGH_CREDITS›")) gone();\nelse if (word.equals("‹REJECTED_PREFIX_MISSING›")) odd();',
        ],
        [
          '(Answer.‹EC_UNKNOWN_USER›, "USER NOT FOUND"),\n(Answer.‹REJECTED_NETWORK›, "REJECTED"),\n(Answer.‹REJECTED_PREFIX_MISSING›, "REJECTED"),',
        ],
        [
          'Values can be:  `‹ABUSIVE_CONTENT›` — bad words.  `‹CATEGORY_NOT_AVAILABLE›` — not there.  `‹INCORRECT_CATEGORY›` — another.',
        ],
        [
          'function RejectionReasonLabel({ reason }) {\n  const readable = {\n    ‹ABUSIVE_CONTENT›: "Abusive",\n    ‹INCORRECT_CATEGORY›: "Category",\n    ‹SCAM›: "Scam",',
        ],
      ],
      alike: [
        ['It is `ABUSIVE_CONTENT`.  `SCAM` is another.'],
        ['kinds = {\n  ABUSIVE_CONTENT: "Abusive",\n  INCORRECT_CATEGORY: "Category",\n  SCAM: "Scam",'],
        ["type Failure = 'INTERNAL_ERROR' | 'RATE_LIMITED' | 'MEDIA_TOO_LARGE'"],
        ["rejected: 'SCAM' | 'SPAM' | 'INVALID_FORMAT'"],
        ['codes = ["INTERNAL_ERROR", "RATE_LIMITED", "UNKNOWN"]'],
      ],
    },
    'an everyday word in a column of names': {
      found: [
        [
          'To\tStatus\tReply\n9665xxxx1013\tFailed\t‹INVALID_ACCESS_TOKEN›\n9665xxxx1005\tFailed\t‹VALIDATION›',
          CEQUENS,
        ],
        [
          '| To | State | Reply |\n|---|---|---|\n| 9665 | failed | ‹MISSING_TOKEN› |\n| 9665 | failed | ‹TOKEN› |',
          CEQUENS,
        ],
      ],
      alike: [
        [
          'To\tStatus\tReply\n9665xxxx1013\tFailed\tVALIDATION of the number\n9665xxxx1005\tFailed\tTOKEN ring',
          CEQUENS,
        ],
        ['To\tStatus\n9665xxxx1013\tPENDING\n9665xxxx1005\tREAD', CEQUENS],
      ],
    },
    'a table of a provider with titles for most': {
      found: [
        [
          '| Code | Possible reason | Description |\n|---|---|---|\n| ‹1› | AbsentSubscriber | Nobody there |\n| ‹2› | ContentRelatedError | Not for this channel |\n| ‹9› | EquipmentProtocolError | Old app |\n| ‹11› | Too many | Slow down |',
        ],
        [
          '| Code | Possible reason | Description |\n|---|---|---|\n| ‹1› | AbsentSubscriber | Nobody there |\n| ‹2› | ContentRelatedError | Not for this channel |\n| ‹9› | EquipmentProtocolError | Old app |',
          at('connect.8x8.com'),
        ],
        [
          '- ‹1004› - Message sending failed as user is inactive for session message and template messaging is disabled.\n- ‹1005› - Message sending failed as user is inactive for session message and template did not match\n- ‹1006› - They never opted in',
        ],
      ],
      alike: [
        ['| Code | Reason |\n|---|---|\n| 1 | One |\n| 2 | Two |\n| 9 | Nine |\n| 11 | Eleven |'],
        ['- 1004 - the yellow one\n- 1005 - the red one\n- 1006 - the blue one'],
      ],
    },
    'a number in quotation marks that its console shows': {
      found: [
        ['Bonjour, le hub affiche « ‹1005› » (numéro lié à un autre compte actif)', at('hub.360dialog.com')],
        ['El panel muestra "‹1005›" desde ayer', at('hub.360dialog.com')],
        ['Panelde "‹1005›" yazıyor', at('hub.360dialog.com')],
      ],
      alike: [
        ['Le hub affiche 1005 messages', at('hub.360dialog.com')],
        ['Le hub affiche « 1005 messages »', at('hub.360dialog.com')],
        ['Le client « 1005 » a écrit', at('hub.360dialog.com')],
        ['Le hub affiche « 1005 »', META],
      ],
    },
  },
  openIndex(codes),
);
