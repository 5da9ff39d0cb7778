import { words } from './pattern.ts';

/** Words that show what a text is about. They never prove a code; they tell whether one is to be expected. */

/** Nobody but a sender of WhatsApp messages writes these. */
export const WHATSAPP = words(`
  whatsapp*, waba, wamid, fbtrace_id, fbtraceid, oauthexception, graphmethodexception, facebookapiexception, messaging_product, message_template*, graph api,
  graph.facebook, cloud api, phone_number_id, recipient_id, error_subcode, wa_id, localizable_param*, wa error,
  meta's, meta api, meta error*, meta rate limit*, meta rejects, meta rejected, meta returns, meta returned, meta answers, by meta, a meta devolve*, a meta rejeit*, meta devuelve, meta rechaza, erro da meta,
  error de meta, api da meta, api de meta, customer last replied, gsid, business manager, whatsapp business, waent, waweb, wacore, וואטסאפ, ווטסאפ, ווצאפ, מטא, واتساب, واتس, واٹس ایپ, व्हाट्सएप*,
  व्हाट्सऐप*, वॉट्सऐप*, হোয়াটসঅ্যাপ, হোয়াটসঅ্যাপ, ватсап*, вотсап*, 왓츠앱, ワッツアップ, ميتا, میٹا, मेटा, মেটা, メタ社
`);
/** Capitalised only: `meta` is a goal in Spanish and Portuguese, and a tag elsewhere. */
export const META = words(`
  Meta, META, Graph
`);
/** Common in this trade, but not only there. */
export const TRADE = words(`
  template*, plantilla*, modelo*, modèle, vorlage*, şablon, templat, шаблон*, टेम्पलेट, ٹیمپلیٹ, قالب,
  تبני, תבנית, 模板, テンプレート, 템플릿, webhook*, sandbox, broadcast*, recipient*, undelivered, undeliverable,
  statuses, opt in, opt out, rate limit, rate limits, re engagement, retryable, 24h, 24 h, 24 hours,
  24 hour, 24hrs, 24 horas, 24 heures, 24 ore, 24 uur, 24 stunden, 24 jam, 24 часа, 24 saat, 24 ساعة,
  mẫu đã duyệt, tin nhắn mẫu, mẫu tin, 24 小时, 24 時間, 24時間, 24 시간, 24시간, 一斉配信, 一括送信, 群发, 群發, 대량 발송, 24 घंटे, 24 ঘণ্টা, 24 گھنٹے, 24 ชั่วโมง, 24 giờ, delivrd, dlr_time, delivery report*, message_delivery_report, free form, freeform, free text, texto livre,
  mensagem livre, mensaje libre, texto libre, texte libre, message libre, testo libero, freitext*, vrije tekst, serbest metin, serbest mesaj, teks bebas, pesan bebas,
  свободн* текст*, рассылк*, ব্রডকাস্ট*, ब्रॉडकास्ट*, براڈکاسٹ, 브로드캐스트, ブロードキャスト,
  request_code, verify_code, code_verification_status, name_status, quality_rating, messaging_limit_tier
`);
/** Systems whose own numbers look the same. */
export const FOREIGN = words(`
  mysql*, innodb, mariadb, sqlstate, serialization_failure, deadlock_detected, unique_violation, hy000, errno, winerror, win32, symlink*, websocket*, ws://, wss://,
  fim_prefix, fim_middle, fim_suffix, fim_pad, im_start, im_end, endoftext, vision_start, vision_end, vision_pad, image_pad, abnormal closure, going away, close code, socket.on, tunnel, cloudflare, cloudfront, wechat, weixin,
  微信, 企微, 多维表格, 公众号, 小程序, feishu, 飞书, lark cli, lark oapi, larksuite, lark suite, shtcn*, 该表格, 知识库, 商城, 库存不足, 投币, 视频转码, 哔哩*, bilibili, 签到, 抖店, 抖音, 红包雨, 兑换码, 米游*, 抽奖, 云文档, tenant access token, dingtalk, 钉钉, discord, discordapp, discords, discordapierror, discordtag, rawerror, guild, guilds, telegram*, binance, alipay, kafka, mongo*, postgres*, sqlite, nginx, smtp,
  mac地址*, ip地址绑定*, imap, roblox, minecraft, xbox, playstation, netflix, spotify, itunes, exit code, exit status, segfault,
  pjsip*, freepbx, dialplan, hresult, raw_os_error, enoent, baileys, whatsmeow, loggedout, ldap, firebase, paypal, salesforce, odbc, jdbc,
  thermostat*, termostato, caldaia, caldera, boiler, kombi, lavatrice, lavadora, dishwasher, washing machine, waschmaschine*, spülmaschine*, geschirrspüler*, lave linge, lave vaisselle, lavavajillas, lavastoviglie, стиральн*, çamaşır makinesi, mesin cuci, duplicate key, deadlocked, sql server, cybersource, adyen, braintree, worldpay, printer*, impresora*, impressora*, drucker, imprimante*, rustc, gcc, flake8, eslint, 1с, canbus, modbus, openai, youtube, vimeo, jira,
  银行, 銀行, 은행, by the bank, bank declined, issuing bank, card declined, card was declined, do not honor, do not honour, processor response*, decline code, cvv, por el banco, el banco, pelo banco, par la banque, von der bank, dalla banca, банком, البنك, बैंक, ব্যাংক*, dari bank, oleh bank, bankası tarafından, bank fehlercode, bank error code
`);
/** The same, where only the capitalised word is a name. */
export const FOREIGN_NAMES = words(`
  Windows, Steam, Zoom, Oracle, Discord, Telegram, SAP, Lark, Apache, Stripe, Close, DNS, SSH, FTP, TS,
  1C, Wiki, Zalo
`);
/** Providers by the words that name them in prose. Words of `providers.yaml` come on top. */
export const PROVIDER_NAMES: Readonly<Record<string, readonly string[]>> = {
  meta: words(`
    Meta, Graph, Cloud API, OAuthException, Facebook, WhatsApp, WA, واتساب, واٹس ایپ, ميتا, میٹا, וואטסאפ, ווטסאפ, מטא, व्हाट्सएप, व्हाट्सऐप,
    वॉट्सऐप, मेटा, হোয়াটসঅ্যাপ, হোয়াটসঅ্যাপ, মেটা, 왓츠앱, ワッツアップ
  `),
  twilio: ['Twilio', 'twilio_sid', 'MessageSid'],
  infobip: ['Infobip'],
  vonage: ['Vonage', 'Nexmo'],
  gupshup: ['Gupshup', 'gsId'],
  exotel: ['Exotel', 'exo_status_code', 'exo_detailed_status'],
  telnyx: ['Telnyx'],
  sinch: ['Sinch', 'Conversation API'],
  ycloud: ['YCloud', 'whatsappApiError'],
  messagebird: ['MessageBird'],
  bird: ['Bird'],
  kaleyra: ['Kaleyra', 'dlr_time'],
  plivo: ['Plivo'],
  '360dialog': ['360dialog', 'D360'],
  cequens: ['CEQUENS'],
  clickatell: ['Clickatell'],
  '8x8': ['8x8', 'wavecell'],
  'route-mobile': ['Route Mobile', 'RouteMobile', 'rmlconnect'],
  unifonic: ['Unifonic'],
  geniq: ['Geniq'],
  smstools: ['smstools'],
  oca: ['OCA'],
  'webex-connect': ['Webex', 'imiconnect'],
};
