import codes from 'virtual:codes';
import { openIndex } from '../code-index.ts';
import { at, META, testShapes } from './shape-lines.ts';

/** What stands beside the name that a provider gives to a number. */
testShapes(
  {
    'a number and its name, over a break or without a comma': {
      found: [
        ['// most came back with ‹7032›\n// (‹EC_FREQUENCY_CAPPING›).', at('portal.infobip.com')],
        ['# ‹12›\n# ‹REJECTED_NOT_ENOUGH_CREDITS›', at('portal.infobip.com')],
        ['provider=infobip groupId=5 id=‹12› name=‹REJECTED_NOT_ENOUGH_CREDITS› attempt=1/3'],
      ],
      alike: [
        ['id=12 name=REJECTED attempt=1/3', at('portal.infobip.com')],
        ['job=12 user=ANA', at('portal.infobip.com')],
      ],
    },
    'a map whose arrows stand below each other': {
      found: [
        ["‹131047› => 'late',\n‹470›    => 'More than 24 hours since they wrote',\n‹131049› => 'enough',"],
      ],
      alike: [["131047 => 'red',\n470    => 'blue',"]],
    },
    'a row of a failed message, its number and title in the last cell': {
      found: [
        [
          'Hora\tDestino\tPlantilla\tEstado\tMotivo\n11:02\t5215510xxxx0\tpromo_nov\tFailed\t‹1002› - Number Does Not Exists On WhatsApp\n11:03\t5215510xxxx2\tpromo_nov\tFailed\t‹1008› - User is not Opted in and Inactive',
          at('www.gupshup.io'),
        ],
        [
          'Time\tTo\tStatus\tReason\n9:10\t9198xxxx\tfailed\t‹1002› - Number Does Not Exists On WhatsApp',
          at('www.gupshup.io'),
        ],
        ['To\tStatus\tReply\n9665xxxx1013\tFailed\t‹INVALID_ACCESS_TOKEN›', at('console.cequens.com')],
      ],
      alike: [
        ['Time\tTo\tFailed\tRead\n9:10\t9198xxxx\t1002\t1008', at('www.gupshup.io')],
        ['Failed 1002 - Sent 1008', at('www.gupshup.io')],
      ],
    },
    'a title in quotes about a phone number, its code in brackets': {
      found: [
        [
          '| "Template not found" (‹132001›) | x |\n| "Invalid phone number" (‹131021›) | No WhatsApp behind it |',
        ],
        ['"Recipient phone number not in allowed list" (‹131030›)', META],
      ],
      alike: [
        ['Phone number (131021)', META],
        ['phone number: 131021', META],
      ],
    },
    'bullets that end in a code': {
      found: [
        [
          '- ✅ The 24-hour window has closed (‹131047›, ‹131026›)\n- ✅ Phone number is wrong (‹131031›)\n- ✅ Could not be delivered (‹131051›)\n- ✅ Token no longer valid (‹190›)',
        ],
      ],
      alike: [['- Sent (131047)\n- Delivered (131051)\n- Failed (190)', META]],
    },
    'a code behind a verb and the word number': {
      found: [
        ['السلام عليكم، كل الرسائل التسويقية ترجع برقم ‹131049› والرصيد 470 ريال. أعيدها بعد 24 ساعة؟'],
        ['لماذا يرجع برقم ‹131026› وهو على واتساب؟'],
      ],
      alike: [['اتصل برقم 131049'], ['حجز برقم 131049', META]],
    },
    'a code or its like': {
      found: [
        ['Olhar em `statuses` se apareceu ‹131047› ou parecido. Responder com o template.'],
        ['look in `statuses` for ‹131047› or similar'],
        ['en `statuses` sale ‹131026› o similar'],
      ],
      alike: [['131047 or more', META], ['some 131047 or so']],
    },
  },
  openIndex(codes),
);

/** Codes of others, and numbers that look alike. */
testShapes(
  {
    'codes of two providers in one list': {
      found: [['for c in (‹132000›, ‹132001›, ‹132015›, ‹4001›, ‹4003›, ‹131042›, ‹131031›): stop(c)']],
      alike: [['for c in (132000, 4001, 4003): stop(c)']],
    },
    'lists by class, and names that nobody else has': {
      found: [
        [
          'WindowClosedException::class => [‹131047›],\nUndeliverableException::class => [‹131026›, ‹131049›],',
        ],
        [
          "(1, 111, '‹REJECTED_FLOODING_FILTER›', '2021-08-17'),\n(2, 112, '‹REJECTED_FLOODING_FILTER›', '2021-08-18'),\n(3, 113, '‹REJECTED_FLOODING_FILTER›', '2021-08-18'),",
        ],
        [
          'name: ‹REJECTED_DESTINATION_NOT_REGISTERED›\ndescription: Destination not registered\nstatusId: ‹18›',
        ],
      ],
      alike: [
        ["(1, 111, 'REJECTED_BY_OWNER', '2021-08-17'),\n(2, 112, 'REJECTED_BY_OWNER', '2021-08-18'),"],
        ['statusId: 18'],
      ],
    },
    'a column beside the words of another system': {
      found: [
        ['| ‹131047› | `window` |\n| ‹131049› | `limit` |\n| ‹131050› | `stop` |\n| ‹131051› | `type` |'],
      ],
      alike: [
        [
          '| 131047 | `fim_middle` |\n| 131049 | `fim_suffix` |\n| 131050 | `fim_pad` |\n| 131051 | `image_pad` |',
        ],
      ],
    },
    'rare numbers of things with other names': {
      found: [
        [
          "{ label: '‹131005› - No permission' }, { label: '‹131006› - Not found' }, { label: '‹131008› - Parameter missing' }, { label: '‹131009› - Parameter wrong' }",
        ],
        ['case ‹131047›:\n  return "Window closed";\ncase ‹131026›:\n  return "No WhatsApp";'],
        ["WhatsApp: { label: '‹131005› - SOLAR' }, { label: '‹131006› - NORTE' }"],
      ],
      alike: [
        [
          "{ label: '649 · 131005 - SOLAR' }, { label: '650 · 131006 - CUARTO FRIO' }, { label: '652 · 131008 - OBRA NUEVA' }, { label: '653 · 131009 - TONELES' }",
        ],
        [
          'case 131006: { value = F("Hannberger Str."); break; }\ncase 131009: { value = F("Herzweg"); break; }',
        ],
      ],
    },
    'codes of districts, vouchers and banks': {
      found: [
        ['{"code": ‹131047›, "title": "Re-engagement message"}, {"code": ‹131026›,'],
        ['支付问题，WhatsApp 错误码 ‹131042›，请检查付款方式'],
        ['错误码 ‹131000›'],
      ],
      alike: [
        [
          '"code": 131007,\n"name": "乌拉特后旗"\n}, {\n"code": 131006,\n"name": "乌拉特中旗"\n}, {\n"code": 131005,',
        ],
        ['{"code": 131026, "name": "Anping"}, {"code": 131047,'],
        ['クーポンコード「131026」をレジでご提示ください。'],
        ['优惠码：131026'],
        ['쿠폰 코드 131026'],
        ['Code promo 131026 en caisse', META],
        ['Rabattcode 131026', META],
        ['支付失败，错误码 131000（银行侧），订单号 20261013100，请更换银行卡后重试。'],
        ['Pago rechazado por el banco, código de error 131026. Pedido 4410'],
        ['Card declined by the bank, error code 131047, order 5512'],
        ['✅ Codes so far: S.131026, S.165790 (accepted, WhatsApp)'],
      ],
    },
    'a list in brackets, two rare codes of Meta and a small one': {
      found: [
        ['-- paused by the system (‹368›, ‹131031›, ‹131048›).'],
        ["STOP = {'‹131031›', '‹190›', '‹131048›'}"],
      ],
      alike: [
        ['paused by the system (368, 131999, 131048).'],
        ['rows (131031, 131048) of 368'],
        ['rgb (131, 104, 190)'],
      ],
    },
    "the titles and times of a console's own row": {
      found: [['+49 40 3310061\tNorth\tfailed\t‹1005› – Timeout\t02.02.2026 14:05', at('hub.360dialog.com')]],
      alike: [['+49 40 3310061\tNorth\tfailed\t1005 – Timeout\t02.02.2026 14:05']],
    },
    'how often a title came': {
      found: [
        ['‹131026› Message undeliverable (40) · ‹131049› Not delivered by Meta (7)'],
        ['‹131047›: Re-engagement message (190) · ‹131026›: Message undeliverable (3)'],
        [
          'Top: ‹131049› Healthy ecosystem (12), ‹131026› Undeliverable (9), ‹131047› Re-engagement (4)',
          META,
        ],
      ],
      alike: [['131047 seats, 131026 rooms (40)']],
    },
  },
  openIndex(codes),
);
