/** Log text for benchmarks: the same for the same seed, realistic in its numbers, times, addresses and words. */

/** How many lines there are to a code: in each, and as in the log of a service with trouble. */
const DENSITIES = { dense: 1, some: 10 } as const;
type Density = keyof typeof DENSITIES;

const FAILURES = [
  'send failed: (#131047) Re-engagement message',
  'error 131026: Message undeliverable',
  'delivery failed with error code 131049',
  '{"status":"failed","errors":[{"code":130472,"title":"User\'s number is part of an experiment"}]}',
  'Graph API answered {"error":{"message":"(#131030) Recipient phone number not in allowed list","type":"OAuthException","code":131030}}',
  'MessageStatus=undelivered ErrorCode=63016',
  '{"object":"whatsapp_business_account","entry":[{"id":"1029384756","changes":[{"value":{"messaging_product":"whatsapp",' +
    '"statuses":[{"id":"wamid.HBgMNTUx","status":"failed","timestamp":"1763632267","recipient_id":"551155500123","errors":[{"code":131047,' +
    '"title":"Re-engagement message",' +
    '"error_data":{"details":"Message failed to send because more than 24 hours have passed since the customer last replied to this number."}}]}]' +
    '},"field":"messages"}]}]}',
  '{"error":{"message":"(#130429) Rate limit hit","type":"OAuthException","code":130429,"error_data":{"messaging_product":"whatsapp",' +
    '"details":"Cloud API message throughput has been reached."},"fbtrace_id":"Az8or2yhqkZfEZ"}}',
];
const ROUTINE = [
  'message accepted id=wamid.HBgM? to=+5511? status=200 duration=#ms attempt=1',
  'GET /v21.0/?/messages HTTP/1.1 200 # "-" "axios/1.7.2"',
  'webhook delivered to https://hooks.example.com/in/? in # ms',
  'queue depth 190 (limit 1000), 4 workers, oldest # s',
  'template order_update_2 rendered for customer ? (lang=pt_BR, 3 params)',
  'cache hit ratio 0.# for tenant ?',
  'db pool: 10 active, 33 idle, wait # ms',
  'session ? refreshed, expires in 86400 s',
];
const LEVELS = ['INFO ', 'INFO ', 'INFO ', 'DEBUG', 'WARN '];

/** Blocks of about a megabyte, up to so many characters in all. Every block ends with a line. */
export function* logBlocks(length: number, density: Density): Generator<string> {
  const random = randomOf(20_261_120);
  let made = 0;
  let line = 0;
  while (made < length) {
    const lines: string[] = [];
    const size = Math.min(1_000_000, length - made);
    for (let block = 0; block < size; ) {
      const next = lineOf(line++, DENSITIES[density], random);
      lines.push(next);
      block += next.length;
    }
    const text = lines.join('');
    made += text.length;
    yield text;
  }
}

function lineOf(at: number, every: number, random: (below: number) => number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `2026-11-${two(1 + (at % 28))}T${two(at % 24)}:${two(at % 60)}:${two((at * 7) % 60)}.${100 + random(900)}Z`;
  const fails = at % every === every - 1;
  const text = fails ? FAILURES[random(FAILURES.length)] : ROUTINE[random(ROUTINE.length)];
  const level = fails ? 'ERROR' : LEVELS[random(LEVELS.length)];
  const filled = text
    ?.replace(/\?/g, () => String(10_000_000 + random(89_999_999)))
    .replace(/#/g, (sign) => (fails ? sign : String(random(1000))));
  return `${time} ${level} [worker-${1 + (at % 16)}] ${filled}\n`;
}

/** A linear congruential generator: quick, and the same on every machine. @returns Whole numbers from 0 on, below what is asked for. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}
