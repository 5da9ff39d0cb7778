import codes from 'virtual:codes';
import { describe, expect, it } from 'vitest';
import { openIndex } from '../code-index.ts';
import { detect } from '../detect.ts';
import { at, META, testShapes } from './shape-lines.ts';

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
    'a heading of failures by code': {
      found: [
        ['‹1013›', { host: 'hub.360dialog.com', label: 'Failures by code' }],
        ['Erros por código: ‹470›', at('business.facebook.com')],
      ],
      alike: [['1013', { host: 'hub.360dialog.com', label: 'Failures by country' }]],
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
    'a name and a number in one sentence': {
      found: [
        [
          'A send turned down with code `‹579›`, reason `‹REJECTED_DESTINATION_NOT_REGISTERED›`, went to a stranger',
        ],
        ['Blocked ones come back as Error ‹30032›, Error ‹30007› or Error ‹21610›.'],
        ['ログには「‹131049›」とだけ出ていて、テンプレートは届きます', at('business.facebook.com')],
      ],
      alike: [
        ['code `579` and reason `REJECTED`'],
        ['comes back as Error 30032.'],
        ['Error 10001 or Error 10002.'],
      ],
    },
    'a small code set apart like a rare one': {
      found: [
        ['the limit of a pair (`‹131056›`)\nWhatsApp is dead after a day (`‹190›`).'],
        ['Limit->value => [‹4›, ‹80007›, ‹130429›], Right->value => [‹10›, ‹131031›], # WhatsApp'],
      ],
      alike: [['the limit of a pair (`131056` rows)\nit is dead after a day (`190`).']],
    },
    'an entry of YAML with its name below': {
      found: [['- id: ‹7003›\n  name: ‹EC_BLOCKED_USER›\n  permanent: true', at('portal.infobip.com')]],
      alike: [['- id: 7003\n  name: ANA\n  order: 7010', at('portal.infobip.com')]],
    },
    'names in bold italics': {
      found: [
        [
          '- **_‹RATE_LIMITED›_** - too much\n- **_‹RECIPIENT_INVALID_CHANNEL_IDENTITY›_** - wrong\n- **_‹RECIPIENT_NOT_REACHABLE›_** - gone',
          at('dashboard.sinch.com'),
        ],
      ],
      alike: [['**_RATE_LIMITED_** by us']],
    },
    'constants for one number of each list': {
      found: [['\tonPremBadUser = ‹1013›\n\t// a number without WhatsApp\n\tcloudMaybeBadUser = ‹131026›']],
      alike: [['\tbadge = 1013\n\tcloudBudget = 131026 // WhatsApp']],
    },
    'what a comment at the end of a line tells': {
      found: [
        ["await wa.send('628').text('Our promo!')   // ‹131047› if they were silent / window closed"],
        ['firstAttempt // retries for Twilio media errors (‹63021›)'],
      ],
      alike: [["await send('promo')   // 131047 rows / window closed", at('www.gupshup.io')]],
    },
    'what WhatsApp or OAuth alone does not make a code': {
      found: [
        ['{ error: { message: "Bad OAuth token", code: ‹190› } }'],
        ["{ error: { message: 'Session expired', code: ‹190› } }"],
        ['WhatsApp: subcodes ‹33› + ‹2494007›'],
      ],
      alike: [
        ['WhatsApp says\nError: failed to request pairing code: <reason>'],
        ['OAuth: pass `client_secret`, else error 7104.'],
        ['any(error.get("code") == "90018" for error in error_data)'],
        ['- OAuth: unused code removed ([2909344](https://example.com/x/y/commit/2909344f))'],
      ],
    },
    'what a call gives back': {
      found: [['if (extractMetaErrorCode(itemError) === ‹17›) {'], ['metaCode(err) == ‹190›']],
      alike: [['if (zipCode(item) === 17) { // WhatsApp'], ['metaCount(err) === 17']],
    },
    "Meta's codes in one breath": {
      found: [['it("Meta codes ‹1›/‹2›/‹4› are transient")']],
      alike: [['it("zip codes 10/20/30 of WhatsApp")'], ['codes 1/2/4 of the form']],
    },
    'a wrong phone number, and its code': {
      found: [
        ['2. **Invalid Phone Number (‹131008›)** WhatsApp'],
        ['const TEMPLATE_NEEDS_PHONE_CODE = ‹131062›; // Meta'],
      ],
      alike: [['Phone Number (131008) WhatsApp'], ['PHONE = 131062; // Meta']],
    },
    'one error and then another': {
      found: [
        ['errore ‹132012› e poi ‹100›.'],
        ['Erst Fehler ‹131047› und dann ‹190›.'],
        ['¿Por qué antes salía ‹470› y ahora ‹131047›? Pasaron más de 24 horas, toca una plantilla.'],
        ['Di log cuma ada ‹131045› lalu ‹133006›.', META],
      ],
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

describe('a number that is only a subcode', () => {
  const meaningOf = (text: string, header?: string) =>
    detect(text, openIndex(codes), header ? { header, host: 'business.facebook.com' } : {}).at(-1)
      ?.meanings[0]?.key;

  it('is one of Graph where something speaks of a subcode', () => {
    expect(meaningOf('code 190 subcode 463')).toBe('meta/graph/190.463');
    expect(meaningOf('WhatsApp token expired, error 463')).toBe('meta/graph/190.463');
    expect(meaningOf('463', 'Error subcode')).toBe('meta/graph/190.463');
  });

  it('has no meaning elsewhere: unofficial clients have the same number from WhatsApp itself', () => {
    const text = 'WhatsApp rejected this send with error 463 (reach-out timelock).';
    expect(detect(text, openIndex(codes)).map(({ code, meanings }) => [code, meanings])).toEqual([
      ['463', []],
    ]);
  });
});
