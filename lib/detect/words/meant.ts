import { words } from './pattern.ts';

/** What the codes that people meet most are about, in a word or two: what their sentence speaks of where no word says that they are errors. */
const WINDOW = words(`
  window, re engagement, re engage, reengagement, 24h, 24 h, 24 hours, 24 hour, 24hrs, 24 horas, 24 heures, 24 ore, 24 uur, 24 stunden, 24 jam, 24 часа, 24 saat, 24 ساعة, 24 小时, 24 時間, 24時間, 24시간,
  free form, freeform, free text, janela, ventana, fenêtre, fenster, zeitfenster, finestra, окно, окна, penceresi, pencere, jendela, cửa sổ, نافذة, النافذة, חלון, विंडो, 窗口, ウィンドウ, texto livre, texto libre
`);
const MARKETING = words(`
  marketing, ecosystem, healthy, frequency cap, frequency capping, per user limit, engagement, pacing, ecosistema, ecossistema, маркетинг*, التسويق, マーケティング, 营销, 마케팅, मार्केटिंग
`);
const EXPERIMENT = words(
  'experiment*, experimento, esperimento, expérience, test group, grupo de prueba, grupo de teste, эксперимент*, deney*, eksperimen, 实验, 実験, 실험',
);
const UNREACHED = words(`
  undeliverable, not on whatsapp, no whatsapp, without whatsapp, landline, unreachable, sem whatsapp, sin whatsapp, não tem whatsapp, no tiene whatsapp, pas whatsapp, kein whatsapp, non ha whatsapp,
  нет whatsapp, tidak punya whatsapp, whatsapp yok, não entregável, no entregable, unzustellbar, 未注册, 沒有 whatsapp, 没有 whatsapp
`);
const SPAM = words(
  'spam, quality, qualidade, calidad, qualität, qualité, qualità, kualitas, качеств*, kalite*, 质量, 品質',
);
const STOPPED = words(`
  opt out, opted out, opt outs, opting out, unsubscribe*, unsubscribed, stop, stopped, descadastr*, dado de baja, dieron de baja, désinscri*, abgemeldet, disiscri*, отписал*, отписк*, berhenti, 退订, 退訂, 配信停止, kapatmış, kapattı, iptal etti, cerró las, desativou, saiu da lista
`);
const LOCKED = words(`
  locked, banned, restricted, suspended, blocked, bloquead*, suspendid*, banid*, bloqué*, gesperrt*, bloccat*, заблокирован*, engellen*, kilitlen*, diblokir, dikunci, khóa, محظور, معلق, חסום, 封禁, 锁定, 停止, ロック, 잠금, 차단
`);
const RATE = words(`
  rate limit*, rate limits, ratelimit*, throttl*, throughput, backoff, back off, too fast, too many, limite de taxa, límite de tasa, limite de débit, limite de envio, límite de envío, лимит*, hız sınırı, batas laju, terlalu cepat, terlalu sering, muito rápido, demasiado rápido, trop vite, zu schnell, troppo veloce, слишком быстро, слишком часто, çok hızlı, 限流, 频率, レート制限, 속도 제한
`);
const PAIR = [
  ...RATE,
  ...words(
    'pair, same recipient, same number, same contact, mesmo destinatário, mismo destinatario, mesmo número, mismo número, même destinataire',
  ),
];
const PAYMENT = words(`
  payment, billing, credit card, card, pagamento, faturamento, cartão, pago, facturación, tarjeta, paiement, facturation, carte, zahlung*, abrechnung, pagament*, оплат*, ödeme, pembayaran, thanh toán, الدفع, دفع, תשלום, 付款, 支付, 支払い, 결제
`);
const PARAMETERS = words(`
  parameter*, param*, variable*, placeholder*, parâmetro*, parámetro*, variáve*, paramètre*, parametr*, параметр*, переменн*, değişken*, 参数, 變數, 变量, パラメータ, 변수
`);
const COUNTED = words('values, quantidade de valores, cantidad de valores');
const TEMPLATE = words(`
  template, templates, plantilla*, modelo*, modèle*, vorlage*, şablon*, templat, шаблон*, টেমপ্লেট, टेम्पलेट, قالب, القالب, תבנית, 模板, テンプレート, 템플릿, translation, language, idioma
`);
const MEDIA = words(`
  media, image, upload*, download*, mídia, mídias, imagem, imagen, archivo, arquivo, fichier, datei, bild, immagine, медиа, görsel, gambar, hình ảnh, 图片, 媒体, 画像, メディア, 미디어, 이미지
`);
const REGISTERED = words(`
  register*, registration, unregistered, deregister*, not registered, registrad*, registro, cadastrad*, enregistr*, registrier*, registrat*, зарегистр*, kayıtlı, terdaftar, 注册, 登録, 등록
`);
const LISTED = words(
  'allowed list, allow list, allowlist, whitelist*, not allowed, não foi liberado, não liberado, no autorizado, test number, lista permitida, lista de permitidos, lista autorizada, liste autorisée',
);
const FILTERED = words('filter*, carrier*, spam, filtrad*, operadora*, gefiltert, фильтр*');

const VERIFIED = words(`
  pin, two step, two factor, 2fa, verification code, verify*, verifi*, doğrula*, xác minh, подтвержд*, верифик*, verifikasi, तस्दीक, सत्यापन, التحقق, 验证, 確認コード, 인증, dos pasos, duas etapas, deux étapes, zwei schritten, due passaggi, confirm*, bestätig*
`);
const CALLING = words(`
  call*, calling, dial*, voice, permission request, phone call, llama*, llamada*, ligação, ligações, liga*, chamada*, appel*, anruf*, anrufe*, chiamat*, звон*, вызов*, arama*, panggilan, telepon, cuộc gọi, مكالمة, المكالمات, कॉल*, 通话, 通話, 통화, bellen, oproep*
`);
const FLOWS = words('flow, flows, fluxo, fluxos, flujo, flujos, akış*, alur');
const UNSUPPORTED = words(
  'unsupported, not supported, message type, tipo de mensagem, tipo de mensaje, type de message, nachrichtentyp, no soporta*, não suporta*, desteklenm*, tidak didukung, не поддержива*',
);
const ITSELF = words(
  'itself, yourself, own number, same number, próprio número, propio número, mesmo número, mismo número, kendi numara*, nomor sendiri',
);

/** What orders and products are about, too. */
export const TRADED: ReadonlySet<string> = new Set([
  '131042',
  '141006',
  '131044',
  '131052',
  '131053',
  '63019',
  '63012',
]);
export const MEANT_BY: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      [['131047', '63016', '130470'], WINDOW],
      [['131049', '63049'], MARKETING],
      [['130472'], [...MARKETING, ...EXPERIMENT]],
      [['131026', '63024', '63003', '30006', '30003'], UNREACHED],
      [['131048'], [...SPAM, ...RATE]],
      [['63026'], SPAM],
      [['131050', '21610', '63033', '63014'], STOPPED],
      [['131031', '63051', '130497', '63112'], LOCKED],
      [['130429', '80007', '80008', '63017', '63018', '63038'], RATE],
      [['133016'], [...RATE, ...words('too often, too many times, muitas vezes, demasiadas veces')]],
      [['131056'], PAIR],
      [['131042', '141006', '131044'], PAYMENT],
      [['132000'], [...PARAMETERS, ...COUNTED]],
      [['132012', '132008', '131008', '131009', '63028'], PARAMETERS],
      [
        ['132001', '132015', '132016', '132005', '132007', '63027', '63040', '63041', '63042', '63021'],
        TEMPLATE,
      ],
      [['131052', '131053', '63019', '63012'], MEDIA],
      [['133010'], REGISTERED],
      [
        ['133005', '133006', '133008', '133009', '133015'],
        [...VERIFIED, ...REGISTERED, ...words('tries, attempt*, intentos, tentativas, versuch*, deneme*')],
      ],
      [['138000', '138001', '138002', '138003', '138005', '138006', '138009', '138012', '138013'], CALLING],
      [['132068', '132069', '139000', '139001', '139002', '139003', '139004'], FLOWS],
      [['131051'], UNSUPPORTED],
      [['131021'], ITSELF],
      [
        ['131045'],
        [...REGISTERED, ...words('certificate, certificado, zertifikat*, certificat*, sertifika*')],
      ],
      [['131030', '21608'], LISTED],
      [['30007', '30004'], FILTERED],
    ] as const
  ).flatMap(([codes, list]) => codes.map((code) => [code, list] as const)),
);
