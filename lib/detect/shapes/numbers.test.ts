import { META, TWILIO, testShapes } from './shape-lines.ts';

/** Formats of numbers and look-alikes by number: sections 6 and 7 of the shapes. */
testShapes({
  'forms of a number': {
    found: [
      ['error ‹131047›', META],
      ['"code": "‹131047›"', META],
      ['error ‹131_047›', META],
    ],
    alike: [
      ['131,026 messages', META],
      ['131.026', META],
      ['0.219455131047', META],
      ['131047.50', META],
      ['+131047', META],
      ['131047%', META],
      ['a-131047-b', META],
      ['1310337953', META],
      ['WA131047', META],
      ['f47ac10b-58cc-a131047', META],
      ['v2.2000.12', META],
    ],
  },
  money: {
    found: [['erro ‹131042›: saldo R$ 190', META]],
    alike: [
      ['₹131047', META],
      ['Rs. 131,026', META],
      ['US$ 1.005,00', META],
      ['Saldo: 131047', META],
      ['131 047 ₽', META],
      ['190 EUR', META],
    ],
  },
  counts: {
    found: [['error ‹131049› for 470 of 1,000 contacts', META]],
    alike: [
      ['131047 messages sent', META],
      ['Sent 131026', META],
      ['up to 1000 recipients', META],
      ['1,000 conversations, 470 delivered, 190 failed', META],
      ['Errors: 4', META],
      ['Number of errors: 131047', META],
      ['131047 errors in the last 24 hours', META],
      ['131047 errors', META],
      ['Error logs (131047)', META],
      ['Top 131047 errors', META],
      ['Template error 131047 times', META],
      ['Inbox (131047)', META],
    ],
  },
  'dates, phones, versions and ports': {
    found: [['2026-10-13 error ‹131047› to +91 98000 00131', META]],
    alike: [
      ['since 2026', META],
      ['12 Oct 2026', META],
      ['2026-10-13 13:10:47', META],
      ['© 2026 Meta', META],
      ['+91 131047', META],
      ['+1 (470) 555-0148', META],
      ['Tel: 131047', META],
      ['0131-1047', META],
      ['version 1005', META],
      ['localhost:1005', META],
    ],
  },
  'ids of things': {
    found: [['ticket 4711: error ‹131047›', META]],
    alike: [
      ['Invoice 131026', META],
      ['wamid.HBgL131047', META],
      ['id: 1310470000012', META],
      ['Ticket 131026', META],
      ['Bug 131026 - Error message cut off', META],
      ['Employee code 131047', META],
      ['Branch code 131000', META],
      ['Scheme code: 131047', META],
    ],
  },
  'postcodes and passwords': {
    found: [['Sonipat branch: error ‹131047›', META]],
    alike: [
      ['Distt. Sonipat, Haryana 131021', META],
      ['St. Louis, MO 63016', TWILIO],
      ['Zip code: 63016', TWILIO],
      ['〒131-0045', META],
      ['Your verification code is 131047', META],
      ['131047 is your login code', META],
      ['OTP 131026', META],
    ],
  },
  'HTTP and other systems': {
    found: [['HTTP 400 with code ‹131047›', META]],
    alike: [
      ['"statusCode": 401', META],
      ['HTTP error 470', META],
      ['errors (429 with Retry-After)', META],
      ['ERROR 2003 (HY000): Cannot connect to MySQL'],
      ['WebSocket closed: code 1006 (abnormal closure)'],
      ['Error code 1005: API request url is invalid.'],
      ['Windows error 1005'],
    ],
  },
  'a number and nothing else': {
    found: [['‹131047›', { label: 'Error' }]],
    alike: [['131047'], ['1005', META], ['100', META]],
  },
});
