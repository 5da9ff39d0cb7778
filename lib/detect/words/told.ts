import { words } from './pattern.ts';

/** What small codes of Graph are told by: one word in each language is enough, as few small numbers stand beside it. Commas separate, a `*` takes any ending. */
const TOKEN = words(`
  token, access token, jeton, токен, токена, トークン, 토큰, 令牌, टोकन, টোকেন, ٹوکن, التوكن, توكن, رمز الوصول, โทเค็น, โทเคน, mã truy cập, טוקן, אסימון, jetonu
`);
const PARAMETER = words(`
  parameter, param, field, payload, parámetro, parâmetro, paramètre, campo, champ, feld, parametro, параметр, поле, parametre, alan,
  kolom, tham số, trường, पैरामीटर, फ़ील्ड, প্যারামিটার, پیرامیٹر, المعامل, معامل, حقل, פרמטר, שדה, 参数, 參數, パラメータ, パラメーター, 매개변수, 파라미터, พารามิเตอร์
`);
const PERMISSION = words(`
  permission, permissions, permiso, permisos, permissão, permissões, autorisation, autorisations, berechtigung, berechtigungen, autorizzazione, permesso, permessi,
  toestemming, machtiging, разрешени*, прав, права, izin, izni, yetki, yetkisi, quyền, अनुमति, অনুমতি, اجازت, صلاحية, صلاحيات, הרשאה, הרשאות, 权限, 權限, 権限, 권한, สิทธิ์
`);
const LIMITED = words(`
  rate limit, rate limited, app limit, too many calls, too many requests, throttl*, temporarily blocked, límite de tasa, limite de taxa, limite de requisições, limite de débit,
  лимит запросов, hız sınırı, batas laju, giới hạn tốc độ, レート制限, 频率限制, 限流, 속도 제한
`);
const POLICY = words(`
  policy, policies, política, políticas, politique, richtlinie*, политик*, politika*, kebijakan, chính sách, नीति, নীতি, پالیسی, سياسة, מדיניות, ポリシー, 政策, 정책, นโยบาย
`);

/** The small codes of Graph that people write without a word for an error, and what they are told by. */
export const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  '190': TOKEN,
  '100': PARAMETER,
  '10': PERMISSION,
  '200': PERMISSION,
  '4': LIMITED,
  '368': [...LIMITED, ...POLICY],
};
export const TELLABLE: ReadonlySet<string> = new Set(Object.keys(TOLD_BY));
/** Something is wrong with it. */
export const FAULTY = words(`
  invalid, wrong, bad, missing, malformed, incorrect, unknown, not valid, unsupported, inválid*, errad*, equivocad*, incorret*, incorrect*, falta, faltando, faltante, mal formad*,
  invalide, manquant*, erroné*, ungültig*, falsch*, fehlt, fehlend*, non valid*, errat*, sbagliat*, mancant*, ongeldig*, verkeerd*, ontbreekt, неверн*, некорректн*, недопустим*, geçersiz, hatalı,
  eksik, salah, tidak valid, kurang, sai, không hợp lệ, thiếu, अमान्य, गलत, ভুল, অবৈধ, غلط, غير صالح, خاطئ, خطأ, ناقص, שגוי, לא תקין, חסר, 無効, 不正, 无效, 無效, 错误, 錯誤, 缺少, 잘못, 유효하지, ไม่ถูกต้อง
`);
