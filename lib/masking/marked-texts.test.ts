import { describe, expect, it } from 'vitest';
import { bundledMasking } from './bundled-masking.ts';

/** Texts whose private parts are marked with their kind. `⏎` and `⇥` stand for a line break and a tab. */
const MARKED = {
  address: `
{"address1":"⟦address:500 Pine St⟧","city":"⟦address:Reno⟧"}
lat: ⟦address:19.432608⟧, lng: ⟦address:-99.133209⟧
{"lat":⟦address:-23.55⟧,"long":⟦address:-46.65⟧,"code":131026}
Send it to ⟦address:Rua 7 de Setembro, 120⟧, error 131026
lives at ⟦address:1600 Pennsylvania Avenue, Washington, DC 20500⟧ now
livraison ⟦address:14 rue des Tanneurs, 69007 Lyon⟧. Merci
Praxis, ⟦address:Oberhafenstraße 5, 20097 Hamburg⟧
livraison: adresse: ⟦address:14 bis, rue du Moulin Vert, 69007 Lyon⟧ — erreur 131047
adres: ⟦address:Bağdat Caddesi No:312, Kadıköy⟧⏎kod: 470
adresse: ⟦address:4 avenue Foch, Lyon⟧
zip: ⟦address:90210⟧, cep: ⟦address:13563⟧
address: ⟦address:9⟧⏎city: ⟦address:Reno⟧
street: ⟦address:1312026 Avenue⟧
lives at ⟦address:22 Bramble Close, Ludlow SY8 1AA⟧ and gets 131026
"zip":"⟦address:131026x⟧"
`,
  id: `
"cardNumber":"⟦id:4242424242424242⟧","cvc":"⟦token:123⟧"
Aadhaar: ⟦id:4321 8765 2109⟧
mac ⟦id:00:1b:44:11:3a:b7⟧ not 00:11:22:33:44:55
⟦id:GB82WEST12345698765432⟧ not GB83WEST12345698765432
⟦id:DE89 3704 0044 0532 0130 00⟧ paid
group_id: ⟦id:120363025246125486⟧
page_id: ⟦id:123456⟧ of 7
val phoneId: String = "⟦id:1000200030004000⟧"
⟦id:1234567890123456789⟧
`,
  ip: `
real_ip=⟦ip:::ffff:203.0.113.5⟧
[::1] and ⟦ip:2001:db8:0:1:1:1:1:1⟧
peer [⟦ip:2001:db8::ff00:42:8329⟧]:443
from ⟦ip:110.127.0.1⟧ and ⟦ip:8.0.0.0⟧, not 127.0.0.1, 10.127.0.1, 172.16.0.9 or 192.168.4.20
from ⟦ip:2001:fe80::1⟧
`,
  mail: `
⟦mail:secret@example.com⟧: rejected9x
write to ⟦mail:ana.souza [at] example [dot] com⟧, code 470
`,
  name: String.raw`
{"customer_name":"pending"} {"first_name":"null","last_name":"undefined"}
{"name":"first_name","text":"⟦name:Ana⟧"}
{"fields":{"customer_name":{"stringValue":"⟦name:Ludmilla⟧"}}}
object(Customer)#3 (1) {⏎  ["name":protected]=>⏎  string(8) "⟦name:Ludmilla⟧"⏎}
Content-Disposition: form-data; name="first_name"⏎⏎⟦name:Ludmilla⟧⏎--x
Patient: ⟦name:Keisha Odom⟧ DOB: ⟦id:02/03/1988⟧
<dt>Recipient</dt><dd>⟦name:Tyler Moss⟧</dd>
नाम ⟦name:अनिल⟧
Full name is ⟦name:Keisha Odom⟧
userFullName=⟦name:Tyler+Moss⟧&x=1
{"profile": {"name": "⟦name:Latoya 🌸 G.⟧"}, "wa_id": "x"}
caller: ⟦name:Ms J. Rowling⟧
nama saya ⟦name:Wahyu⟧
name=⟦name:SHANIQUA BELL⟧
To: ⟦name:Tyler Moss⟧ <x>
From: "⟦name:Tyler Moss⟧"
name - ⟦name:Nigel Farrow⟧
khách hàng: ⟦name:Phạm Thu Hà⟧
<contact first="⟦name:Latoya⟧" last="⟦name:Griggs⟧"/>
"Customer Name","Error"⏎"⟦name:Odom, Keisha⟧","131026"
first_name: '⟦name:Sinéad O''Brien⟧', x
customer_name⇥⟦name:[Ana] Souza⟧
Customer: ⟦name:Ana Souza⟧.
"customer_name":"⟦name:Basic Joe Lima⟧"
Customer: ⟦name:Ana Souza⟧. Then ⟦name:Bia⟧
Customer: ⟦name:Dr. Ana Lima⟧
{"price":1},{"name":"⟦name:Ana⟧"}
- price: 1⏎- name: ⟦name:Ana⟧
price: 1⏎⏎name: ⟦name:Ana⟧
{"a":{"price":1},"name":"⟦name:Ana⟧"}
{"name":"⟦name:Ana⟧"},{"price":1}
name: ⟦name:Ana⟧⏎⏎price: 1
From: ⟦name:Ana Souza⟧ <x>
to: "⟦name:Ana Souza⟧"
"contact":{"name":"⟦name:Ana⟧"}
sender.name="⟦name:Ana⟧"
<contact><name>⟦name:Ana⟧</name></contact>
contact[name]=⟦name:Ana⟧
name: 1⏎name: ⟦name:ANA⟧
name⇥code⏎⟦name:Ana⟧⇥131026⏎⟦name:Bia⟧⇥470
name⇥code⏎⟦name:Ana⟧⇥131026⏎one, two⏎Bia⇥470
Name | Code⏎--- | ---⏎⟦name:Ana⟧ | 131026
name;city⏎⟦name:Ana⟧;⟦address:Rio 7⟧
Name (s);Code⏎⟦name:Ana⟧;470
name v2.1,x⏎Ana,470
name,code⏎order_update,470⏎//Ana,470⏎orderUpdate,470⏎A_B,470⏎12,470⏎⟦name:Ana⟧,470
name,code⏎"⟦name:Souza, Ana⟧",470
Full name⏎⟦name:Ana Souza⟧
Full name:⏎⟦name:Ana Souza⟧
| Name | Value |⏎|---|---|⏎| customer_name | ⟦name:Ana Souza⟧ |⏎| **access_token** | ⟦token:abcd1234efgh⟧ |
customer: ⟦name:Ana Souza⟧ / Code: 470
"borrower":"⟦name:Wanjiru Kamau⟧"
sent to ⟦phone:+48 602 738 491⟧ (⟦name:Tomasz Wilk⟧) and +48 602 (Marketing Team)
it fails for ⟦name:Yaneisy Portuondo⟧ and for Meta Business
Merci d’avance,⏎⟦name:Ana Souza⟧ - équipe CS
"assignees":["⟦name:Felix Krüger⟧","⟦name:Support Team⟧","⟦name:Ana Souza⟧"]
INSERT INTO customers (id, name) VALUES (1, '⟦name:Ana⟧'), (2, '⟦name:Bia⟧')
INSERT INTO items (id, name, phone) VALUES (1, '⟦name:Ana⟧', NULL)
INSERT INTO items (id, name, email) VALUES (1, '⟦name:Ana⟧', NULL)
INSERT INTO items (id, name, cpf) VALUES (1, '⟦name:Ana⟧', NULL)
INSERT INTO items (id, name, birthday) VALUES (1, '⟦name:Ana⟧', NULL)
{"user_ref":"⟦id:U-8812⟧","phone":"⟦phone:+5511987654321⟧"}
⟦phone:+1 555-0100 (222)⟧
{"customer":{"id":"⟦id:CLI-0093817⟧","name":"⟦name:Ana Souza⟧"}}
INSERT INTO customers VALUES (1, '⟦text:Ana Souza⟧', '⟦text:Ana⟧', 7)
log("name,code\n⟦name:Ana⟧,470\n⟦name:Bia⟧,471")
x = "name,code\n⟦name:Ana⟧,470"; y = 1
`,
  phone: `
Mobile no. ⟦phone:9,19,85,20,92,586⟧, 1,30,472 sent
liga no ⟦phone:(0xx11) 3599-9445⟧ ramal 204
WhatsApp do lead: ⟦phone:(41) 9.9876-1234⟧
cpf do cliente ⟦phone:111.444.777-35⟧
nr tel. ⟦phone:601 202 303⟧
⟦phone:+43 (1) 512 34 56⟧
tel cliente ⟦phone:320 5551234⟧
s3://wa-media/inbound/⟦phone:13125550172⟧/2026/11/photo.jpg
móvil: ⟦phone:7012 3456⟧
⟦phone:+95 9 123 456 789⟧
landline ⟦phone:0161 496 0123⟧
"penerima":"⟦phone:+62 812 9988 7766⟧"
conversation_⟦phone:16465550188⟧_20261103
Número de WhatsApp: ⟦phone:+54 9 341 555 1212⟧
Error sending to phone⟦phone:447911123456⟧: 400
cel. ⟦phone:71234567⟧
[⟦phone:0205551234⟧] not on whatsapp
mob/wa: ⟦phone:+44 (0) 7700 900 555⟧
log.info("sent to " + ⟦phone:16465550188⟧)
Support ⟦name:Ana⟧ (⟦phone:+55 11 98765-4321⟧)
phone: ⟦phone:12345678⟧
msisdn: ⟦phone:12345678⟧
電話: ⟦phone:12345678⟧
phone_number: ⟦phone:1763399138⟧
caller_id: ⟦phone:12345678⟧
movil = ⟦phone:7012 3456⟧
رقم الهاتف: ⟦phone:12345678⟧
sender_number: ⟦phone:12345678⟧
user_phone: ⟦phone:131026131⟧
from: 'whatsapp:⟦phone:+14155238886⟧',6
Write it as E.164 (⟦phone:+12025550143⟧)
for user 2001 (⟦phone:+27820001310⟧): Twilio 63033
131026  ⟦phone:98765 43210⟧
⟦phone:+14155552671⟧  131026
tel⟦phone:5511987654321⟧ and ⟦phone:5511987654321⟧x99
ab5511987654321cd and wa⟦phone:5511987654321⟧sent
⟦phone:+1234567⟧x and +123456x
phone: ⟦phone:201012251430⟧ at 201012251430
⟦phone:+201012251430⟧ and 20261120140533
⟦phone:0012345678⟧ and 001 404 470
order 123456789012 and order ⟦phone:5511987654321⟧
phone: "⟦phone:+34 900 000 000⟧"
⟦phone:+967 712 345 678⟧
Format it like ⟦phone:+61 131 026 470⟧ or ⟦phone:61131026470⟧
`,
  text: `
[12/03/2026, 10:15:01] ⟦name:Ana⟧: ⟦text:oi⏎my house is blue⟧⏎⏎The template order_update was paused.
addParameter(new TextParameter("⟦name:Faisal⟧"))
"processed_params":{"body":{"1":"⟦text:Hamza⟧","2":"131026"}}
"params":[{"default":"⟦text:Femke⟧"}]
body_parameters: ["⟦text:Keisha⟧", "12/11"]
"body":{"placeholders":["⟦text:Henry Ford⟧","⟦id:A1⟧"]}
"parameters":[{"text":"⟦text:Ana Souza⟧"},{"value":"⟦text:call me⟧"}]
"variables":{"1":"⟦text:Ana⟧","12":"⟦text:Bia⟧","x":"⟦text:Caio⟧"}
"variables":{"1":"20 USD","2":"⟦id:A1⟧","3":"⟦text:at home 5⟧"}
`,
  speech: `
Müşteri ⟦name:Tuğrul Saygınsoy⟧ "⟦text:siparişim hâlâ gelmedi, paramı geri istiyorum⟧" yazdı, şablon=siparis
klant ⟦name:Joris van den Wijngaert⟧ vroeg "⟦text:kan de monteur ook na vijf uur langskomen?⟧" sjabloon=afspraak
pelanggan ⟦name:Bagas Nurhadiansyah⟧ menulis "⟦text:kak paket saya kok belum sampai ya⟧" templat=info
العميل ⟦name:نواف الشهراني⟧ كتب: "⟦text:متى يصل الطلب؟ دفعت أمس بالبطاقة⟧" القالب order_status_ar
고객 ⟦name:표진서⟧ 님이 "⟦text:환불은 언제 되나요? 일주일째 기다리고 있어요⟧" 라고 문의
[11/4/26, 09:07:01] ⟦phone:+44 7700 900481⟧: ⟦text:she will be home after four, her mobile is 07700 900 482⟧
müşteri "⟦text:kargom hâlâ gelmedi, rezalet⟧" yazmış
le client ⟦name:Paul Petit⟧ né le ⟦id:3 février 1987⟧, IBAN ⟦id:FR7630006000011234567890189⟧
deprecated since 3 May 2026, see 131047
Sie hat geschrieben:⏎»Dobrý ⟦name:den⟧, zkuste to prosím na nové číslo«
Если клиент не ответил в течение 24 часов, разрешены только шаблоны; ошибка 131047.
Nếu khách hàng không trả lời trong 24 giờ, chỉ được gửi mẫu đã duyệt (131047).
Meta wrote:⏎> Your account has been restricted from messaging users in this country.
He asked us the following:⏎1. Open the console⏎2. Check the template category of each message
customer template "Order update for november" is paused
`,
  codesAfterAddresses: `
पता: ⟦address:मकान नं. 47, गली 6, शांति नगर, जयपुर 302019⟧ मामला बंद किया (131049)
כתובת: ⟦address:רחוב הדקל 14 דירה 6, חיפה 3468215⟧ הבקשה נסגרה 132000
lives at ⟦address:1600 Pennsylvania Avenue, Washington, DC 20500⟧ now
`,
  lists: `
recipients: ⟦phone:5521977140382⟧
test_recipients: [⟦phone:5521977140382⟧, ⟦phone:5521992084417⟧]
recipients: 131047, bytes: 5521977140382
conseiller=⟦user:y.delaporte⟧ http=402
for user ⟦user:roosmarijn_h⟧: code expired
user error_code: 131026
from=api.gateway code=131026
client=web.app code=131026
주민번호=⟦id:910715-2048316⟧ 상담원=⟦name:설다온⟧ 결과=실패
`,
  structure: `
{:to "⟦phone:+61412345678⟧" :guest {:first "⟦text:Bronwyn⟧"} :say "⟦text:the shuttle leaves at nine⟧" :error {:code 131047}}
(message (to "⟦phone:+61412345678⟧") (body "⟦text:the shuttle leaves at nine⟧") (error-code 131047))
<m:dest>⟦phone:96650123456⟧</m:dest><m:txt>⟦text:موعدك غدا الساعة العاشرة⟧</m:txt><m:rc>131026</m:rc>
customer                 | ⟦name:Wanjiku Kamau⟧⏎last_text                | ⟦text:bado nasubiri fundi⟧⏎error_code               | 131053
Failed: to: ⟦phone:+91 98200 12345⟧, remark: ⟦text:aapka order nikal gaya⟧, code: 131026
to=⟦phone:+919820012345⟧ params=[⟦text:Ikeja branch⟧, 14:30, city] err=132000
wa_send(to=⟦phone:+919812345678⟧, body='⟦text:aap kab aa rahe hain⟧') -> 131047
wa_send(to=target, body='aap kab aa rahe hain') -> 131047
Requester: ⟦name:Maeve Corrigan⟧⏎Description:⏎⟦text:I have been waiting since eight.⏎My daughter had to drive.⟧⏎Status: open
SUMMARY:⟦text:Call the plumber back⟧⏎DESCRIPTION:⟦text:she prefers mornings⟧⏎ATTENDEE;CN="⟦text:Winifred Adderley⟧":mailto:⟦mail:wini@adder.example⟧
to=⟦phone:+5511987654321⟧ media="⟦text:Ana at home.jpg⟧" path="/srv/media/x.jpg"
https://wa.me/⟦phone:919820012345⟧?text=⟦text:is%20the%20piano%20still%20there⟧ then 131047
`,
  chat: `
03/07/2024, 11:05 - ⟦name:Vikram (Support)⟧: ⟦text:See you by seven⏎⟧03/07/2024, 11:06 - ⟦name:Ana⟧: ok
⟦name:Annika Bergstrand⟧  10:42 AM⏎⟦text:the lady called again⏎⟧⟦name:Jonas Ek⟧  10:44 AM⏎log says 131026 Message undeliverable
⟦name:Yusuf Demir⟧, [20.11.2026 10:11]⏎⟦text:abi kargo hala gelmedi⟧
<⟦name:Desdemona⟧> ⟦text:is anybody there⟧
`,
  alone: `
modello per ⟦name:Venanzio⟧, numero ⟦phone:+39 347 123 4567⟧
contact: ⟦phone:+33 6 12 34 56 78⟧ (⟦name:Cunégonde⟧) failed
sa femme ⟦name:Bérengère⟧ attend au ⟦phone:+33 6 12 34 56 78⟧
der Kunde bekommt keine Erinnerung an ⟦phone:+49 171 2345678⟧
`,
  token: `
PASSWORD=⟦token:config.value⟧
a=1⏎DB_PASSWORD=⟦token:config.value⟧
x?password=⟦token:config.value⟧&a=1
export DB_PASSWORD=⟦token:config.value⟧
[n8n] Credential "Header Auth": Name=X-Token Value=⟦token:AhQDStQuMe2WjWUkrCFeR5Eb⟧
contraseña temporal ⟦token:Cambiar1⟧
<password>⟦token:top of the world⟧</password>
name,value⏎api_key,⟦token:5baypvpvyv2rgivk3ez6⟧
the password is "⟦token:open sesame⟧"
credentials:⏎  - name: token⏎    value: ⟦token:nv-tok-1⟧
seed phrase: ⟦token:legal winner thank year wave sausage worth useful legal winner thank yellow⟧
{"basic":[{"key":"password","value":"⟦token:Passw0rd!⟧","type":"string"},{"key":"username","value":"x"}]}
{Token:⟦token:gotok-66⟧ Retries:3}
client.setPassword("⟦token:hunter22⟧")
<header name="Authorization">Bearer ⟦token:xmlTok-7⟧</header>
password is ⟦token:Monday⟧
webhook_secret : ⟦token:wh-1⟧
one_time_password: ⟦token:009182⟧
⟦token:7e1641946cddddd7e0501be47376c09d⟧
-H "apikey: ⟦token:9a8b7c⟧" -H 'Accept: */*'
curl -u "⟦user:ops⟧:⟦token:sup3rs3cr3t⟧" https://x.io
{"key":"Authorization","value":"Bearer ⟦token:zzTop77xx⟧","type":"text"}
"credentials":{"httpHeaderAuth":{"name":"X-Api-Key","value":"⟦token:eNlWBwXwW8RStc6hzcWnet4M⟧"}}
curl -u ⟦user:ops⟧:⟦token:hunter:22x⟧ -v
setToken("swordfish") and setToken("⟦token:sword1fish⟧")
token: str = "⟦token:q1w2e3r4⟧"
password: [ "⟦token:a1b2c3d4⟧" ]
password="⟦token:line 1⏎line 2⟧", x
password="⟦token:line 1⟧⏎other="x"
Authorization: Zoho-oauthtoken ⟦token:1000.a1b2⟧
private_key: |⏎  ⟦token:abc⏎  def⟧⏎next: 1
password: ⟦token:hunter22⟧...
request_id is ⟦token:EAAGm0PX4ZCpsBAKZC⟧
PASSWORD=⟦token:config.apiKey⟧
the password is ⟦token:Swordfish⟧.
token="⟦token:[abc⟧"
password=⟦token:swordfish⟧ now
"authorization":["Token ⟦token:q1w2e3r4⟧"]
authorization="Token ⟦token:q1w2e3r4⟧"
<password>⟦token:"open" sesame⟧</password>
id,password⏎1,"⟦token:open sesame⟧"
id,password⏎1,"⟦token:abcd⟧"
id,api_token⏎1,⟦token:abcde⟧
id,api_token⏎1,⟦token:ab-cde⟧
pin: ⟦token:1234⟧, ⟦phone:123456789012⟧
cvv: ⟦token:123⟧, but not cvc: 1234a
token: ⟦token:newest9x⟧
TOKEN = ⟦token:https://x.example/?k=q1w2e3r4⟧
the password is ⟦token:Monday⟧
the password is ⟦token:swordfish⟧⏎next
senha é ⟦token:flamengo⟧
my password is ⟦token:abcd⟧
password: "⟦token:[abc⟧"
password: "⟦token:x] y⟧"
let apiToken: string = '⟦token:q1w2e3r4⟧';
verify_token (webhook, prod): ⟦token:flamengo⟧
Name,Value⏎api_key,⟦token:q1w2e3r4⟧⏎color,⟦text:red⟧
Name,Note,Value⏎api_key,x,⟦token:q1w2e3r4⟧
password,x⏎'⟦token:abc d⟧',1
token,x⏎⟦token:swordfish⟧,1⏎⟦token:q1w2e3r4⟧,1
Verify token⏎⟦token:q1w2e3⟧
Verify token:⏎⟦token:q1w2e3r4⟧
Verify token⏎⟦token:a1b2c3d4e5f6a7b8⟧
INSERT INTO users ("id", [password]) VALUES (NOW(), N'⟦token:sunflower⟧')
y la clave del panel ⟦token:Maiz2025*⟧, el token de acceso v18 y la clave de error WA401
secretkey in config.json is ⟦token:n0va-wpp-7Kd93x⟧.
qr: '⟦token:2@q8Lr5XwZ1mTdBv7KfNcYp,Rk29xLmQpZ7tVbN3wYcF,Hj4LkPq8Zs2VxCn6BmRt,1⟧'
API.GreenAPI("1103", "⟦token:d5e4deed542baf48b0595fac095b6d0478f1992f89ad2d22cc⟧")
verify_token ............ ⟦token:MeeYQTD2ljqSkRJm⟧
secret_key__________⟦token:d54f3ceb7e7b94cd⟧
contraseña del panel de control: ⟦token:Snegir5512⟧
пароль от кабинета: ⟦token:Snegir*5512qZ⟧
后台密码：⟦token:Hx7!kkTown92⟧，错误 131005
access_token: >-⏎  ⟦token:6QXimLVFv6SKPJbgm4⟧⏎api_version: v21.0
wa:⏎  access_token: >-⏎    ⟦token:6QXimLVFv6SKPJbgm4⟧⏎  api_version: v21.0
token: !vault |⏎  ⟦token:02fd62f92e56167b0cf5a713⟧⏎code: 470
POST /webhooks/tenants/acme/channels/whatsapp_cloud_primary/⟦token:LEltRX-Zoo4JH22i9fA1PWHE⟧ 403
the password for the wa-admin panel is ⟦token:Blau!Kranich77⟧, error 133005
INSERT IGNORE INTO users (id, password) VALUES (1, '⟦token:open sesame⟧'), (2, '⟦token:not set⟧')
`,
  user: `
username⇥⟦user:nika.bell⟧
⟦user:998877665544@lid⟧ -> failed
username "⟦user:keisha.odom⟧"
instagram: ⟦user:@tyler_moss⟧
user=⟦user:tyler.moss⟧
lid:⟦user:77788899900011⟧
nickname=⟦user:ty⟧
bsuid ⟦user:ID.1OUxismFgGNSoTFCssAUUDuX⟧ not found
user=⟦user:ana.com.souza⟧
⟦user:BR.12345678⟧
US.12345 and ⟦user:BR.abc12⟧
⟦user:BR.abcde1⟧ and ⟦user:BR.12345a⟧
ask @⟦name:maria⟧ or ⟦user:@maria1⟧
user_name: ⟦user:ana⟧ lima
user_name=⟦user:ana⟧ lima
username,code⏎⟦user:ana⟧,470⏎⟦user:ana souza⟧,470
⟦user:@ana.lima2⟧ and @x.bot.y1
`,
  cells: `
COPY public.texts (id, corpo, status, erro) FROM stdin;⏎1⇥⟦text:Oi, atende hoje?⟧⇥failed⇥131026 Message undeliverable⏎\\.
 gelen_yazi | secim⏎------------+-------⏎ ⟦text:ayakkabı dar geldi⟧ | ⟦text:Değişim isterim⟧⏎⏎to: ⟦phone:+5511987654321⟧
Nr.⇥Kunde⇥Handy⇥Bem.⇥Fehler⏎1⇥⟦name:Ana Souza⟧⇥⟦phone:0171 4402968⟧⇥⟦text:ruft zurück⟧⇥131026
Type⇥Reason⇥From⇥Message⏎Warning⇥BackOff⇥kubelet⇥Readiness probe failed: 503
name,code⏎order_2,470⏎⟦name:deSouza Ana⟧,470⏎⟦name:Ana deSouza⟧,470⏎⟦name:ana⟧,470⏎⟦name:王⟧,470
name,code⏎⟦name:Ana souza-lima⟧,1⏎⟦name:ana-lima Souza⟧,1⏎⟦name:Ana-lima⟧,1⏎wa-pod-7c.9,1⏎⟦name:Ana Sz.⟧,1⏎⟦name:Anna. Souza⟧,1⏎⟦name:ANNA.⟧,1⏎Message sent.,1
name,code⏎⟦name:Ana // x⟧,1⏎⟦name:Ana | x⟧,1⏎|x,1
token⇥⟦token:q1w2e3⟧⏎name⇥⟦name:Ana⟧⏎code⇥470
Nome⇥Sobrenome⏎⟦name:Ana⟧⇥⟦name:Souza⟧
First name⇥Last name⏎⟦name:Ana⟧⇥⟦name:Souza⟧
Full name⏎⇥Support Ana
The label above a value with a full name⏎⟦name:Ana Souza⟧
The labels above a value with a full name⏎⟦name:Ana Souza⟧
Verify token⏎  ⟦token:q1w2e3⟧
Verify token:⏎⟦token:green-house⟧
Verify token⏎green-house
Verify token:⏎swordfish
Verify token⏎swordfish
Customer⏎⟦name:王小 明子⟧
Customer name⏎⟦name:王小 明子⟧
Address⏎⟦name:Ana Souza⟧
name  ⏎Ana
name, which you find on the page of the settings of your app⏎Ana, who wrote
my code, my name.⏎Ana, Bia
name⇥Last Seen⇥x⏎⟦name:Ana⟧⇥1⇥2
name,Last Seen⏎⟦name:Ana⟧,470
name,code,x⏎⟦name:Ana⟧,470,1⏎code,name,x⏎470,⟦name:Bia⟧,1
code,value⏎api_key,q1w2e3r4
Name, Value⏎api_key, ⟦token:q1w2e3r4⟧
 | Name | Value | x | ⏎ | api_key | ⟦token:q1w2e3r4⟧ | ⟦text:y⟧ | 
Name(s),Code⏎⟦name:Ana⟧,470
The full customer name,Code⏎⟦name:Ana⟧,470
code, notify⏎470, ⟦name:Ana Souza⟧
notify,code⏎⟦name:Ana Souza⟧,470
Full name!⏎⟦name:Ana Souza⟧
INSERT INTO items VALUES (1, '⟦name:Ana Souza⟧')
Tenant name,Code⏎⟦name:Ana Souza⟧,1
nonce,code⏎q1w2e3r4t5,1
INSERT INTO customers (name, id) VALUES (NULL, 1)
Name,Value⏎color,⟦id:q1w2e3r4⟧⏎name,⟦name:Ana⟧
id,password⏎1,it's
id,password⏎1, "⟦token:abcd⟧"
address,code⏎⟦address:Lyon⟧,470⏎⟦address:4 avenue Foch⟧,471
`,
  numbers: `
Contato (11): ⟦phone:4 8 9 7 2 5 2 7 6 9 1⟧
error_page 500 502 503 /x.html
502, 502, 503 and 503, 502, 500
2024-06-11⟦phone:+61410699604⟧DELIVERED
callto⟦phone:13058545246⟧ended reason=63024
tel⟦phone:2025550143⟧ and id5511987654321x7
job1234567890done, averyveryverylongword5511987654321x
build UP1A.231005.007 broke
receipt 131047/2569 paid
dialed ⟦phone:011 52 55 9472 3893⟧ from
failed_total{code="131047"} 4213 1718114602000
checkpoint F0_step_002789.pt
recipient_id: '⟦phone:440017⟧'
Telefone 00 ⟦phone:3000-1000⟧ WhatsApp 00 ⟦phone:90000-1000⟧
⟦phone:+44  7700  900555⟧ and 44  ⟦id:7700  900555⟧
een stuk of 12 131026, у 36 — 131026
FAQ: (1) 132001 even, graph 400 (131030) while
wa        1015  2.0  4.7 1310472 98004
заказ №10002-0002-1
Invoice 1310 - 2_16_2026-2_22_2026.pdf
LISTEN 0 4096 127.0.0.1:3306
⟦id:12345678901234567890⟧
to: ⟦phone:2494010⟧, to: 131026
ligou ⟦phone:98765 43210⟧ 131026 falhou
ligou ⟦phone:98765 43210 12⟧ 131026 falhou
fax ⟦phone:0-2555-0143⟧ now
Landline ⟦phone:021-131000⟧, fax
Hotline 1900 1310.
ligue ⟦phone:4711 131049⟧
tel ⟦phone:10 2018278⟧
in 2026 ⟦phone:01510 6460001⟧
⟦phone:5,511,952,596,589⟧, 5,511,952,596,589 bytes
$ 5,511,952,596,589
`,
  values: `
Note { From = 1, Body = ⟦text:It doesn't work, I'm here⟧, to = ⟦phone:+5511987654321⟧ }
{"properties":{"to":{"type":"string"},"type":{"enum":["text","image"]}}}
total_commands_processed:99120344
p95=0.734 1718871600000000000
"params":"⟦text:call me at home⟧"
Name,A,B,Value⏎api_key,x,⟦text:y⟧,⟦token:q1w2e3r4⟧
Name the one that you prefer here,Code⏎⟦name:Ana⟧,470
{"name":["The name field is required."],"phone":["⟦text:The phone field is required.⟧"]}
customer "⟦name:Ana Souza⟧" left
"customer":"⟦name:Ana > Bia⟧"
"customer":"⟦name:one two three four five six⟧"
"reply":{"body":"⟦text:call me⟧"}
"customer":"⟦name:A_B_C⟧"
{"text":{"title":"x"},"body":"⟦text:call me⟧"}
"parameters":[{"subtext":"⟦text:Ana Souza⟧"}]
to: "⟦text:Example support⟧"
"from":"⟦text:Business Manager⟧"
groupId: ⟦id:Y2lzY29zcGFyazovL3VzL1JPT00vYmJj⟧
cpf: 123
username: ⟦user:#ana1⟧
username: ⟦user:ana#⟧
address: http://x.io/9
address: $ 20
address: ⟦address:7 Main St, $5⟧
direccion: ⟦address:calle Mayor 7⟧
pin: x1234, cvv: x123
password=⟦token:itself⟧
PASSWORD=⟦token:ab/srv/app⟧
PASSWORD=http://x.io/y
PASSWORD=⟦token:/srv/app!9⟧
password: "⟦token:[a] b9⟧"
password: "⟦token:a [b]⟧"
x⇥y⏎password⇥⟦token:swordfish⟧
| **password** | ⟦token:swordfish⟧ |
  | password | ⟦token:swordfish⟧ |
my password is abc
the password is sword_fish
the password is ⟦token:bindery⟧
the password is ⟦token:sword⟧
the password is changed
senha é cancelada
the password is ⟦token:rapids⟧
customer_name: ⟦name:Ana_Souza⟧
owner: Ana_Souza
customer_name: Ana7 x
Customer: ⟦name:Errorsky Ana⟧
Customer: ⟦name:Sra. Ana⟧
"customer":"⟦name:Errorsky Ana⟧"
"customer":"⟦name:Ana Maria de Souza Lima⟧"
"customer":"⟦name:Ana B. Souza⟧"
"customer":"ORDER_UPDATED_X"
{"parameters":["x1"],"text":"⟦text:Ana Souza⟧"}
"header":{"1":"Hamza"},"x":{"1":"Hamza"}
"parameters":[{"text_type":"Ana Souza"}]
"body":{"x1":"⟦text:Hamza Ali⟧","123":"⟦text:Hamza Ali⟧"}
"text":{"title":"Hamza Ali"}
"variables":{"1":"⟦text:A⟧","2":"⟦id:AB12⟧"}
{"apikey":[{"key":"value","value":"⟦token:q1w2e3⟧"}]}
address "Main St 7"
"customer_names":["⟦name:Basic Joe Lima⟧"]
token: legal winner thank year
verify token "⟦token:9abc!xyz⟧" seen
the token that I used is "secret!word"
⟦user:@ana.community1⟧ and @form.submitted
"address":"⟦address:500 Pine Street⟧"
"customer_name":"1005 Timeout"
`,
  nothing: `
"GET /health HTTP/1.1" 200 2 "-" "kube-probe/1.29"
10.0.0.4 - - [20/Nov/2026:10:11:12 +0000] "GET /health HTTP/1.1" 200 612 "-" "curl/8.5.0"
1764306798
rotação em 1,8 s; próximo ciclo 1725081300
arn:aws:lambda:eu-west-1:123456789012:function:wa-sender
"display_name":"order_confirmation"
{"address_family":"IPv4","port":443}
Handler signature: \`def handle(event, context)\`
class=WhatsappJob jid=b4a577edbccf1d805744efa9 INFO: start
git clone git@github.com:example/wa.git
Windows 10.0.19045.5131
From: 2026-11-01 To: 2026-11-03
Zeitraum 01.05.2024–31.05.2024
s3://wa-exports/agents/2026-03/131026.csv
| Campo | Valor |⏎|---|---|⏎| **Nome** | primeiro_contato |⏎| **Idioma** | Portuguese (BR) |
'direccion' => 'saliente', 'estado' => 'enviado'
$contact = WhatsAppContact::factory()->create(
| WHATSAPP_VERIFY_TOKEN | Vérification du webhook |
var token = _config["Twilio:AuthToken"];
"continentNames": ["North America", "Asia Pacific"]
name: "only runtime frames fall back to it"
authMode: 'hmac', X-RateLimit-Reset: 1642234560
uptime_in_seconds:1452705 used_memory_peak:89603656
"messageId":"8250397020021226786"
| NVIDIA-SMI 550.127.08
Regra | Destinatário⏎Ao criar. | Administradores do tenant.
"creation": 1697302841, "subject": "Entregas"
{"pid":7,"hostname":"a279","name":"WebhookSender"}
"templateName":"33172012024_ship_img_1","message_template_id":1689556908129832
INFO elapsed=412 msg_id=10481927
token = Vonage::JWT.generate(claims)
Plugin 5.31.2, Shopware 6.6.10.3
[11.02.2026 22:10:45] retry-after: 3600
synced 3 Google Drive files
ERROR 1062 (23000): Duplicate entry
submit date:2406111015 done date:2406111017
NAME  READY  AGE⏎wa-webhook-7c9d4f6b8d-x2k9q  0/1  42m
{{2}} = INV-2024-118
"name":"Body","in":"body"
tracking 1Z999AA10123456784
pwd: /var/www
fe80::1
contact_id=8812
name,code⏎order_update,132001
name: CI
الاسم مطلوب
tokens: 1310
1762942272.123
customer_id: 4411
lat: n/a
NF-e 000131026
pass: 131, fail: 26
Traceback (most recent call last):⏎  File "/srv/app/whatsapp/tasks.py", line 131, in send_template⏎    raise WhatsAppError(code=131026)
mac: unknown
255.255.255.0
wa.go:131 +0x26
token: process.env.TOKEN
12.11.2026, 10:11 - Warning: rate limit
{"name":"HTTP - Make a request","status":"error"}
PHP Fatal error:  Uncaught Exception: 131026 in /var/www/wa.php:131
PIN is required
token: [FILTERED]
address already in use :::3000
Name⇥Type⇥Value⏎code⇥number⇥131026
{"password":["The password field is required."]}
{"nodes":[{"parameters":{},"name":"WhatsApp Trigger","type":"n8n-nodes-base.whatsAppTrigger","typeVersion":1,"position":[131,260]}]}
the token for this is 1234567
verify token "expired!" seen
newman -u https://x.example:8080 run
POST /webhooks/status/SMa1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6
@12345.678 is no user
@pytest.mark1 and @click.stop.once2 and @file.yml and @file.yaml
x 12345678901234567890123456789012 y
x abcdefabcdefabcdefabcdefabcdefab y
fe80::1:2 and beef::cafe and 2001:db8:12345::1
1::2::3 and 1:::2 and 12:: and ::1
"address":"131026 Message undeliverable"
password: "131026 rejected by Meta"
PIN: 1005 – Timeout
From: ⟦name:Ana Souza⟧ said so
{"first":"Ana"}
token: strong = "q1w2e3r4"
<access_token/>q1w2e3r4</x>
customer_name⇥ana
page_id: x12345
username: 1234
username is online
username: self.name(
address: R$ 20
pin: 123
the password is changing and
the password is swordfish today
| x | password | swordfish |
a⇥password⇥swordfish
token: https://x.example/y
password: Password
token="[object Object]"
password: "; drop table"
Owner: Spend / Leads
redis password@host:5432
id,password⏎1,"is missing"
id,password⏎1,"abc"
id,api_token⏎1,two words9
id,api_token⏎1,created
id,token⏎1,swordfish
id,api_token⏎1,abcd
Sender = Receiver
name: Build and test
name: Ana⏎price: 1
"customer":"REJECTED_DESTINATION"
street: 90210
address: US$ 20 or $ 20
city: reno
username: # and 7
let token=await
if (token == 'q1w2e3r4') return
password==1
token=/srv/app/x9 y
a | password | swordfish
a password is needed
my token is abc
password: [x]
password: "[1]"
"text_value": "call me"
"parameters":[],"x":[{"text":"Ana"}]
"template":{"name":"Ana"}
template.name="Ana"
<template><name>Ana</name></template>
name: R$ 5 and name: A/B and name: X / Y
color (password): red
if q.get("hub.verify_token") != self._secret:
if token != app.config["VERIFY_TOKEN"]:
WA 131047 · social 10/2018278 · 2534022
[0.20866667  0.21466667  0.2522202   0.24813455]
{"code": "house_kind_6_20131021"}
Date:   Thu Feb 12 10:08:19 2026 +0100
uniq -c⏎   4711 131049⏎   2013 131026
4711 131049⏎12 131026
   47110 131049
Spent this month: $400.15 (4002 messages)
http_reqs: 500    10.13/s
www   1005  1000  0 10:10 ?    nginx
$1.000 (+100) and $2.000 (+250)
1       38368   28374   19783
between 3000 and 4999. 1006 is neither
POST /pedidos -> 500 (1006 ms)
la limite passe à 6 000. 100 créations
Last 7 days: 470 · 1,310 · 368 · 100 · 131
INV-1340022  02 Mar 2026
RETRY_ON=408,429,500,502,503
retry: 408, 429, 500
408,429,408 and 429,500
codes 92 30610 and 470 131026
98765  43210
1234567890abcdef and 123456789x
5511987654321kb
12345678901234567x
id 123456789012345678901
order 2026112014053 and order no. 20261120 14
bytes 123456789 and 190/100/200
1.5 (1312026)
1763399138.123
a1b5511987654321 and abc5511987654321def
Is the name ok?,Code⏎Ana,470
A sentence. With a name,x⏎Ana,470
name 2026,x⏎Ana,470
Full name⏎Ana
Full name⏎Phone number
Full name⏎Support Team
Verify token:⏎{"a":"q1w2e3"}
Verify token:⏎is invalid 7
Token type⏎a1b2c3d4e5f6a7b8
INSERT INTO items (id, name) VALUES (1, 'Ana')
INSERT INTO items (id, name, acpf) VALUES (1, 'Ana', NULL)
note == "my secret_key: 1"
"password":"131026  x"
x export2 password=config.value
"token":"(131026) x1"
"token":"131026, x"
auth: 190
name: Deploy and test it
`,
};

describe.each(Object.entries(MARKED))('%s', (_, lines) => {
  it.each(lines.trim().split('\n'))('%s', (line) => {
    const marked = line.replaceAll('⏎', '\n').replaceAll('⇥', '\t');
    const parts = bundledMasking.splitIntoParts(marked.replace(/⟦\w+:|⟧/g, ''));
    expect(
      parts
        .map(({ text, masked }) => (masked ? `⟦${masked}:${text}⟧` : text))
        .join(''),
    ).toBe(marked);
  });
});
