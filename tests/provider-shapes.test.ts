import { readCatalogue } from '../build/read-catalogue.ts';
import {
  createCodeIndex,
  createCodeIndexData,
} from '../lib/detect/code-index.ts';
import type { TextContext } from '../lib/detect/hit.ts';
import { createContext, expectShapes, META } from './shape-lines.ts';

const BIRD = createContext('app.bird.com');
const MESSAGEBIRD = createContext('dashboard.messagebird.com');
const CEQUENS = createContext('console.cequens.com');
const EIGHT = createContext('connect.8x8.com');
const PLIVO = createContext('console.plivo.com');
const OCA = createContext('docs.ocaindonesia.co.id');
const TELNYX = createContext('portal.telnyx.com');
const AWS: TextContext = {
  host: 'us-east-1.console.aws.amazon.com',
  path: '/social-messaging/home',
};
const CM: TextContext = { host: 'www.cm.com', path: '/app/logs' };
const ASKEVA = createContext('askeva.io');
const WEBEX = createContext('acme.webexconnect.io');
const ROUTE = createContext('developer.rmlconnect.net');

/** Formats in which smaller providers print their codes, with look-alikes. Uses the real catalogue. */
expectShapes(
  {
    'Bird, older': {
      found: [
        [
          '"failure":{"code":‹15005›,"source":{"name":"sms-messagebird","code":"1"}}',
          BIRD,
        ],
      ],
      alike: [
        ['"attempts":1,"source":{"name":"sms-messagebird","id":"15005"}', BIRD],
        ['"balance":15005,"currency":"EUR"', BIRD],
        ['Contacts 15005 · Lists 1', BIRD],
      ],
    },
    'Bird, 2026': {
      found: [
        [
          '"last_error":{"code":"‹undeliverable›","description":"x","meta_error_code":"‹131026›"}',
          BIRD,
        ],
        [
          '{"code":"‹service_window_expired›","message":"send a template"}',
          BIRD,
        ],
        ['{"code":"‹E11005›","message":"bad"}', BIRD],
        // Twilio has 11200, which is another code.
        ['error code ‹E11200›', BIRD],
      ],
      alike: [
        ['Flight E11005 to Rome', BIRD],
        ['{"code":"E11200","message":"bad"}'],
        ['"meta_template_id":"131026"', BIRD],
        ['The message is undeliverable.', BIRD],
      ],
    },
    Telnyx: {
      found: [
        [
          '{"errors":[{"code":"‹40300›","title":"Blocked due to STOP message","detail":"x"}]}',
        ],
        ['`‹40300›` | Blocked (STOP)', TELNYX],
        ['case "‹40300›":', TELNYX],
        ['Code | Error | Cause | Action\n‹40300› | Blocked | x | y', TELNYX],
      ],
      alike: [
        ['Louisville, KY 40300', TELNYX],
        ['40300 | Blocked by the user', META],
        ['{"total":"40300"}', TELNYX],
      ],
    },
    YCloud: {
      found: [
        [
          '"error":{"status":429,"code":"‹TOO_MANY_REQUESTS›","message":"(#‹131056›) pair rate limit hit","whatsappApiError":{"code":"‹131056›"}}',
        ],
        ['status=400 code=‹TOO_MANY_REQUESTS› whatsappCode=‹131056›'],
        ['code=‹TOO_MANY_REQUESTS›', createContext('www.ycloud.com')],
        ['whatsappMessage.errorCode: "‹131048›"'],
      ],
      alike: [
        ['{"code":"TOO_MANY_REQUESTS"}'],
        ['HTTP 429 TOO_MANY_REQUESTS', META],
        ['code=TOO_MANY_REQUESTS count=131056'],
      ],
    },
    'columns that lost their separator': {
      found: [
        [
          '‹0›AuthExceptionUnable to authenticate the app user.Access token expired',
          META,
        ],
        ['‹301›The message failed to send.', MESSAGEBIRD],
        ['‹7000›Invalid JSON', WEBEX],
      ],
      alike: [
        ['1PasswordManager for all', META],
        ['3DModels of 7000Games', WEBEX],
        ['301Redirects', MESSAGEBIRD],
      ],
    },
    MessageBird: {
      found: [
        [
          '{"errors":[{"code":‹9›,"description":"no (correct) recipients found","parameter":"recipients"}]}',
          MESSAGEBIRD,
        ],
        [
          '"status":"failed","error":{"code":‹302›,"description":"The contact is not registered on WhatsApp."}',
          MESSAGEBIRD,
        ],
      ],
      alike: [
        ['"totalCount":9,"limit":20,"offset":2', MESSAGEBIRD],
        ['HTTP 302 to the login page', MESSAGEBIRD],
        ['9 recipients, 2 lists', MESSAGEBIRD],
      ],
    },
    CEQUENS: {
      found: [
        ['401 / ‹MISSING_TOKEN› / Request missing CEQUENS token.', CEQUENS],
        ['{"replyCode":401,"replyMessage":"‹INVALID_ACCESS_TOKEN›"}', CEQUENS],
      ],
      alike: [
        ['TOKEN expires in 30 days', CEQUENS],
        ['Phone VALIDATION is on', CEQUENS],
        ['GET /v1/messages 401 Unauthorized'],
      ],
    },
    'Route Mobile': {
      found: [
        ['Error code: ‹1025›, insufficient credit', ROUTE],
        ['Route Mobile answered:\n‹1025›|919800000000'],
      ],
      alike: [
        ['1701|919800000000:bc5f7425-1025', ROUTE],
        ['Route Mobile answered:\n1701|919800000000'],
        ['Route Mobile\n1025|12 rows'],
        ['Submitted 1025 of 1703 messages', ROUTE],
        ['919800001025', ROUTE],
      ],
    },
    '8x8': {
      found: [
        [
          '{"code":‹1300›,"message":"Object wasn\'t found or is already expired","errorId":"1cc1eda1","timestamp":"2020-12-22T05:52:01.85Z"}',
          EIGHT,
        ],
      ],
      alike: [
        ['{"page":1300,"pageSize":20}', EIGHT],
        ['Sent at 1300, received 1002', EIGHT],
        ['{"code":1300,"name":"Rome"}'],
      ],
    },
    '8x8 receipt': {
      found: [
        [
          '"status":{"state":"undelivered","errorCode":‹1022›,"errorMessage":"Message window expired"}',
          EIGHT,
        ],
        [
          '{"umid":"x","status":{"errorCode":‹1031›,"errorMessage":"Template missing"}} // 8x8',
        ],
      ],
      alike: [
        ['{"umid":"x","status":{"state":"delivered"},"attempt":1022}', EIGHT],
        ['Room 1022, floor 10', EIGHT],
      ],
    },
    'AWS End User Messaging Social': {
      found: [
        [
          '{"__type":"‹AccessDeniedByMetaException›","message":"You do not have sufficient access"}',
          AWS,
        ],
        ['SendWhatsAppMessage failed: code=‹ThrottledRequestException›'],
      ],
      alike: [
        ['PutItem failed: ValidationException'],
        ['throw new ConflictException("order is closed");'],
        ['catch (AccessDeniedException e) { log(e); }'],
      ],
    },
    Netcore: {
      found: [
        [
          '{"status":"failed","code":‹8006›,"message":"recipients is required."} // pepipost',
        ],
      ],
      alike: [['Listening on port 8006'], ['Netcore sent 8006 messages today']],
    },
    'CM.com': {
      found: [
        ['{"errorCode":‹201›,"messages":[{"messageErrorCode":‹303›}]}', CM],
      ],
      alike: [['HTTP/1.1 201 Created'], ['cm.com: 303 messages sent']],
    },
    'Ask Eva': {
      found: [
        [
          'Error code (id) | Error message (details) |\n---|---|\n‹123› | Your account does not have sufficient credits',
          ASKEVA,
        ],
      ],
      alike: [['{"id":"123","name":"Rome"}'], ['askeva: 123 contacts']],
    },
    Insider: {
      found: [
        ['{"error":{"message":"POC Message Limitation","code":‹20031›}}'],
      ],
      alike: [['Invoice 20031 of Insider One'], ['20030 Milan']],
    },
    edna: {
      found: [['{"code":"‹error-subject-unknown›"} // edna']],
      alike: [['class="error-syntax"'], ['git checkout user-blocked']],
    },
    Smartflo: {
      found: [
        [
          '‹020004› Two-Step Verification PIN Mismatch',
          createContext('docs.smartflo.tatatelebusiness.com'),
        ],
      ],
      alike: [
        ['OTP 020004 is valid for five minutes'],
        ['Batch 010001 of 010005'],
      ],
    },
    Superchat: {
      found: [
        ['{"event":"sending_failed","error":{"type":"‹template_not_exists›"}}'],
      ],
      alike: [['{"error":"server_error"}'], ['return permission_denied;']],
    },
    'Z-API': {
      found: [],
      alike: [['Phone number does not exist'], ['media-url-not-valid.png']],
    },
    smstools: {
      found: [
        ['{ "error": "‹104›", "errorMsg": "Invalid credentials" } // smstools'],
      ],
      alike: [
        ['{ "errors": "104", "ok": "2" }'],
        ['smstools: 104 messages left'],
        ['{ "credits": "104" } // smstools'],
      ],
    },
    OCA: {
      found: [
        [
          '{"errors":[{"message":"Invalid Authentication Credentials","code":‹17›}]}',
          OCA,
        ],
      ],
      alike: [
        ['{"total":17,"page":1}', OCA],
        ['17 pesan terkirim', OCA],
        ['{"data":[{"message":"halo","id":17}]}', OCA],
      ],
    },
    Plivo: {
      found: [
        ['"error_code": "‹200›", "message_state": "failed"', PLIVO],
        ['MessageUUID=db3ce55a&Status=failed&ErrorCode=‹200›', PLIVO],
      ],
      alike: [
        ['POST /v1/Account/MA/Message/ HTTP/1.1" 200', PLIVO],
        ['"total_amount": "200", "units": 2', PLIVO],
        ['200 messages queued', PLIVO],
      ],
    },
    'Webex Connect': {
      found: [
        [
          'Error Code | Description\n---|---\n‹7001› | Authentication failed\n‹7004› | Invalid parameters/Values',
          WEBEX,
        ],
        ['‹7001›: Authentication failed', WEBEX],
      ],
      alike: [
        ['Listening on port 7001', WEBEX],
        ['Flow 7001 was published', WEBEX],
        ['Customers | City\n---|---\n7001 | Rome', WEBEX],
      ],
    },
  },
  createCodeIndex(createCodeIndexData(readCatalogue())),
);
