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
`,
  ip: String.raw`
real_ip=⟦ip:::ffff:203.0.113.5⟧
[::1] and ⟦ip:2001:db8:0:1:1:1:1:1⟧
peer [⟦ip:2001:db8::ff00:42:8329⟧]:443
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
`,
};

describe.each(Object.entries(MARKED))('%s', (_, lines) => {
  it.each(lines.trim().split('\n'))('%s', (line) => {
    const marked = line.replaceAll('⏎', '\n').replaceAll('⇥', '\t');
    const parts = bundledRedaction.splitIntoParts(marked.replace(/⟦\w+:|⟧/g, ''));
    expect(parts.map(({ text, masked }) => (masked ? `⟦${masked}:${text}⟧` : text)).join('')).toBe(marked);
  });
});
