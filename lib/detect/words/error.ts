import { words } from './pattern.ts';

/**
 * What people write before or after an error code, by language; one table, hence the length. To add a word, add it here: commas separate, a `*` takes
 * any ending. `errorCode` says it in full and counts most; `code` alone may be a postcode, so it counts least.
 */
interface ErrorWords {
  errorCode: readonly string[];
  error: readonly string[];
  code: readonly string[];
}

export const ERROR_WORDS: Readonly<Record<string, ErrorWords>> = {
  en: {
    errorCode: words(`
      error code*, errorcode, err code, error subcode, subcode, sub code, error no, error number,
      error id, failure code, failed reason, failure reason, fail code, exception code, rejection code,
      error status
    `),
    error: words(`
      error, errors, err, failure, failed with, fails with, fail with, failing with, rejected with,
      rejects with, returned with, fault, exception, limit hit
    `),
    code: words('code, codes, reason, cause'),
  },
  pt: {
    errorCode: words(`
      código* de erro, codigo* de erro, código do erro, códigos de erros, cód. erro, cód de erro,
      cod erro
    `),
    error: words('erro, erros, falha, falha com'),
    code: words('código, códigos, codigo, codigos, motivo, motivos, causa'),
  },
  es: {
    errorCode: words(`
      código* de error, codigo* de error, código del error, códigos de errores, código de fallo,
      cód. error
    `),
    error: words('error, errores, fallo, fallos, falló con'),
    code: words('código, codigo, códigos, codigos, motivo'),
  },
  fr: {
    errorCode: words("code* d'erreur, code* d’erreur, code erreur, codes erreur, numéro d'erreur"),
    error: words('erreur, erreurs, échec, echec'),
    code: words('code, codes, motif, raison'),
  },
  de: {
    errorCode: words('fehlercode*, fehler code, fehlernummer*, fehlerkennung, errorcode'),
    error: words('fehler, fehlers, fehlermeldung, meta fehler'),
    code: words('code, codes, grund'),
  },
  it: {
    errorCode: words("codic* di errore, codic* errore, codice dell'errore"),
    error: words('errore, errori'),
    code: words('codice, codici, motivo'),
  },
  nl: {
    errorCode: words('foutcode*, fout code, foutnummer'),
    error: words('fout, fouten, foutmelding, meta fout'),
    code: words('code, codes, reden'),
  },
  pl: {
    errorCode: words('kod błędu, kody błędów, kodem błędu, numer błędu'),
    error: words('błąd, błędu, błędem, błędy'),
    code: words('kod, kodem, kody'),
  },
  ru: {
    errorCode: words('код* ошиб*, код* сбоя'),
    error: words('ошибк*, ошибок, сбой'),
    code: words('код, коды, кодом, кода, причина'),
  },
  uk: {
    errorCode: words('код* помил*'),
    error: words('помилк*'),
    code: words('код, кодом, коди'),
  },
  tr: {
    errorCode: words('hata kod*, hata numaras*, hata no'),
    error: words('hata, hatası, hatasını, hatasına, hatalar*, hatayı, hatayla'),
    code: words('kod, kodu, kodları, sebep, neden'),
  },
  id: {
    errorCode: words('kode error, kode eror, kode kesalahan, kode galat, kode kegagalan'),
    error: words('galat, kesalahan, eror, gagal dengan'),
    code: words('kode, alasan'),
  },
  ms: {
    errorCode: words('kod ralat, kod kesilapan'),
    error: words('ralat'),
    code: words('kod, sebab'),
  },
  vi: {
    errorCode: words('mã lỗi'),
    error: words('lỗi'),
    code: words('mã'),
  },
  hi: {
    errorCode: words('त्रुटि कोड, एरर कोड, त्रुटी कोड, गलती कोड'),
    error: words('त्रुटि, त्रुटी, एरर, गलती'),
    code: words('कोड, कारण'),
  },
  bn: {
    errorCode: words('ত্রুটি কোড, এরর কোড, ত্রুটির কোড'),
    error: words('ত্রুটি, এরর, ভুল'),
    code: words('কোড, কারণ'),
  },
  ur: {
    errorCode: words('ایرر کوڈ, خرابی کوڈ, خرابی کا کوڈ, غلطی کا کوڈ'),
    error: words('ایرر, خرابی, غلطی'),
    code: words('کوڈ, وجہ'),
  },
  ar: {
    errorCode: words('رمز الخطأ, رمز خطأ, كود الخطأ, كود خطأ, رقم الخطأ, رموز الخطأ, رموز الأخطاء'),
    error: words('خطأ, الخطأ, أخطاء, خطا'),
    code: words('رمز, كود, السبب, سبب'),
  },
  fa: {
    errorCode: words('کد خطا, کد خطای'),
    error: words('خطا, خطای'),
    code: words('کد, علت'),
  },
  he: {
    errorCode: words('קוד שגיאה, קוד השגיאה'),
    error: words('שגיאה, שגיאת, תקלה'),
    code: words('קוד, סיבה'),
  },
  zh: {
    errorCode: words('错误代码, 错误码, 错误编号, 報錯代碼, 錯誤代碼, 錯誤碼, 报错码, 失败代码'),
    error: words('错误, 錯誤, 报错, 報錯, 异常'),
    code: words('代码, 代碼, 状态码, 原因, 编码'),
  },
  ja: {
    errorCode: words('エラーコード, エラー番号, エラー コード'),
    error: words('エラー, 不具合'),
    code: words('コード, 理由, 原因'),
  },
  ko: {
    errorCode: words('오류 코드, 오류코드, 에러 코드, 에러코드, 오류 번호'),
    error: words('오류, 에러'),
    code: words('코드, 사유, 원인'),
  },
  th: {
    errorCode: words('รหัสข้อผิดพลาด, โค้ดข้อผิดพลาด, รหัสความผิดพลาด, รหัส error'),
    error: words('ข้อผิดพลาด, ผิดพลาด, เออเรอร์'),
    code: words('รหัส, โค้ด, สาเหตุ'),
  },
  cs: {
    errorCode: words('chybový kód, chybovým kódem, kód chyby, kódem chyby'),
    error: words('chyba, chyby, chybu, chybou, chybě'),
    code: words('kód, kódem'),
  },
  sv: {
    errorCode: words('felkod*, felmeddelande'),
    error: words('fel, felet'),
    code: words('kod, koden'),
  },
  da: {
    errorCode: words('fejlkode*, feilkode*'),
    error: words('fejl, fejlen, feil, feilen'),
    code: words('kode, koden'),
  },
  fi: {
    errorCode: words('virhekoodi*'),
    error: words('virhe*'),
    code: words('koodi*'),
  },
  ro: {
    errorCode: words('cod* de eroare, codul erorii'),
    error: words('eroare, eroarea, erori'),
    code: words('cod, codul'),
  },
  hu: {
    errorCode: words('hibakód*'),
    error: words('hiba, hibát, hibával'),
    code: words('kód, kóddal'),
  },
  el: {
    errorCode: words('κωδικός σφάλματος, κωδικό σφάλματος'),
    error: words('σφάλμα, σφάλματος'),
    code: words('κωδικός, κωδικό'),
  },
  uz: {
    errorCode: words('xato kodi, xatolik kodi'),
    error: words('xato, xatolik'),
    code: words('kodi'),
  },
  az: {
    errorCode: words('xəta kodu'),
    error: words('xəta, xətası'),
    code: words('kodu'),
  },
  sw: {
    errorCode: words('msimbo wa hitilafu, nambari ya hitilafu'),
    error: words('hitilafu, kosa'),
    code: words('msimbo'),
  },
  ta: {
    errorCode: words('பிழை குறியீடு, பிழைக் குறியீடு'),
    error: words('பிழை'),
    code: words('குறியீடு'),
  },
  te: {
    errorCode: words('లోపం కోడ్, ఎర్రర్ కోడ్'),
    error: words('లోపం, ఎర్రర్'),
    code: words('కోడ్'),
  },
  gu: {
    errorCode: words('ભૂલ કોડ, એરર કોડ'),
    error: words('ભૂલ, એરર'),
    code: words('કોડ'),
  },
};

const all = Object.values(ERROR_WORDS);
export const ERROR_CODE = all.flatMap(({ errorCode }) => errorCode);
export const ERROR = all.flatMap(({ error }) => error);
export const CODE = all.flatMap(({ code }) => code);

/** Several: beside a number these count errors and name none, `Errors: 4`, `190 erros`, unless more of a code follows. */
export const ERRORS = words(
  'errors, erros, errores, erreurs, errori, fehler, fouten, błędy, błędów, ошибки, ошибок, помилок, hatalar, failures, fallos, falhas, أخطاء, שגיאות',
);
