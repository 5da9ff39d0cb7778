/**
 * What people say, and the words of the catalogue for it: a line of what is meant, likeliest first, then what is said. A phrase counts
 * where all of its words stand in the query, in any order; the query is then looked up a second time with what is meant in place
 * of the phrase. Words of other languages are put into English first (`foreign.ts`), so that phrases are English; a plural counts
 * like its singular.
 */
const TEXT = `
re-engagement, outside window:
  outside window, window closed, window expired, window over, outside of window, out window, fuera window,
  fora window, session closed, session expired send, service window, response window, reply window,
  conversation window, messaging window, hours window, 24 hours, 24 window, 24 hours limit, 24 hours customer, 24h,
  hours, freeform, free form, format free, send message format free, free format, free text
message undeliverable, not on whatsapp:
  not on whatsapp, not whatsapp, no whatsapp, without whatsapp, not whatsapp user, not whatsapp number,
  not use whatsapp, not using whatsapp, not exist whatsapp, exist whatsapp, not have whatsapp,
  not registered whatsapp, number not registered whatsapp, invalid whatsapp number, number not exist,
  incapable receiving, not registered recipient, extra 9, phone off, switched off, no signal, not signal, not register recipient, number recipient not registered, nine digit, ninth digit, business to business, not support business to business message
message undeliverable:
  not delivered, not being delivered, undelivered, not delivering, never arrives, not arrive, not arriving,
  not received, sent but not delivered, not reach, not reaching, not reached, not coming, message not can sent, message not can send,
  not getting, not arrived device, template exist whatsapp, number exist whatsapp
message undeliverable, blocked by user:
  blocked by user, blocked me, blocked us, blocked business, customer blocked, user blocked, recipient blocked, blocked number, number blocked
old whatsapp version:
  old version, outdated, outdated version, not updated
message undeliverable:
  recipient terms, user terms, customer terms, not accepted terms, terms service recipient
healthy ecosystem, marketing limit:
  healthy ecosystem, ecosystem engagement, ecosistema, ecossistema, engajamento, marketing limit,
  marketing not delivered, marketing blocked, marketing rejected, marketing refused, disturb ecosystem, marketing not sent, marketing frequently, marketing us, us number,
  promotional limit, frequency cap, too many marketing
stopped receipt of marketing messages:
  opt out, opted out, opt-out, unsubscribed, stopped marketing, stop marketing, cancelled receive, cancelled subscription, cancelled opt, descadastrou, cancelo suscripcion
payment issue:
  billing, card, card expired, card rejected, card declined, card refused, payment rejected, payment declined,
  credit card, credit line, unpaid, invoice, payment method, payment problem, payment setup, setup payment,
  payment account, payment failed, payment, not paid, pay
balance:
  no money, no credit, not credit, low balance, without balance, top up, wallet
template paused:
  template paused, paused template, template pacing, template low quality
template disabled:
  template disabled, template deactivated
template rejected:
  template rejected, template refused, template denied
template does not exist:
  template not found, template missing, template not exist, template exist, template not approved, template language,
  wrong language, template translation
template name and language already exist:
  template already exist, template name exist, already content, duplicate template
parameters words ratio exceeds limit:
  too many variable, many variable length, variable length
no approved call permission found:
  call permission, not call permission, permission call
leading or trailing params:
  start or end, variable start, variable end, leading trailing
wrong number of parameters, template param count mismatch:
  number of variables, number of parameters, variable missing, missing variable, variable missing template,
  variable mismatch, parameter mismatch, parameter match, parameter count, cantidad parameter, quantidade parameter,
  quantidade variable, wrong variable
template parameter format mismatch:
  expected image, expected video, expected document, header image, header video, header document, header format,
  received unknown
line break:
  line break, line break variable, line break parameter, newline, new line, quebra linha, quebra linha parameter,
  quebra linha variable, salto linea, salto linea parameter, salto linea variable
required parameter is missing:
  button variable, button url variable, dynamic button, dynamic url, button parameter, button required, button requires
rate limit hit:
  limit requests, request limit, exceeded limit, throttled, too fast, too many, limit exceeded, limit reached, rate limit, taxa limit, limit taxa, speed limit,
  velocidad limit
pair rate limit:
  same number many, many same number, many same recipient, many one user, many to same
api too many calls:
  many api calls, many calls, application request limit, limit chamadas, calls limit, call limit api, limit api call
rate limit issues:
  waba rate limit, account rate limit, business account limit
spam rate limit:
  number reported, reported number, reported blocked, flagged spam, reported spam, spam, marked as spam, marked spam, message spam
access token has expired:
  permanent token, generate token, token expired, expired token, token invalidated, token revoked, logged out, session has expired,
  validating access token, validating token, token expires
password changed:
  changed password, password changed
invalid phone number:
  wrong number, bad number, invalid number, number format
recipient phone number not in allowed list:
  not allowed list, allowed list, whitelisted, not whitelisted, permitted list, list permitted, test number, sandbox,
  sandbox number
permission denied:
  permission declined, permission, without permission, not permission, not allowed, forbidden, negada permission, permission denied,
  denegado permission
account has been locked:
  account restricted, account blocked, account banned, account suspended, account locked, account disabled, banned, suspended
temporarily blocked for policies violations:
  policy violation, violated policy, policy violated
restricted from messaging users in this country:
  country restricted, country not allowed, country blocked, country permitted, users in this country
phone number not registered, account not registered:
  number not registered, account not registered, not registered, number without registered, without registered
verification:
  not verified
file too big:
  file too big, file too large, image too large, video too large, file big, file mb, image mb, video mb, audio mb, document mb, file more mb, over mb, larger than mb
media upload error:
  image not sent, image not send, audio not send, audio not sent, audio fail, voice fail, voice message, voice note, voice recording, audio recording, record audio, send voice,
  document not send, unable send document, unable send image, send media, media error send, file not supported,
  not supported file, file supported, mime type, video not sent
media download error:
  download media, media download, incoming media, download file
profile picture:
  profile photo, profile image, photo deleted
media:
  picture, photo, attachment, sticker
phone number unavailable:
  number unavailable, number not available, sender unavailable
account unavailable, account has been locked:
  account not available, account unavailable
rate limit hit:
  limit temporarily request, temporarily limit, limited temporarily
business not verified:
  business without verify, without verify, without verification, not verified business
authentication:
  rejected credentials, credentials rejected, wrong credentials, invalid credentials
unknown subscriber:
  unknown network, unknown carrier, unknown recipient network, number unknown
rejected by carrier:
  rejected carrier, rejected operator, operator rejected, rejected network
product catalogue:
  catalog, one catalog, catalogue
otp:
  one time passcode, onetime passcode, passcode, one time password, onetime password
invalid recipient, message undeliverable:
  invalid recipient, recipient invalid, valid recipient not, recipient number not valid
business has blocked the user:
  business has blocked user, we blocked user, we blocked customer
account has been locked, temporarily blocked for policies violations:
  blocked access api, block access api, suspended send, suspended temporarily, temporarily suspended
invalid phone number:
  valid msisdn, invalid msisdn, number not valid
calling cannot be enabled:
  not enable call, enable call
permission to send sms not enabled for region:
  geo permission
template already approved, edit approved template:
  not edit template, edit template approved
permanent permission:
  permanent call permission, already permanent permission
no new utility templates:
  utility template restricted
service unavailable:
  server down, api down, meta down, outage, fora do ar, unavailable, whatsapp down
unsupported message type:
  message type not supported, type message supported, not supported message, tipo message supported
recipient cannot be sender:
  own number, myself, same number sender, sender same recipient, send to self
display name approval:
  display name
two step verification pin mismatch:
  two step, two factor, 2fa, duas etapas, dos pasos, wrong pin, pin wrong, pin incorrect, incorrect pin
user's number is part of an experiment:
  experiment, test group, experiment internal
parameter name is missing or empty:
  parameter name missing, parameter name empty, named parameter
required parameter is missing:
  required parameter, parameter required, parameter missing, missing parameter
parameter value is not valid:
  list rows, rows in list, button title, button length
incorrect certificate:
  certificate not signed, unsigned certificate, not signed
account verification:
  not verified account
template is still syncing:
  template not synchronized, template syncing, not yet synchronized
message too long:
  message length, message length exceeds, too many characters, 4096
method not allowed:
  http method, invalid method, wrong method
`;

const parts = (text: string) => text.split(',').map((part) => part.replace(/\s+/g, ' ').trim());

export const SYNONYMS: readonly { means: readonly string[]; says: readonly string[] }[] = TEXT.trim()
  .split(/\n(?=\S)/)
  .map((group) => group.split(':'))
  .map(([means = '', says = '']) => ({ means: parts(means), says: parts(says) }));
