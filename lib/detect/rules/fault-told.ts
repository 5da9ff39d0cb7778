import { isLongForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { cue, words } from '../words/pattern.ts';
import { FAILED, REJECTED, RESTRICTED } from '../words/reason.ts';
import { FAULTY } from '../words/told.ts';
import { THEN } from './matter.ts';

const REACH = 90;
const BREAK = /[|\n\t;。]|[.!?]\s/u;

/** What a sender has. */
const OURS = cue(
  words(`
    message*, recipient*, template*, whatsapp*, phone number, number, parameter*, token, media, sender, opt in, window,
    mensaje*, destinatari*, plantilla*, teléfono, número, parámetro*, ventana, mensage*, modelo*, telefone, parâmetro*, janela,
    modèle, numéro, nachricht*, vorlage*, empfänger*, nummer, messaggi*, modello, numero, bericht*, сообщени*, шаблон*, номер*, получател*,
    mesaj*, şablon*, numara*, pesan, nomor, templat, penerima, tin nhắn, mẫu, संदेश, टेम्पलेट, नंबर, رسالة, الرسالة, قالب, القالب, رقم, הודעה, תבנית, מספר,
    消息, 模板, 号码, 收件人, 訊息, メッセージ, テンプレート, 番号, 메시지, 템플릿, 번호, ข้อความ, เทมเพลต, หมายเลข
  `),
);
const FAULT = cue([
  ...FAULTY,
  ...FAILED,
  ...REJECTED,
  ...RESTRICTED,
  ...words(`
    was not, was never, foi entregue, fue entregad*, se entregó, le llega, no le, expired, exceeded, denied, not found, not exist, does not exist, not allowed, not approved, not registered, not on whatsapp, too long, too many, mismatch, not supported, cannot, can't, could not,
    no tiene, no existe, no permitid*, no admitid*, no compatible, vencid*, caducad*, expirad*, denegad*, sin permiso, no encontrad*, no registrad*, no pudo, no se pudo, excedid*,
    não tem, nao tem, não existe, não permitid*, não suportad*, não encontrad*, não aprovad*, não registrad*, sem permissão, não pode, negad*, n'existe pas, introuvable, expiré*, non autorisé*, n'a pas,
    nicht gefunden, abgelaufen*, nicht erlaubt, nicht unterstützt, nicht registriert, kein, keine, scadut*, non trovat*, non esiste, non supportat*, не найден*, не существует, не поддержива*, истек*, нет,
    bulunamadı, desteklenmiyor, süresi dol*, yok, tidak ada, tidak ditemukan, tidak punya, tidak didukung, kedaluwarsa, không tồn tại, hết hạn, không có, غير موجود, منتهي*, غير مدعوم, לא נמצא, פג, 不存在, 过期, 不支持, 过长, 見つかりません, 期限切れ, 없음, 만료, ไม่มี, ไม่พบ
  `),
]);

/** `| 131026 | Message undeliverable |`: a line begins with the number, and goes on with what is wrong with a message. */
export const rule: Rule = {
  id: 'fault-told',
  family: 'wording',
  weight: 1.8,
  needs: ['number', 'long', 'head', 'right'],
  find({ form, lineLeft, lineRight }) {
    if (!isLongForm(form) || !/^[\s>*•|"'`([/#-]*(?:\d\.\s{1,3})?["'`*]{0,3}$/.test(lineLeft)) return null;
    const then = THEN.exec(lineRight)?.[0];
    if (then === undefined) return null;
    const told = lineRight.slice(then.length, then.length + REACH).split(BREAK, 1)[0] ?? '';
    const thing = OURS.in(told);
    return thing && FAULT.in(told) ? thing.word : null;
  },
};

export const examples: Examples = {
  yes: [
    '| ‹131026› | Message undeliverable |',
    '‹131026› - O destinatário não tem como receber a mensagem',
    '| ‹131047› | Teléfono no admitido | x |',
    '‹132000›: template not found',
  ],
  no: [
    '| 131026 | Messages |',
    'see 131026 - message not found',
    '131026 failed messages',
    '131047: Login broken',
  ],
};
