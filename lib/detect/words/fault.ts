import { cue, words } from './pattern.ts';
import { FAILED, REJECTED, RESTRICTED } from './reason.ts';
import { FAULTY } from './told.ts';

/** Something went wrong: it failed, is amiss, was turned down, is over or is too much. */
export const FAULT = cue([
  ...FAILED,
  ...FAULTY,
  ...REJECTED,
  ...RESTRICTED,
  ...words(`
    was not, was never, foi entregue, fue entregad*, se entregó, le llega, no le, expired, exceeded, denied, not found, not exist, does not exist, not allowed, not approved, not registered, too long, too many, too fast, too late, too old, closed, shut, not enough, insufficient*, insuficiente*, insuffisant*, non basta, onvoldoende, nicht genug, unzureichend*, недостаточно, yetersiz, tidak cukup, không đủ, 不足, 부족, غير كاف*, ไม่พอ, ไม่เพียงพอ, dead, gone, revoked, lapsed, ran out, run out, not on, mismatch, not supported, cannot, can't, could not,
    no tiene, no existe, no permitid*, no admitid*, no compatible, vencid*, caducad*, expirad*, denegad*, sin permiso, no encontrad*, no registrad*, no pudo, no se pudo, excedid*,
    não tem, nao tem, não existe, não permitid*, não suportad*, não encontrad*, não aprovad*, não registrad*, sem permissão, não pode, negad*, n'existe pas, introuvable, expiré*, non autorisé*, n'a pas,
    nicht gefunden, abgelaufen*, nicht erlaubt, nicht unterstützt, nicht registriert, kein, keine, scadut*, non trovat*, non esiste, non supportat*, не найден*, не существует, не поддержива*, истек*, нет,
    bulunamadı, desteklenmiyor, süresi dol*, yok, tidak ada, tidak ditemukan, tidak punya, tidak didukung, kedaluwarsa, không tồn tại, hết hạn, không có, غير موجود, منتهي*, غير مدعوم, לא נמצא, פג, 不存在, 过期, 不支持, 过长, 見つかりません, 期限切れ, 없음, 만료, ไม่มี, ไม่พบ
  `),
]);
