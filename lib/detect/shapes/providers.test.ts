import { at, META, TWILIO, testShapes } from './shape-lines.ts';

const INFOBIP = at('portal.infobip.com');
const GUPSHUP = at('www.gupshup.io');
const EXOTEL = at('my.exotel.com');
const CEQUENS = at('console.cequens.com');

/** Forms of the providers: section 2 of the shapes. */
testShapes({
  Twilio: {
    found: [
      ['Error ‹63016› — Outside messaging window. For WhatsApp, use a template'],
      ['‹63016› - Failed to send freeform message because you are outside the allowed window', TWILIO],
      ['{"code": ‹21610›, "message": "Attempt to send to unsubscribed recipient", "status": 400}'],
      ['## ERROR - ‹63016›', TWILIO],
      ['## Error ‹63016›: Message Delivery Failed', TWILIO],
      ['MessageStatus=undelivered&ErrorCode=‹63016›&To=whatsapp%3A%2B1'],
      ['"error_code": ‹63016›, "error_message": "x"'],
    ],
    alike: [
      ['https://www.twilio.com/docs/errors/63018', TWILIO],
      ['see /docs/errors/63018', TWILIO],
      ['Short code 63016', TWILIO],
      ['listening on port 30003', TWILIO],
      ['INFO job 30003 done in 12 ms, sent 200 messages to queue main, pid=5', TWILIO],
      ['Ticket #63016', TWILIO],
    ],
  },
  Infobip: {
    found: [
      [
        '"status":{"groupId":5,"groupName":"REJECTED","id":‹12›,"name":"‹REJECTED_NOT_ENOUGH_CREDITS›"}',
        INFOBIP,
      ],
      ['REJECTED (‹12›): ‹REJECTED_NOT_ENOUGH_CREDITS›', INFOBIP],
      ['USER_ERRORS (‹7009›): The template differs'],
      ['REJECTED (‹12›): Not enough credits', INFOBIP],
      ['`‹EC_INVALID_TEMPLATE›` (‹7009›): the template differs', INFOBIP],
    ],
    alike: [
      ['"groupId":5,"groupName":"REJECTED"', INFOBIP],
      ['"maxBucketSize": 12', INFOBIP],
      ['REJECTED (12)', INFOBIP],
      ['Failed (12): see below', INFOBIP],
      ['SPEC_INVALID_TEMPLATE: 7009', META],
    ],
  },
  Vonage: {
    found: [
      [
        '"error":{"type":"https://developer.vonage.com/api-errors/messages#1020","title":‹1020›,"detail":"Invalid params"}',
      ],
      ['Vonage error ‹1340›: outside of the allowed window'],
    ],
    alike: [['"title": 1020, "pages": 12'], ['Vonage: 1020 messages']],
  },
  Gupshup: {
    found: [
      ['{"ts":"1592311836","code":‹1002›,"reason":"Number Not Exist On WhatsApp"}'],
      ['"Invalid Media Url" - ‹1010›', GUPSHUP],
      ['‹500› | Internal Server Error', { ...GUPSHUP, header: 'Error Code' }],
    ],
    alike: [
      ['Wallet balance 1003', GUPSHUP],
      ['{"ts":"1002","destination":"91XX1002XX"}', GUPSHUP],
      ['500 | Internal Server Error', GUPSHUP],
    ],
  },
  'Exotel, Telnyx, Sinch and YCloud': {
    found: [
      ['"exo_status_code": ‹30003›, "exo_detailed_status": "‹EX_MESSAGE_SEEN›"', EXOTEL],
      ['"reason":{"code":"‹OUTSIDE_ALLOWED_SENDING_WINDOW›","sub_code":"UNSPECIFIED_SUB_CODE"} // Sinch'],
      [
        '"error":{"status":429,"code":"X","message":"(#‹131056›) pair rate limit hit","whatsappApiError":{"code":"‹131056›"}}',
      ],
      ['"last_error":{"code":"x","meta_error_code":"‹131026›"}'],
      ['status=400 code=‹RECIPIENT_NOT_REACHABLE› whatsappCode=‹131056›'],
    ],
    alike: [
      ['REX_MESSAGE_SEEN', EXOTEL],
      ["'RECIPIENT_NOT_REACHABLE' => [Result::REASON_NOT_REACHABLE],"],
      ['"offset":100,"limit":100,"length":2,"total":1026', META],
    ],
  },
  'CEQUENS and 360dialog': {
    found: [
      ['401 / ‹MISSING_TOKEN› / Request missing token.', CEQUENS],
      ['401\n\n‹MISSING_TOKEN›\n\nThe call carries no CEQUENS token.', CEQUENS],
      ['Unknown error: ‹biz_link_error›', at('hub.360dialog.com')],
    ],
    alike: [
      ['TOKEN   ••••4f1c   last used today', CEQUENS],
      ['VALIDATION passed for 470 contacts', CEQUENS],
      ["errorCode: 'MISSING_TOKEN'"],
      ['ACCESS_TOKEN=abc', CEQUENS],
    ],
  },
  'delivery reports with words': {
    found: [
      ['"status":"‹NO-CREDITS›","dlr_time":"2026-02-11"'],
      ['"status":"‹OPT-OUT›","dlr_time":"2026-02-11"'],
    ],
    alike: [
      ['"status":"OPT-OUT"', META],
      ['Opt-out rate 190', META],
    ],
  },
});
