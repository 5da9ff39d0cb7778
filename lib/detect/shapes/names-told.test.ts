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
