import codes from 'virtual:codes';
import { openIndex } from '../code-index.ts';
import { at, META, testShapes } from './shape-lines.ts';

/** How people write down what Graph throws: its exceptions, its subcodes, its messages. */
testShapes(
  {
    'an exception of Graph and its number': {
      found: [
        ['A revoked token is `OAuthException` (‹190›), not a 500.'],
        ['"OAuthException" ‹190›: log in again'],
        ['Quand le compte est retiré : `GraphMethodException` (‹100›/‹33›).'],
        ['la sesión murió, **OAuthException** (`‹190›`)'],
        ['OAuthException (code ‹190›)'],
        ['GraphMethodException [‹100›/‹33›]: object missing'],
      ],
      alike: [
        ['`OAuthException` (12 times)'],
        ['OAuthException (190 times today)'],
        ['GraphMethodException, 100/33 rows'],
        ['`OAuthException` on line 190'],
        ['progress 100/33'],
      ],
    },
    'a code and the list of its subcodes': {
      found: [
        ['takes code ‹190› with the subcodes `{‹458›, ‹460›, ‹463›, ‹467›}` as well'],
        ['code ‹190›, subcodes ‹458›, ‹460› and ‹463›'],
        ['código ‹190› (subcódigos ‹460› y ‹463›): volver a entrar'],
        ['Code ‹190›, Subcodes: [‹463›, ‹467›]'],
        ['OAuthException ‹190› with subcodes ‹463›/‹467›'],
        ['codice ‹190› con i sottocodici ‹458›, ‹463› e ‹467›'],
        ['Rejeitado com `OAuthException` (`‹190›`), subcódigo ‹463›'],
        ['if (error.error_subcode in [‹458›, ‹460›, ‹463›])'],
      ],
      alike: [
        ['190 rows, subcodes 458, 460 and 463'],
        ['postal subcodes 458, 460, 463'],
        ['{458, 460, 463}'],
        ['row.zip_subcode in [458, 1460]'],
      ],
    },
    'a subcode in brackets before its message': {
      found: [
        ["Template format or content not valid: (‹2388072›) The message header can't have any new lines"],
        ['Não salvou: (‹2388023›) The message template language is being deleted'],
        ['❌ (‹2494055›) Please wait a moment', META],
      ],
      alike: [
        ['Call us: (2388072) The office is open'],
        ['order (2388072) the header is missing'],
        ['(2388072)'],
      ],
    },
    'a code and its subcode with a colon between them': {
      found: [['"‹100›:‹2388023›": "Name still taken — Meta keeps it for four weeks"']],
      alike: [['src/meta.ts:100:2388023'], ['Meta, at 12:30:2388023'], ['ratio 100:238 of Meta']],
    },
    'a name that a program made of a code': {
      found: [['assert outcome.why == "http_400 code_‹131030› subcode_‹2494010›"'], ["'subcode_‹2388023›'"]],
      alike: [['leads_131026.csv'], ['postcode_131030'], ['zip_subcode_24940']],
    },
    'a small code compared, and what it is about': {
      found: [
        ['// WhatsApp Cloud API\nif (err.code === ‹10›) return { errorCode: "PERMISSION_DENIED" };'],
        ['if (metaError.code === ‹190›) throw new TokenExpired("WhatsApp token expired")'],
        [
          '// #‹10›: not permitted\nif (err.code === ‹10› || err.subcode === ‹10› || err.permissionError || text.includes("#‹10›")) // Meta Business Suite',
        ],
      ],
      alike: [
        ['// #10: later\nif (level === 10) return "denied"'],
        ['if (step === 10) grantPermission() // WhatsApp'],
      ],
    },
    'a rare code handed to what deals with it': {
      found: [
        ['post(url, { messaging_product: "whatsapp" }, { tolerate: [‹133016›] })'],
        ['send(whatsapp, retryOn: [‹131016›])'],
        ['{ swallow: [‹131026›] } // WhatsApp'],
      ],
      alike: [
        ['{ skip: [131026] }'],
        ['{ userIds: [131026] } // WhatsApp'],
        ['{ allow: [131026] } // WhatsApp'],
        ['{ tolerance: [131026] }'],
      ],
    },
    'a code turned to text and compared': {
      found: [
        ['if st.Errors[0].Code.String() == "‹131042›" {'],
        ['if (error.getCode().toString() === "‹131047›") return'],
        ["if e['code'].to_s == '‹131026›'"],
        ['if int(err["code"]) == ‹131047›:'],
      ],
      alike: [
        ['if order.ID.String() == "131042" {'],
        ['if (user.zip.toString() === "131047") return'],
        ["if row['total'].to_s == '131026'"],
      ],
    },
    'a name in front of the name of a value': {
      found: [
        ['отправка не прошла: code=‹131048› (жалобы на спам), пауза 3600 с'],
        ['send failed: code=‹131026›'],
        ['gagal kirim: kode=‹131049› (batas pemasaran)'],
        ['no salió: error_code=‹190› (token de WhatsApp)'],
        ['code: int = ‹131047›'],
      ],
      alike: [['total: int = 131048'], ['width: number = 190']],
    },
    'a status in a table of errors': {
      found: [
        [
          '| Error | Qué hacer |\n|---|---|\n| ‹131026› | No usa WhatsApp |\n| 429 / rate limit | Esperar |\n| 401 | El token caducó |',
        ],
        [
          '| Code | Developer message |\n| ‹401› | Invalid api_key or token expired |\n| ‹403› | This URL is blocked |',
          at('hub.360dialog.com'),
        ],
      ],
      alike: [['| Error | What to do |\n|---|---|\n| 401 | Log in to WhatsApp again |', META]],
    },
    'fields of the API beside a number sign': {
      found: [['Con `code_verification_status: EXPIRED` se envía igual; el #‹131037› lo menciona la guía.']],
      alike: [['el #131037 lo menciona la guía.'], ['status: EXPIRED, el #131037 no']],
    },
  },
  openIndex(codes),
);
