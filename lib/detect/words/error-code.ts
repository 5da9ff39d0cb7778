import { words } from './pattern.ts';

/** An error code said in full, by language: it counts most. Commas separate, a `*` takes any ending. */
export const ERROR_CODE_IN: Readonly<Record<string, readonly string[]>> = {
  en: words(`
    error code*, errorcode, err code, error subcode*, subcode, subcodes, sub code*, error no, error number, error id,
    failure code, failed reason, failure reason, fail code, exception code, rejection code, error status, errors by code, failures by code
  `),
  pt: words(`
    código* de erro, codigo* de erro, código do erro, códigos de erros, cód. erro, cód de erro, cod erro, erros por código, falhas por código, subcódigo*, subcodigo*
  `),
  es: words(`
    código* de error, codigo* de error, código del error, códigos de errores, código de fallo, cód. error, errores por código, fallos por código, subcódigo*, subcodigo*
  `),
  fr: words(
    "erreurs par code, échecs par code, code* d'erreur, code* d’erreur, code erreur, codes erreur, numéro d'erreur, sous code*",
  ),
  de: words(
    'fehler nach code, fehlercode*, fehler code, fehlernummer*, fehlerkennung, errorcode, untercode*, subcode*',
  ),
  it: words("errori per codice, codic* di errore, codic* errore, codice dell'errore, sottocodic*"),
  nl: words('foutcode*, fout code, foutnummer'),
  pl: words('kod błędu, kody błędów, kodem błędu, numer błędu'),
  ru: words('код* ошиб*, код* сбоя, подкод*, субкод*'),
  uk: words('код* помил*'),
  tr: words('hata kod*, hata numaras*, hata no, alt kod*, alt hata kod*'),
  id: words('kode error, kode eror, kode kesalahan, kode galat, kode kegagalan, subkode, sub kode'),
  ms: words('kod ralat, kod kesilapan, subkod, sub kod'),
  vi: words('mã lỗi'),
  hi: words('त्रुटि कोड, एरर कोड, त्रुटी कोड, गलती कोड, उपकोड, उप कोड, सबकोड, सब कोड'),
  bn: words('ত্রুটি কোড, এরর কোড, ত্রুটির কোড, সাবকোড, সাব কোড, উপকোড'),
  ur: words('ایرر کوڈ, خرابی کوڈ, خرابی کا کوڈ, غلطی کا کوڈ, سب کوڈ, ذیلی کوڈ'),
  ar: words(
    'رمز الخطأ, رمز خطأ, كود الخطأ, كود خطأ, رقم الخطأ, رموز الخطأ, رموز الأخطاء, الرمز الفرعي, رمز فرعي, الكود الفرعي, كود فرعي',
  ),
  fa: words('کد خطا, کد خطای'),
  he: words('קוד שגיאה, קוד השגיאה'),
  zh: words('错误代码, 错误码, 错误编号, 報錯代碼, 錯誤代碼, 錯誤碼, 报错码, 失败代码'),
  ja: words('エラーコード, エラー番号, エラー コード'),
  ko: words('오류 코드, 오류코드, 에러 코드, 에러코드, 오류 번호'),
  th: words('รหัสข้อผิดพลาด, โค้ดข้อผิดพลาด, รหัสความผิดพลาด, รหัส error'),
  cs: words('chybový kód, chybovým kódem, kód chyby, kódem chyby'),
  sv: words('felkod*, felmeddelande'),
  da: words('fejlkode*, feilkode*'),
  fi: words('virhekoodi*'),
  ro: words('cod* de eroare, codul erorii'),
  hu: words('hibakód*'),
  el: words('κωδικός σφάλματος, κωδικό σφάλματος'),
  uz: words('xato kodi, xatolik kodi'),
  az: words('xəta kodu'),
  sw: words('msimbo wa hitilafu, nambari ya hitilafu'),
  ta: words('பிழை குறியீடு, பிழைக் குறியீடு'),
  te: words('లోపం కోడ్, ఎర్రర్ కోడ్'),
  gu: words('ભૂલ કોડ, એરર કોડ'),
};
export const ERROR_CODE = Object.values(ERROR_CODE_IN).flat();
