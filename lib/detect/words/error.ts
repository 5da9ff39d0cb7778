/**
 * What people write before or after an error code, by language. To add a word, add it here: a `*` takes any ending.
 * `errorCode` says it in full and counts most; `code` alone may be a postcode, so it counts least.
 */
interface ErrorWords {
  errorCode: readonly string[];
  error: readonly string[];
  code: readonly string[];
}

export const ERROR_WORDS = {
  en: {
    errorCode: [
      'error code*',
      'errorcode',
      'err code',
      'error subcode',
      'subcode',
      'sub code',
      'error no',
      'error number',
      'error id',
      'failure code',
      'failed reason',
      'failure reason',
      'fail code',
      'exception code',
      'rejection code',
      'error status',
    ],
    error: [
      'error',
      'errors',
      'err',
      'failure',
      'failed with',
      'fails with',
      'fail with',
      'failing with',
      'rejected with',
      'rejects with',
      'returned with',
      'fault',
      'exception',
      'limit hit',
    ],
    code: ['code', 'codes', 'reason', 'cause'],
  },
  pt: {
    errorCode: [
      'código* de erro',
      'codigo* de erro',
      'código do erro',
      'códigos de erros',
      'cód. erro',
      'cód de erro',
      'cod erro',
    ],
    error: ['erro', 'erros', 'falha', 'falha com'],
    code: ['código', 'códigos', 'codigo', 'codigos', 'motivo', 'motivos', 'causa'],
  },
  es: {
    errorCode: [
      'código* de error',
      'codigo* de error',
      'código del error',
      'códigos de errores',
      'código de fallo',
      'cód. error',
    ],
    error: ['error', 'errores', 'fallo', 'fallos', 'falló con'],
    code: ['código', 'codigo', 'códigos', 'codigos', 'motivo'],
  },
  fr: {
    errorCode: ["code* d'erreur", 'code* d’erreur', 'code erreur', 'codes erreur', "numéro d'erreur"],
    error: ['erreur', 'erreurs', 'échec', 'echec'],
    code: ['code', 'codes', 'motif', 'raison'],
  },
  de: {
    errorCode: ['fehlercode*', 'fehler code', 'fehlernummer*', 'fehlerkennung', 'errorcode'],
    error: ['fehler', 'fehlers', 'fehlermeldung', 'meta fehler'],
    code: ['code', 'codes', 'grund'],
  },
  it: {
    errorCode: ['codic* di errore', 'codic* errore', "codice dell'errore"],
    error: ['errore', 'errori'],
    code: ['codice', 'codici', 'motivo'],
  },
  nl: {
    errorCode: ['foutcode*', 'fout code', 'foutnummer'],
    error: ['fout', 'fouten', 'foutmelding', 'meta fout'],
    code: ['code', 'codes', 'reden'],
  },
  pl: {
    errorCode: ['kod błędu', 'kody błędów', 'kodem błędu', 'numer błędu'],
    error: ['błąd', 'błędu', 'błędem', 'błędy'],
    code: ['kod', 'kodem', 'kody'],
  },
  ru: {
    errorCode: ['код* ошиб*', 'код* сбоя'],
    error: ['ошибк*', 'ошибок', 'сбой'],
    code: ['код', 'коды', 'кодом', 'кода', 'причина'],
  },
  uk: {
    errorCode: ['код* помил*'],
    error: ['помилк*'],
    code: ['код', 'кодом', 'коди'],
  },
  tr: {
    errorCode: ['hata kod*', 'hata numaras*', 'hata no'],
    error: ['hata', 'hatası', 'hatasını', 'hatasına', 'hatalar*', 'hatayı', 'hatayla'],
    code: ['kod', 'kodu', 'kodları', 'sebep', 'neden'],
  },
  id: {
    errorCode: ['kode error', 'kode eror', 'kode kesalahan', 'kode galat', 'kode kegagalan'],
    error: ['galat', 'kesalahan', 'eror', 'gagal dengan'],
    code: ['kode', 'alasan'],
  },
  ms: {
    errorCode: ['kod ralat', 'kod kesilapan'],
    error: ['ralat'],
    code: ['kod', 'sebab'],
  },
  vi: {
    errorCode: ['mã lỗi'],
    error: ['lỗi'],
    code: ['mã'],
  },
  hi: {
    errorCode: ['त्रुटि कोड', 'एरर कोड', 'त्रुटी कोड', 'गलती कोड'],
    error: ['त्रुटि', 'त्रुटी', 'एरर', 'गलती'],
    code: ['कोड', 'कारण'],
  },
  bn: {
    errorCode: ['ত্রুটি কোড', 'এরর কোড', 'ত্রুটির কোড'],
    error: ['ত্রুটি', 'এরর', 'ভুল'],
    code: ['কোড', 'কারণ'],
  },
  ur: {
    errorCode: ['ایرر کوڈ', 'خرابی کوڈ', 'خرابی کا کوڈ', 'غلطی کا کوڈ'],
    error: ['ایرر', 'خرابی', 'غلطی'],
    code: ['کوڈ', 'وجہ'],
  },
  ar: {
    errorCode: ['رمز الخطأ', 'رمز خطأ', 'كود الخطأ', 'كود خطأ', 'رقم الخطأ', 'رموز الخطأ', 'رموز الأخطاء'],
    error: ['خطأ', 'الخطأ', 'أخطاء', 'خطا'],
    code: ['رمز', 'كود', 'السبب', 'سبب'],
  },
  fa: {
    errorCode: ['کد خطا', 'کد خطای'],
    error: ['خطا', 'خطای'],
    code: ['کد', 'علت'],
  },
  he: {
    errorCode: ['קוד שגיאה', 'קוד השגיאה'],
    error: ['שגיאה', 'שגיאת', 'תקלה'],
    code: ['קוד', 'סיבה'],
  },
  zh: {
    errorCode: ['错误代码', '错误码', '错误编号', '報錯代碼', '錯誤代碼', '錯誤碼', '报错码', '失败代码'],
    error: ['错误', '錯誤', '报错', '報錯', '异常'],
    code: ['代码', '代碼', '状态码', '原因', '编码'],
  },
  ja: {
    errorCode: ['エラーコード', 'エラー番号', 'エラー コード'],
    error: ['エラー', '不具合'],
    code: ['コード', '理由', '原因'],
  },
  ko: {
    errorCode: ['오류 코드', '오류코드', '에러 코드', '에러코드', '오류 번호'],
    error: ['오류', '에러'],
    code: ['코드', '사유', '원인'],
  },
  th: {
    errorCode: ['รหัสข้อผิดพลาด', 'โค้ดข้อผิดพลาด', 'รหัสความผิดพลาด', 'รหัส error'],
    error: ['ข้อผิดพลาด', 'ผิดพลาด', 'เออเรอร์'],
    code: ['รหัส', 'โค้ด', 'สาเหตุ'],
  },
} as const satisfies Record<string, ErrorWords>;

const all: readonly ErrorWords[] = Object.values(ERROR_WORDS);
export const ERROR_CODE = all.flatMap(({ errorCode }) => errorCode);
export const ERROR = all.flatMap(({ error }) => error);
export const CODE = all.flatMap(({ code }) => code);
