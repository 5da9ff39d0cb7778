/**
 * A message id as it may be shown. A `wamid` holds the customer's number in Base64, so that country and length are all that is
 * told: `wamid, Brazil, 58 characters`. Ids of providers hold nobody's number and are shown as they are.
 */
export function shownMessage(id: string): string {
  if (!id.startsWith('wamid.')) return id;
  const country = countryOf(numberIn(id));
  return `wamid, ${country ? `${country.name}, ` : ''}${id.length.toLocaleString('en')} characters`;
}

/** A phone number as it may be shown: `+55 …21`, enough to tell two apart. */
export function shownRecipient(number: string): string {
  const digits = number.replace(/\D/g, '');
  const country = countryOf(digits.replace(/^00/, ''));
  const end = `…${digits.slice(-2)}`;
  return country ? `+${country.calling} ${end}` : end;
}

/** The digits within a `wamid`: two bytes of type, one of length, then the number. Empty where it is built otherwise. */
function numberIn(id: string): string {
  try {
    const bytes = atob(id.slice('wamid.'.length, 'wamid.'.length + 32).replace(/=+$/, ''));
    return /^\d{5,}/.exec(bytes.slice(3, 3 + bytes.charCodeAt(2)))?.[0] ?? '';
  } catch {
    return '';
  }
}

/** Calling codes and the country that each belongs to. `1` is shared: see `AREAS`. */
const CODES =
  '1US 7RU 20EG 27ZA 30GR 31NL 32BE 33FR 34ES 36HU 39IT 40RO 41CH 43AT 44GB 45DK 46SE 47NO 48PL 49DE 51PE 52MX 53CU 54AR 55BR ' +
  '56CL 57CO 58VE 60MY 61AU 62ID 63PH 64NZ 65SG 66TH 76KZ 77KZ 81JP 82KR 84VN 86CN 90TR 91IN 92PK 93AF 94LK 95MM 98IR 211SS ' +
  '212MA 213DZ 216TN 218LY 220GM 221SN 222MR 223ML 224GN 225CI 226BF 227NE 228TG 229BJ 230MU 231LR 232SL 233GH 234NG 235TD ' +
  '236CF 237CM 238CV 239ST 240GQ 241GA 242CG 243CD 244AO 245GW 246IO 248SC 249SD 250RW 251ET 252SO 253DJ 254KE 255TZ 256UG ' +
  '257BI 258MZ 260ZM 261MG 262RE 263ZW 264NA 265MW 266LS 267BW 268SZ 269KM 290SH 291ER 297AW 298FO 299GL 350GI 351PT 352LU ' +
  '353IE 354IS 355AL 356MT 357CY 358FI 359BG 370LT 371LV 372EE 373MD 374AM 375BY 376AD 377MC 378SM 380UA 381RS 382ME 383XK ' +
  '385HR 386SI 387BA 389MK 420CZ 421SK 423LI 500FK 501BZ 502GT 503SV 504HN 505NI 506CR 507PA 508PM 509HT 590GP 591BO 592GY ' +
  '593EC 594GF 595PY 596MQ 597SR 598UY 599CW 670TL 672NF 673BN 674NR 675PG 676TO 677SB 678VU 679FJ 680PW 681WF 682CK 683NU ' +
  '685WS 686KI 687NC 688TV 689PF 690TK 691FM 692MH 850KP 852HK 853MO 855KH 856LA 880BD 886TW 960MV 961LB 962JO 963SY 964IQ ' +
  '965KW 966SA 967YE 968OM 970PS 971AE 972IL 973BH 974QA 975BT 976MN 977NP 992TJ 993TM 994AZ 995GE 996KG 998UZ';

const REGION = new Map(CODES.split(' ').map((entry) => [entry.slice(0, -2), entry.slice(-2)] as const));

/** Area codes that share +1 with the United States, by country. */
const AREAS =
  'CA204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 468 474 506 514 519 548 579 581 ' +
  '584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942;AG268;AI264;BB246;BM441;BS242;' +
  'DM767;DO809 829 849;GD473;JM658 876;KN869;KY345;LC758;MS664;SX721;TC649;TT868;VC784;VG284';
const AREA: ReadonlyMap<string, string> = new Map(
  AREAS.split(';').flatMap((group) =>
    group
      .slice(2)
      .split(' ')
      .map((area) => [`1${area}`, group.slice(0, 2)] as const),
  ),
);
/** Of a whole number of +1: a part of one does not tell which digits are the area code. */
const LENGTH_OF_1 = 11;

export interface Country {
  /** `55`. */
  calling: string;
  /** `BR`. Of a part of a +1 number `US`, as most are. */
  region: string;
  /** `Brazil`. */
  name: string;
}

/** The country of an international number, by its first digits; null where no calling code fits. */
export function countryOf(digits: string): Country | null {
  for (const length of [3, 2, 1]) {
    const prefix = digits.slice(0, length);
    const region = REGION.get(prefix);
    if (!region) continue;
    if (region === 'US') return ofNorthAmerica(digits);
    return { calling: region === 'KZ' ? '7' : prefix, region, name: nameOf(region) };
  }
  return null;
}

function ofNorthAmerica(digits: string): Country {
  if (digits.length !== LENGTH_OF_1) return { calling: '1', region: 'US', name: 'North America' };
  const region = AREA.get(digits.slice(0, 4)) ?? 'US';
  return { calling: '1', region, name: nameOf(region) };
}

function nameOf(region: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(region) ?? region;
}
