import { describe, expect, it } from 'vitest';
import { bundledRedaction } from './bundled-redaction.ts';

/** Texts whose private parts are marked with their kind. `⏎` and `⇥` stand for a line break and a tab. */
const MARKED = {
  address: String.raw`
{"address1":"⟦address:500 Pine St⟧","city":"⟦address:Reno⟧"}
lat: ⟦address:19.432608⟧, lng: ⟦address:-99.133209⟧
adresse: ⟦address:4 avenue Foch, Lyon⟧
`,
  id: String.raw`
"cardNumber":"⟦id:4242424242424242⟧","cvc":"⟦token:123⟧"
Aadhaar: ⟦id:4321 8765 2109⟧
mac ⟦id:00:1b:44:11:3a:b7⟧ not 00:11:22:33:44:55
⟦id:GB82WEST12345698765432⟧ not GB83WEST12345698765432
⟦id:DE89 3704 0044 0532 0130 00⟧ paid
`,
  ip: String.raw`
real_ip=⟦ip:::ffff:203.0.113.5⟧
[::1] and ⟦ip:2001:db8:0:1:1:1:1:1⟧
peer [⟦ip:2001:db8::ff00:42:8329⟧]:443
from ⟦ip:10.127.0.1⟧ and ⟦ip:8.0.0.0⟧, not 127.0.0.1
from ⟦ip:2001:fe80::1⟧
`,
  name: String.raw`
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
`,
  phone: String.raw`
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
Support Ana ⟦phone:(+55 11 98765-4321⟧)
`,
  text: String.raw`
body_parameters: ["⟦text:Keisha⟧", "12/11"]
"body":{"placeholders":["⟦text:Henry Ford⟧","A1"]}
`,
  token: String.raw`
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
curl -u "ops:⟦token:sup3rs3cr3t⟧" https://x.io
{"key":"Authorization","value":"Bearer ⟦token:zzTop77xx⟧","type":"text"}
"credentials":{"httpHeaderAuth":{"name":"X-Api-Key","value":"⟦token:eNlWBwXwW8RStc6hzcWnet4M⟧"}}
curl -u ops:⟦token:hunter:22x⟧ -v
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
`,
  user: String.raw`
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
ask @maria or ⟦user:@maria1⟧
`,
  nothing: String.raw`
From: 2026-11-01 To: 2026-11-03
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
{"name":["The name field is required."],"phone":["The phone field is required."]}
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
customer "Ana Souza" left
From: Ana Souza said so
{"first":"Ana"}
token: strong = "q1w2e3r4"
<access_token/>q1w2e3r4</x>
customer_name⇥ana
waba_id: x12345
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
"customer":"Ana > Bia"
"customer":"one two three four five six"
"reply":{"body":"call me"}
`,
};

describe.each(Object.entries(MARKED))('%s', (_, lines) => {
  it.each(lines.trim().split('\n'))('%s', (line) => {
    const marked = line.replaceAll('⏎', '\n').replaceAll('⇥', '\t');
    const parts = bundledRedaction.splitIntoParts(marked.replace(/⟦\w+:|⟧/g, ''));
    expect(parts.map(({ text, masked }) => (masked ? `⟦${masked}:${text}⟧` : text)).join('')).toBe(marked);
  });
});
