import { glossary } from './glossary.ts';
import { plain } from './words-of.ts';

/** What Chinese, Japanese and Hindi say for the catalogue's words; see `dictionary.ts`. The first two write without blanks. */
const TEXT = `
access: 访问 存取 アクセス एक्सेस
access token: 访问令牌 存取權杖 アクセストークン
account: 账户 账号 帐户 帐号 帳號 帳戶 アカウント खाता खाते अकाउंट
already: 已经 已經 すでに 既に पहले
approved: 批准 审核通过 核准 承認 स्वीकृत अनुमोदित
blocked: 封锁 屏蔽 封鎖 拉黑 ブロック ब्लॉक
business: 企业 商业 企業 商業 ビジネス व्यवसाय बिज़नेस
country: 国家 國家 देश
customer: 客户 客戶 顧客 お客様 ग्राहक
delivered: 送达 送達 投递 投遞 配信 届 वितरित डिलीवर डिलीवरी
disabled: 禁用 停用 अक्षम
document: 文档 文檔 ドキュメント दस्तावेज़
download: 下载 下載 ダウンロード डाउनलोड
exceeded: 超出 超过 超過
exist: 存在 मौजूद
expired: 过期 過期 失效 期限切れ 有効期限が切れ समाप्त एक्सपायर
failed: 失败 失敗 विफल असफल फेल
file: 文件 檔案 ファイル फ़ाइल
hours: 小时 小時 時間 घंटे घंटा घंटों
image: 图片 图像 圖片 画像 इमेज
invalid: 无效 無效 अमान्य
language: 语言 語言 言語 भाषा
limit: 限制 上限 制限 सीमा लिमिट
locked: 锁定 鎖定 ロック लॉक
many: 太多 过多 過多 多すぎ बहुत
marketing: 营销 行銷 マーケティング मार्केटिंग
media: 媒体 媒體 メディア मीडिया
message: 消息 信息 訊息 讯息 短信 メッセージ संदेश मैसेज
missing: 缺少 缺失 欠け गायब
name: 名称 名稱 名前 नाम
not: 无法 無法 未 不 没有 没 沒有 沒 できません ません ない नहीं
not supported: 不支持 不支援 サポートされていません
number: 号码 號碼 番号 नंबर
parameter: 参数 參數 パラメータ パラメーター पैरामीटर
paused: 暂停 暫停 一時停止
payment: 付款 支付 支払い 支払 भुगतान पेमेंट
permission: 权限 權限 権限 अनुमति
phone number: 电话号码 手机号码 電話號碼 電話番号
phone: 电话 手机 電話 手機 फ़ोन
quality: 质量 品質 गुणवत्ता
recipient: 收件人 接收者 收信人 受信者 प्राप्तकर्ता
registered: 注册 註冊 登録 पंजीकृत रजिस्टर
rejected: 拒绝 拒絕 被拒 却下 拒否 अस्वीकृत अस्वीकार
sent: 发送 發送 送信 भेजा भेजी भेज
service: 服务 服務 サービス सेवा
spam: 垃圾 スパム स्पैम
supported: 支持 支援 サポート समर्थित
template: 模板 模版 範本 范本 テンプレート टेम्पलेट टेम्प्लेट
token: 令牌 權杖 トークン टोकन
unknown: 未知 不明 अज्ञात
upload: 上传 上傳 アップロード अपलोड
user: 用户 用戶 使用者 ユーザー उपयोगकर्ता यूज़र
verification: 验证 驗證 認証 सत्यापन सत्यापित
video: 视频 影片 動画 वीडियो
window: 窗口 視窗 ウィンドウ विंडो
wrong: गलत
`;

/** As a query is read: without the marks of vowels, which are accents to it. */
export const EASTERN = glossary(TEXT).map(([english, others]) => [english, others.map(plain)] as const);
