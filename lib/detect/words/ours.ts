import { cue, words } from './pattern.ts';

/** What a sender has. */
export const OURS = cue(
  words(`
    message*, recipient*, template*, whatsapp*, phone number, number, parameter*, token, media, sender, opt in, window,
    mensaje*, destinatari*, plantilla*, teléfono, número, parámetro*, ventana, mensage*, modelo*, telefone, parâmetro*, janela,
    modèle, numéro, nachricht*, vorlage*, empfänger*, nummer, messaggi*, modello, numero, bericht*, сообщени*, шаблон*, номер*, получател*,
    mesaj*, şablon*, numara*, pesan, nomor, templat, penerima, tin nhắn, mẫu, संदेश, टेम्पलेट, नंबर, رسالة, الرسالة, قالب, القالب, رقم, הודעה, תבנית, מספר,
    消息, 模板, 号码, 收件人, 訊息, メッセージ, テンプレート, 番号, 메시지, 템플릿, 번호, ข้อความ, เทมเพลต, หมายเลข
  `),
);
