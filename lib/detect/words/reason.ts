import { words } from './pattern.ts';

/** Words that lead a reason: `Reason: TAG_CONTENT_MISMATCH`, `Motivo: INVALID_FORMAT`. */
export const REASON = words(`
  reason, cause, motivo, motivos, causa, razón, razão, motif, raison, grund, grund der ablehnung, ablehnungsgrund,
  fehlergrund, reden, powód, причин*, sebep, neden, nedeni, sebebi, alasan, sebab, lý do, कारण, কারণ, وجہ, السبب, سبب, علت,
  סיבה, 原因, 理由, 사유, 원인, สาเหตุ, เหตุผล, důvod, orsak, årsag, syy, motivul, αιτία, sababi, səbəb, sababu, காரணம்,
  కారణం, કારણ
`);
/** A template, a message or a business was turned down. */
export const REJECTED = words(`
  rejected, rejection, reject, rejects, turned down, turns down, disapproved, declined, rejeitad*, rejeição, reprovad*, rechazad*, rechazo,
  refusé*, refus, rejeté*, rejet, abgelehnt*, ablehnung*, rifiutat*, rifiuto, geweigerd, afgewezen, afwijzing*, odrzucon*,
  отклон*, відхилен*, reddedil*, ret nedeni, red nedeni, ditolak, penolakan, bị từ chối, từ chối, अस्वीकृत*, अस्वीकार, প্রত্যাখ্যা*, مسترد, مرفوض, رفض, الرفض,
  رد شد, נדח*, 拒绝, 拒絕, 被拒, 却下, 拒否, 거부, 거절, 반려, ปฏิเสธ, zamítnut*, avvisad*, afvist, hylätty, respins*, απορρίφθηκε
`);
/** Before a code that says what went wrong: `Status: REJECTED_NOT_ENOUGH_CREDITS`, `Message failed: …`. */
export const OUTCOME = words(`
  status, state, failed, failure, undelivered, not delivered, rejected, estado, falhou, falló, fallido, échoué, statut,
  fehlgeschlagen, fallito, stato, mislukt, статус, состояние, durum, başarısız, gagal, trạng thái, स्थिति, विफल, অবস্থা, الحالة, فشل,
  وضعیت, סטטוס, נכשל, 状态, 狀態, 失败, 失敗, ステータス, 상태, 실패, สถานะ, ล้มเหลว
`);
/** It did not get through. */
export const FAILED = words(`
  failed, undelivered, not delivered, undeliverable, failure, error, não entregue, no entregado, no entregada, non remis, non distribué, non consegnato,
  teslim edilemedi, iletilemedi, tidak terkirim, tidak dihantar, असफल, পাঠানো যায়নি, لم يتم التسليم, falló, fallido, fallida, fallidos, fallidas, falhou, échoué, échouée, échoués, échouées, fehlgeschlagen,
  nicht zugestellt, gescheitert, fallito, fallita, mislukt, nie powiodło się, не доставлено, не отправлено, не удалось, başarısız, gagal,
  thất bại, विफल, ব্যর্থ, ناکام, فشل, ناموفق, נכשל, נכשלה, 失败, 失敗, 실패, ล้มเหลว, not sent, couldn't send, couldn’t send, could not send, can't send, não enviado, não enviada, não entregues, no enviado, no enviada,
  non envoyé, non inviato, non riuscito, non riuscita, nicht gesendet, niet bezorgd, niet verzonden, niet afgeleverd, gönderilemedi, ulaşmadı, gönderilmedi, belum terkirim,
  gagal dikirim, chưa gửi, không gửi được, chưa gửi được, không đến, नहीं भेजा, नहीं पहुँचा, পৌঁছায়নি, نہیں پہنچا, نہیں بھیجا, لم ترسل, لم تُرسل, لم تصل, لم يتم الإرسال, تعذّر الإرسال, تعذر الإرسال,
  לא נשלח, לא נשלחה, לא נמסר, לא נמסרה, 未送达, 未送達, 未发送, 未配信, 未送信, 送信できません, 配信できません, 送れません, 미발송, 미전송, 전송되지, 보내지 못, ส่งไม่สำเร็จ, ไม่สำเร็จ, ส่งไม่ได้
`);
/** A number, an account or a business may not send. */
export const RESTRICTED = words(`
  restricted, limited, locked, blocked, disabled, suspended, paused, banned, restringid*, restrit*, limitad*, bloquead*, suspendid*, desativad*, desactivad*, restreint*, limité*, bloqué*, suspendu*,
  désactivé*, verrouillé*, eingeschränkt*, gesperrt*, blockiert*, deaktiviert*, pausiert*, limitat*, bloccat*, sospes*, disattivat*, beperkt, geblokkeerd, opgeschort, огранич*, заблокирован*,
  приостановлен*, отключ*, kısıtl*, engellen*, askıya, kilitlen*, dibatasi, diblokir, ditangguhkan, dikunci, dinonaktifkan, disekat, digantung, hạn chế, bị khóa, tạm ngưng, प्रतिबंधित, सीमित, ब्लॉक, निलंबित, সীমিত, স্থগিত,
  محدود, معطل, معطّل, مقيد, مقيّد, محظور, موقوف, מוגבל, חסום, מושעה, 制限, 停止, 受限, 限制, 封禁, 暂停, 锁定, 停用, 제한, 정지, 차단, จำกัด, ระงับ, บล็อก
`);
/** One of what is sent, not several. */
export const SENT_THING = words(`
  message, delivery, send, sending, whatsapp, notification, mensaje, envío, entrega, mensagem, envio, envoi, livraison, nachricht, zustellung,
  versand, messaggio, invio, consegna, bericht, verzending, wiadomość, wysyłka, сообщение, отправка, доставка, mesaj, gönderim, teslimat, pesan,
  pengiriman, tin nhắn, gửi, संदेश, मैसेज, डिलीवरी, বার্তা, মেসেজ, پیغام, رسالة, الرسالة, إرسال, الإرسال, پیام, ההודעה, הודעה, שליחה, 消息, 发送, 訊息, 發送, メッセージ, 送信, 配信,
  메시지, 전송, 발송, ข้อความ, การส่ง
`);
