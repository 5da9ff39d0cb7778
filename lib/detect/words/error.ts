import { words } from './pattern.ts';

export { CODE, CODE_IN } from './code.ts';
export { ERROR_CODE, ERROR_CODE_IN } from './error-code.ts';

/** An error, by language. */
export const ERROR_IN: Readonly<Record<string, readonly string[]>> = {
  en: words(`
    error, errors, err, failure, failed with, fails with, fail with, failing with, rejected with,
    rejects with, returned with, fault, exception, limit hit
  `),
  pt: words('erro, erros, falha, falha com'),
  es: words('error, errores, fallo, fallos, falló con'),
  fr: words('erreur, erreurs, échec, echec'),
  de: words('fehler, fehlers, fehlermeldung, meta fehler'),
  it: words('errore, errori'),
  nl: words('fout, fouten, foutmelding, meta fout'),
  pl: words('błąd, błędu, błędem, błędy'),
  ru: words('ошибк*, ошибок, сбой'),
  uk: words('помилк*'),
  tr: words(
    'hata, hatası, hatasını, hatasına, hatalar*, hatayı, hatayla, hatasıyla, hatasında, hatasından, hatasının',
  ),
  id: words('galat, kesalahan, eror, gagal dengan, dengan kegagalan, karena kegagalan, errornya, erornya'),
  ms: words('ralat'),
  vi: words('lỗi'),
  hi: words('त्रुटि, त्रुटी, एरर, गलती'),
  bn: words('ত্রুটি, এরর, ভুল'),
  ur: words('ایرر, خرابی, غلطی'),
  ar: words('خطأ, الخطأ, أخطاء, خطا'),
  fa: words('خطا, خطای'),
  he: words('שגיאה, שגיאת, תקלה'),
  zh: words('错误, 錯誤, 报错, 報錯, 异常, 接口报, 接口報, 系统报, 后台报, 会报, 就报, 一直报, 总是报, 报了'),
  ja: words('エラー, 不具合'),
  ko: words('오류, 에러'),
  th: words('ข้อผิดพลาด, ผิดพลาด, เออเรอร์'),
  cs: words('chyba, chyby, chybu, chybou, chybě'),
  sv: words('fel, felet'),
  da: words('fejl, fejlen, feil, feilen'),
  fi: words('virhe*'),
  ro: words('eroare, eroarea, erori'),
  hu: words('hiba, hibát, hibával'),
  el: words('σφάλμα, σφάλματος'),
  uz: words('xato, xatolik'),
  az: words('xəta, xətası'),
  sw: words('hitilafu, kosa'),
  ta: words('பிழை'),
  te: words('లోపం, ఎర్రర్'),
  gu: words('ભૂલ, એરર'),
};
export const ERROR = Object.values(ERROR_IN).flat();

/** Several: beside a number these count errors and name none, `Errors: 4`, `190 erros`, unless more of a code follows. */
export const ERRORS = words(
  'errors, erros, errores, erreurs, errori, fehler, fouten, błędy, błędów, ошибки, ошибок, помилок, hatalar, failures, fallos, falhas, أخطاء, שגיאות',
);
/** The same of messages. */
export const FAILED_ONES = words(
  'failed, undelivered, rejected, unsent, fallidos, fallidas, falharam, falhas, échoués, échouées, fehlgeschlagen, falliti, fallite, mislukt, başarısız, gagal, thất bại, 失败, 失敗, 실패, ล้มเหลว, فشلت, נכשלו',
);
