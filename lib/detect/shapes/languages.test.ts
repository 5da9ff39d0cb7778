import { describe, expect, it } from 'vitest';
import { detect, isStrong } from '../detect.ts';
import { testIndex } from '../test-index.ts';
import { CODE_IN, ERROR_CODE_IN, ERROR_IN } from '../words/error.ts';
import { META, testShapes } from './shape-lines.ts';

/** The languages in which WhatsApp business is largest. */
const LARGEST = ['en', 'pt', 'es', 'hi', 'id', 'ar', 'de', 'fr', 'it', 'tr', 'ru', 'ms', 'ur', 'bn'];

describe.each(LARGEST)('the words for an error code in %s', (language) => {
  const errorCode = ERROR_CODE_IN[language] ?? [];
  const error = ERROR_IN[language] ?? [];
  const code = CODE_IN[language] ?? [];
  const whole = [...errorCode, ...error].map((word) => word.replace('*', ''));
  const strong = (text: string) => detect(text, testIndex, META).filter(isStrong);

  it('are known, each of the three sorts', () => {
    expect(errorCode.length).toBeGreaterThan(0);
    expect(error.length).toBeGreaterThan(0);
    expect(code.length).toBeGreaterThan(0);
  });

  it.each(whole)('work before a number: %s', (word) => {
    expect(strong(`${word} 131049 (WhatsApp)`)).toMatchObject([{ code: '131049' }]);
  });

  it.each(errorCode.map((word) => word.replace('*', '')))('work as a label: %s', (word) => {
    expect(strong(`${word}: 131049, WhatsApp`)).toMatchObject([{ code: '131049' }]);
    for (const code of ['1005', '470']) {
      expect(detect(code, testIndex, { ...META, label: word }).filter(isStrong)).toHaveLength(1);
      expect(detect(code, testIndex, { ...META, header: word }).filter(isStrong)).toHaveLength(1);
    }
  });
});

/** Words of other languages, other scripts' digits, right-to-left text: section 5 of the shapes. */
testShapes({
  'a code said in another language': {
    found: [
      ['(código de erro ‹131049›)'],
      ['a Meta rejeita com o erro ‹131047›'],
      ['en lugar del código de error ‹131026› actual'],
      ['führt zu dem Fehlercode ‹131049›'],
      ['Meta menolak pesan bebas (kode error ‹131047›)'],
      ['une erreur PERMANENTE — en particulier ‹131047› (fenêtre de service 24h fermée)'],
      ['при ‹131047› — отправляем шаблон WhatsApp'],
      ['код ошибки ‹131049›'],
      ['codice di errore: ‹131026›'],
      ['WhatsApp 错误代码：‹131047›'],
      ['오류 코드 ‹131047›가 나옵니다'],
      ['hata kodu ‹131049›'],
      ['mã lỗi ‹131047›'],
      ['รหัสข้อผิดพลาด ‹131053›'],
      ['foutcode ‹131047›'],
      ['kod ralat ‹131026›'],
      ['kod błędu: ‹131026›'],
      ['Motivo: ‹131049› (WhatsApp)'],
      ['waweb antwortet mit Fehler ‹1005›'],
    ],
    alike: [
      ['Errores: 131047', META],
      ['Fehler: 4', META],
      ['Erros 190', META],
      ['Ошибок: 131047', META],
      ['Ошибки: 470', META],
      ['Código postal 131047', META],
      ['código de verificación: 131047', META],
      ['Código de descuento 131047', META],
      ['Kode verifikasi Anda 131026', META],
      ['验证码：131047', META],
      ['注文番号：131047', META],
      ['CEP 131047', META],
      ['Индекс 130000', META],
      ['131047 mensajes', META],
      ['la meta: 131047'],
    ],
  },
  "other scripts' digits": {
    found: [
      ['エラーコード ‹１３１０４７›'],
      ['रिपोर्ट में त्रुटि कोड ‹१३१०४७› है'],
      ['ত্রুটি কোড ‹১৩১০৪৭›'],
      ['يظهر رمز الخطأ ‹١٣١٠٤٧›'],
      ['ایرر کوڈ ‹۱۳۱۰۴۷›'],
    ],
    alike: [
      ['१३१०४७ संदेश', META],
      ['رقم الطلب ١٣١٠٤٧', META],
      ['৳১৩১০৪৭', META],
      ['١٣١٫٠٤٧ ريال', META],
    ],
  },
  'right-to-left text': {
    found: [['שגיאה ‹131047›'], ['Meta ترد بخطأ ‹131047› بعد 24 ساعة'], ['\u200fرمز الخطأ:\u200e ‹131026›']],
    alike: [
      ['طلبك رقم 131047', META],
      ['הזמנה 131047', META],
      ['رمز التحقق 131026', META],
    ],
  },
  'a state of a console in another language': {
    found: [
      ['Não entregue · ‹131049› · Marketing', META],
      ['No enviado · ‹131026›\nReintentar', META],
      ['Niet bezorgd · ‹131049›\nOpnieuw', META],
      ['Gönderilemedi · ‹131047› · Tekrar dene', META],
      ['Invio non riuscito: ‹131049›', META],
      ['Gửi thất bại · ‹131049›', META],
      ['لم تُرسل · ‹131047›', META],
      ['ส่งไม่สำเร็จ · ‹131047›', META],
      ['送信失敗 · ‹131049›', META],
      ['Estado: restringido (‹131031› cuenta bloqueada)', META],
      ['状态：受限（‹131031› 账号已锁定）', META],
      ['สถานะ: ถูกจำกัด (‹131031› บัญชีถูกล็อก)', META],
      ['सेवा की स्थिति: प्रतिबंधित (‹131031› खाता लॉक है)', META],
    ],
    alike: [
      ['Não entregues: 131047', META],
      ['Status: gesendet (131047 Empfänger)', META],
      ['状態：送信済み（131047 件）', META],
      ['Segmento: clientes (131026 contactos)', META],
      ['ব্যর্থ ১৩১০৪৭টি বার্তা', META],
      ['شحنات فاشلة: 131047', META],
    ],
  },
  'a word of another script beside a Latin one': {
    found: [
      ['昨日からWhatsAppで‹131049›ばかり出ます。'],
      ['어제부터 WhatsApp에서 계속 ‹131049›가 떠요.'],
      ['كل رسائل واتساب ترجع بـ ‹131049› من أمس.'],
      ['מאתמול ווטסאפ מחזיר ‹131049› כל הזמן.'],
      ['کل سے واٹس ایپ پر بار بار ‹131049› آ رہا ہے۔'],
      ['错误code‹131047›，WhatsApp'],
    ],
    alike: [
      ['WhatsAppグループ131047人'],
      ['WhatsAppの注文番号131047'],
      ['订单131047，WhatsApp联系'],
      ['واتساب: 131047 رسالة'],
    ],
  },
});
