import codes from 'virtual:codes';
import { openIndex } from '../code-index.ts';
import { at, testShapes } from './shape-lines.ts';

const GUPSHUP = at('www.gupshup.io');

/** Codes that the words around them tell of: names in capitals, what was told just before, lists with a lead. */
testShapes(
  {
    'a provider in capitals': {
      found: [["Gateway.INFOBIP: '‹EC_ABSENT_SUBSCRIBER›',"], ['GUPSHUP error ‹1002›']],
      alike: [['GRAPH error 1002'], ['BIRD error 1002']],
    },
    'a constant for what was told just before': {
      found: [['/** Gupshup ‹1003›: no balance. */\npublic const SALDO = ‹1003›;', GUPSHUP]],
      alike: [['public const SALDO = 1003;', GUPSHUP]],
    },
    'lists that the same words lead up to': {
      found: [
        [
          '| c `elem` [‹130429›, ‹80007›, ‹4›] -> TooFast\n| c `elem` [‹131056›, ‹131049›] -> TooMany\n| c `elem` [‹100›, ‹131008›, ‹131009›] -> Bad\n| c `elem` [‹0›, ‹190›, ‹3›, ‹10›] -> Auth',
        ],
      ],
      alike: [['| c `elem` [100, 200, 300] -> Bad\n| c `elem` [0, 190, 3, 10] -> Auth']],
    },
    'a code in bold or in code type': {
      found: [
        ['Error code: `‹400›`\nDescription: too many calls', at('hub.360dialog.com')],
        ['Error code: **‹400›**\nDescription: too many calls', at('hub.360dialog.com')],
        ['실패 사유: `‹132015›` 템플릿', at('business.facebook.com')],
        ['WhatsApp: sometimes the error changes to: **‹131049›**: not delivered'],
        ["case **‹131047›**: return 'Meta: write a template';"],
      ],
      alike: [['Limit: `400`\nDescription: too many calls', at('hub.360dialog.com')], ['2**131047**3']],
    },
    'one error and then another': {
      found: [['errore ‹132012› e poi ‹100›.'], ['Erst Fehler ‹131047› und dann ‹190›.']],
      alike: [['131047 e poi 100 messaggi']],
    },
    'an error without a status of HTTP': {
      found: [
        ['Meta error ‹200›: no access'],
        ['WhatsApp: Trigger registration error, code ‹1005›', at('hub.360dialog.com')],
      ],
      alike: [
        ['Meta error 404'],
        [
          "const FAULTS = {\n  429: { status: 429, message: 'Rate limit hit', type: 'OAuthException' }",
          at('hub.360dialog.com'),
        ],
      ],
    },
    'a send that failed': {
      found: [
        ['### WhatsApp send failed ‹131030›'],
        ["{ id: 'q2', status: 'failed', errors: [{ code: ‹470›, title: 'Expired' }] }"],
      ],
      alike: [['WhatsApp sends failed 131030'], ["{ errors: [{ code: 470, title: 'Expired' }] }"]],
    },
    'what was counted already': {
      found: [['Twilio: 31 unverified numbers (‹21608›)', at('console.twilio.com')]],
      alike: [['Twilio: unverified numbers (21608)', at('console.twilio.com')]],
    },
    'whose code it is': {
      found: [
        ['Is Gupshup ‹1002› still seen?', GUPSHUP],
        ['For us Meta has code ‹10›.'],
        ['WhatsApp error ‹131056› = pair; ‹4› = the app calls too much'],
      ],
      alike: [['Gupshup 1002 messages', GUPSHUP], ['Meta has code 10 people wrote']],
    },
  },
  openIndex(codes),
);
