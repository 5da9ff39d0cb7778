import codes from 'virtual:codes';
import { openIndex } from '../code-index.ts';
import { META, TWILIO, testShapes } from './shape-lines.ts';

/** Codes that a sentence names without a word for an error, as developers do in comments and commits. */
testShapes(
  {
    'a small code of Graph in a sentence about its matter': {
      found: [
        ['Si Graph devuelve ‹190›, el token caducó'],
        ['Meta answers 401 with ‹190› when the access token is dead'],
        ['Graph ‹190› again: token revoked'],
        ["fix: don't mark token as expired on ‹190›/‹467›, user just logged out", META],
        ['Meta blocks us with ‹368› when the policy is violated'],
        ['接口返回 ‹190› 表示令牌过期 (WhatsApp)'],
        ['error code ‹190› (subcode ‹460›) came'],
      ],
      alike: [
        ['sold 190 tokens today on WhatsApp'],
        ['fix: token list shows 190/467 entries', META],
        ['bump token limit on 190/200 plans', META],
        ['Meta raised the token limit to 190 per user', META],
        ['graph 190 edges, token 4', META],
        ['Police 190, WhatsApp 368', META],
        ['报了 190 元', META],
      ],
    },
    'a code quoted as Graph prints it': {
      found: [['behind "(#‹10›)" people suspect their own role. Meta'], ['What is `(#‹200›)` on WhatsApp?']],
      alike: [
        ['"fix: token refresh (#190)"', META],
        ['Merge pull request (#10) from Meta', META],
      ],
    },
    'a code again, once the text has told it': {
      found: [
        ['Meta: "Business Account locked (#‹131031›)".\n- Veio #‹131031›, todos os números param.', META],
      ],
      alike: [['Import #131031 done', META]],
    },
    'several of one code': {
      found: [['we tell our ‹30007›s from others', TWILIO], ['most of the ‹131049›s come from Brazil']],
      alike: [
        ['it took 131049s', META],
        ['timeout=131049s', META],
        ['since the 1990s, our 30007s timeout', TWILIO],
      ],
    },
    'codes in a row, each with what it means': {
      found: [
        ['Wait and try again: **‹20429›** (HTTP 429, back off), **‹63018›** (limit of the channel)', TWILIO],
        ['// Twilio-fout ‹63007›, ‹63015› of ‹21608› betekent in de sandbox bijna altijd:', TWILIO],
      ],
      alike: [
        ['The total price: **131047** INR', META],
        ['131047, 131026 of 132000 sent', META],
      ],
    },
    'a tile of failures with counts at the ends of its lines': {
      found: [
        [
          'Failed on WhatsApp\n‹131049› To keep the ecosystem healthy   131\n‹130472› Part of an experiment   190\n‹131026› Message undeliverable   4',
          META,
        ],
      ],
      alike: [['Sent on WhatsApp   131047\nFailed   190\nRead   470', META]],
    },
    'what people ask, whatever the language': {
      found: [
        ['What does ‹131047› mean?'],
        ['Was heißt ‹131047› genau?'],
        ['‹131026› 是什么意思？号码是正常的'],
        ['ما معنى ‹131026›؟'],
        ['O suporte disse que ‹131042› significa cartão recusado.'],
      ],
      alike: [
        ['what is 131047 divided by 3', META],
        ['What are 131047 people doing', META],
      ],
    },
    'met with on a console, in a sentence': {
      found: [
        ['Half our list ended up with ‹131026›, although those people do use the app.', META],
        ['Alguém mais com ‹131049› hoje?', META],
        ['Alguien sabe por qué me sale ‹131049› en todos?', META],
        ['Depuis hier tous mes envois partent en ‹131049›.', META],
        ['Da ieri ricevo ‹131049› su ogni campagna.', META],
        ['При ‹131047› надо слать шаблон.', META],
        ['Dünden beri her gönderimde ‹131049› alıyoruz.', META],
        ['Sejak kemarin semua pesan kena ‹131049›.', META],
        ['超过24小时会返回 ‹131047›，要用模板', META],
        ['24時間を過ぎると ‹131047› になります', META],
        ['24시간이 지나면 ‹131047›이 떠요', META],
        ['إذا طلع ‹131047› أرسل قالب', META],
      ],
      alike: [
        ['recibo 131047 pesos al mes', META],
        ['deu 131047 reais no total', META],
        ['Bei 131047 Stimmen war Schluss', META],
      ],
    },
    'a small code said to be one, and its matter': {
      found: [
        ['throws OAuthException with code ‹10› when the app lacks the permission'],
        ['código ‹190›: o token expirou (Meta)'],
        ['ошибка ‹4›: лимит запросов приложения (WhatsApp)'],
      ],
      alike: [
        ['exit code 4: rate limit (WhatsApp cron)'],
        ['error 200 OK, permission granted (WhatsApp)'],
        ['status code 200, token saved (WhatsApp)'],
      ],
    },
    'small codes of Graph that a word for codes leads up to': {
      found: [
        ['codes ‹4›, ‹17› and ‹613› are rate limits of the Graph API'],
        ['retry codes: ‹1›, ‹2›, ‹4›, ‹17›, ‹341›, ‹368› (WhatsApp)'],
        ['Estado: error · Código ‹190›', META],
        ['Fehler ‹190› von Meta: Token abgelaufen'],
      ],
      alike: [
        ['codes 4, 17 and 32 open the doors (WhatsApp group)'],
        ['exit codes 1, 2, 126, 127 (WhatsApp cron)'],
        ['area codes 201, 202, 212 on WhatsApp', META],
        ['promo codes 10, 100, 190 in the WhatsApp shop', META],
        ['Fehler 190', META],
      ],
    },
    'what Graph says beside a small code': {
      found: [
        ['error={code:‹4›,message:"Application request limit reached"}'],
        ['{ message: "Error validating access token", code: ‹190› }'],
      ],
      alike: [['{ limit: 4, message: "Application request limit reached" }', META]],
    },
    'names of exceptions near a rare code': {
      found: [
        [
          '# raised for code ‹135000›\nnames = {\n    ‹1›: UnknownAPIException,\n    ‹2›: ServiceUnavailableException,\n    ‹4›: RateLimitException,',
        ],
      ],
      alike: [
        ['# raised for code 7\nnames = {\n    1: UnknownAPIException,\n    2: ServiceUnavailable,', META],
      ],
    },
    'what a program does with a code': {
      found: [
        ['the ‹131047› path falls back'],
        ['a fix for the ‹131049› issue'],
        ['we treat ‹131026› as permanent'],
        ['test: cover ‹130429› backoff'],
      ],
      alike: [
        ['el caso 131047 se cerró', META],
        ['the 131047 items path', META],
        ['131047 responses received', META],
        ['fix(orders): 131026 shown twice'],
      ],
    },
    'a sentence about what a rare code means': {
      found: [
        ['// ‹131050› status, and what an opted-out contact may receive'],
        ['// ‹131049› = a pessoa já recebeu marketing demais'],
        ['Der ‹131047› kommt nur, wenn das Fenster zu ist.'],
        ['le ‹131042› veut dire que le moyen de paiement manque'],
      ],
      alike: [
        ['Payment #131042 was blocked by the bank', META],
        ['image 131053 uploaded'],
        ['account 131031 blocked'],
        ['131049 marketing contacts', { host: 'example.org' }],
        ['rate limit: 130429 requests', META],
        ['// 131001 = Sonipat city', META],
      ],
    },
  },
  openIndex(codes),
);
