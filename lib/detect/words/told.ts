import { words } from './pattern.ts';

/**
 * What small codes of Graph are about, by language: one word in each is enough, as few small numbers stand beside it. Commas separate, a `*` takes
 * any ending. `alone` tells what the number is; `beside` is said of other things, too, and counts only near a rare code.
 */
interface Gist {
  alone: readonly string[];
  beside?: readonly string[];
}

const TOKEN: Gist = {
  alone: words(`
    token, access token, tokennya, jeton, токен, токена, トークン, 토큰, 令牌, टोकन, টোকেন, ٹوکن, التوكن, توكن, رمز الوصول, صلاحية الرمز, الرمز المؤقت, رمز مؤقت, الرمز المميز, โทเค็น, โทเคน, mã truy cập, טוקן, אסימון, jetonu
  `),
  beside: words(`
    token*, session*, sessão, sessao, sesión, sesion, sitzung*, jeton*, login, auth*, oauth*, credential*, credencia*, access key, logged out, log out, токен*, сессия
  `),
};
const PARAMETER: Gist = {
  alone: words(`
    parameter, param, field, payload, parámetro, parâmetro, paramètre, campo, champ, feld, parametro, параметр, поле, parametre, alan,
    kolom, tham số, trường, पैरामीटर, फ़ील्ड, প্যারামিটার, پیرامیٹر, المعامل, معامل, حقل, פרמטר, שדה, 参数, 參數, パラメータ, パラメーター, 매개변수, 파라미터, พารามิเตอร์
  `),
  beside: words(`
    param*, field*, campo*, parám*, parâm*, argument*, invalid*, inválid*, ungültig*, unsupported, not exist, no existe, não existe, nao existe, n'existe, параметр*, معلمة, dato* incorrect*, dado* incorret*
  `),
};
const PERMISSION: Gist = {
  alone: words(`
    permission, permissions, permiso, permisos, permissão, permissões, autorisation, autorisations, berechtigung, berechtigungen, autorizzazione, permesso, permessi,
    toestemming, machtiging, разрешени*, прав, права, izin, izni, yetki, yetkisi, quyền, अनुमति, অনুমতি, اجازت, صلاحية, صلاحيات, הרשאה, הרשאות, 权限, 權限, 権限, 권한, สิทธิ์
  `),
  beside: words(
    'permiss*, permis*, permitted, berechtig*, autoriz*, autoris*, izin*, rights, derechos, direitos, droits, diritti, rechte, scope*, capabilit*, denied, access, acceso, acesso, разреш*, доступ*',
  ),
};
const LIMITED: Gist = {
  alone: words(`
    rate limit, rate limited, app limit, too many calls, too many requests, throttl*, temporarily blocked, límite de tasa, limite de taxa, limite de requisições, limite de débit,
    лимит запросов, hız sınırı, batas laju, giới hạn tốc độ, レート制限, 频率限制, 限流, 속도 제한
  `),
  beside: words(`
    rate*, limit*, límite*, too many, too much, zu oft, zu viele, trop de, troppe, troppo, çok fazla, terlalu, слишком, too fast, too often, demasiad*, muitas, excess*, quota*, лимит*, 频率, 頻率, 制限, 한도, حد ال, batas*, sınır*, सीमा
  `),
};
const POLICY: Gist = {
  alone: words(`
    policy, policies, política, políticas, politique, richtlinie*, политик*, politika*, kebijakan, chính sách, नीति, নীতি, پالیسی, سياسة, מדיניות, ポリシー, 政策, 정책, นโยบาย
  `),
  beside: words(
    'block*, bloque*, polít*, abus*, spam*, restrict*, restring*, restri*, banned, gesperrt, блокир*, 封, 차단, حظر',
  ),
};
const SERVER: Gist = {
  alone: [],
  beside: words(`
    unknown, temporar*, transient*, server*, servic*, unavailable, down, desconhec*, desconoc*, inconnu*, unbekannt*, sconosciut*, неизвест*, временн*, 未知, 不明, 알 수 없
  `),
};
const WINDOW: Gist = {
  alone: words(`
    more than 24 hours, 24 hours have passed, over 24 hours ago, mais de 24 horas, más de 24 horas, plus de 24 heures, mehr als 24 stunden, più di 24 ore, lebih dari 24 jam, более 24 часов, أكثر من 24 ساعة,
    24h window, 24 hour window, 24 hours window, 24 hour customer service window, customer service window, service window, messaging window, re engagement, reengagement, last reply,
    janela de 24h, janela de 24 h, janela de 24 horas, janela 24h, janela de atendimento, janela fechada, ventana de 24h, ventana de 24 h, ventana de 24 horas, ventana 24h, ventana cerrada, ventana de atención,
    fenêtre de 24h, fenêtre de 24 h, fenêtre de 24 heures, 24 stunden fenster, 24h fenster, finestra di 24 ore, finestra di 24h, окно 24 часа, 24 часовое окно, 24 saatlik pencere, jendela 24 jam, نافذة 24 ساعة
  `),
  beside: words(
    'window*, re engag*, reengag*, janela*, ventana*, fenêtre*, fenetre*, fenster*, finestra*, окн*, نافذة, 窗口',
  ),
};

/** By code: those that are told without a rare one near, then those that are not. */
const GISTS: readonly (readonly [alone: readonly string[], beside: readonly string[], gist: Gist])[] = [
  [['190'], ['102', '463', '460', '467'], TOKEN],
  [['100'], ['33'], PARAMETER],
  [['10', '200'], ['3'], PERMISSION],
  [['4'], ['17', '32', '341', '471', '613'], LIMITED],
  [['368'], [], { alone: [...LIMITED.alone, ...POLICY.alone], beside: POLICY.beside ?? [] }],
  [[], ['1', '2', '500'], SERVER],
  [['470'], [], WINDOW],
];

/** The small codes of Graph that people write without a word for an error, and what they are told by. */
export const TOLD_BY = new Map(
  GISTS.flatMap(([codes, , { alone }]) => codes.map((code) => [code, alone] as const)),
);
/** Of them, those that are seldom a count or a status. */
export const SPOKEN: ReadonlySet<string> = new Set(['190', '368']);
/** The same and further ones, near a rare code. */
export const GIST_OF = new Map(
  GISTS.flatMap(([codes, more, { alone, beside = [] }]) => {
    const all = [...alone, ...beside];
    return [...codes, ...more].map((code) => [code, all] as const);
  }),
);
/** Something is wrong with it. */
export const FAULTY = words(`
  invalid, wrong, bad, missing, malformed, incorrect, unknown, not valid, unsupported, inválid*, errad*, equivocad*, incorret*, incorrect*, falta, faltando, faltante, mal formad*,
  invalide, manquant*, erroné*, ungültig*, falsch*, fehlt, fehlend*, non valid*, errat*, sbagliat*, mancant*, ongeldig*, verkeerd*, ontbreekt, неверн*, некорректн*, недопустим*, geçersiz, hatalı,
  eksik, salah, tidak valid, kurang, sai, không hợp lệ, thiếu, अमान्य, गलत, ভুল, অবৈধ, غلط, غير صالح, خاطئ, خطأ, ناقص, שגוי, לא תקין, חסר, 無効, 不正, 无效, 無效, 错误, 錯誤, 缺少, 잘못, 유효하지, ไม่ถูกต้อง
`);
