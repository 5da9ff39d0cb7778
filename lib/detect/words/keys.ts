/** How programs in several languages name the field of an error code: `error_code`, `hata_kodu`, `codigoErro`. As `flat` leaves them. */

const ERROR =
  'error|erro|err|eror|erreur|errore|fehler|fout|hata|galat|kesalahan|gagal|ralat|oshibki|failed|failure|fail|fallo|falla|falha|echec|rejected|rejection|reject|rechazo|rejeicao';
const CODE = 'codes?|kod[ueiy]?|kode|codigos?|codices?|codici|cod';

/** The field holds an error code and nothing else. */
const SURE = new RegExp(
  `(?:^|\\.)(?:\\w*(?:(?:${ERROR}|exostatus|whatsapp|wa|meta|graph|channel|twilio|vendor|upstream|provider|platform|fb|facebook)(?:api)?(?:error)?(?:sub)?(?:${CODE})|(?:${CODE})(?:de|do|del|di|d)?(?:${ERROR})s?)|(?:error)?subcode|errorid|fehlernummer|foutnummer|detailedstatuscode)$`,
);

export const isErrorCodeKey = (name: string): boolean =>
  SURE.test(name) && !/country|verif|auth|promo/.test(name);

/** `code`, `kode`, `erreur`: mostly an error's, but coupons and countries have one too. */
const PLAIN =
  /^(?:\w*(?:err(?:or)?|my|msg|reason|status|fail))?codes?$|^code\w{0,2}$|^(?:kod|kode|codigo|código|codice|cod|fehlercode|erro|hata|erreur|errore)(?:erro|error|errore)?$/;

export const isCodeKey = (name: string): boolean => PLAIN.test(name);

/** `"OutOfCredit" code`: the name of a key without case and separators. */
export function flat(key: string): string {
  return key.toLowerCase().replace(/[_$-]/g, '');
}

/** The same of the last part: `code` of `body.error.code`. */
export const flatLast = (key: string): string => flat(key).replace(/^.*\./, '');

/** `errors`, `error_rate`, `failureCount`: how many there were. */
export const isMeasure = (name: string): boolean =>
  /^(?:err(?:or)?s|(?:err(?:or)?|fail(?:ed|ure)?)s?(?:rate|count|total|percent(?:age)?|budget)s?|max(?:_?err(?:or)?\w{0,8}|[a-z]{0,16}err(?:or)?s?)|err(?:or)?_?(?:len(?:gth)?|size|max|chars|limit))$/.test(
    name,
  );
