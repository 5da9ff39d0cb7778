/**
 * What people say, and the words of the catalogue for it: a line of what is meant, likeliest first, then what is said. A phrase counts
 * where all of its words stand in the query, in any order, or in this one: `user > blocked > business`; the query is then looked up a
 * second time with what is meant in place of the phrase. Words of other languages are put into English first (`foreign.ts`), so that
 * phrases are English; a plural counts like its singular.
 */
const TEXT = `
re-engagement, outside window:
  continue conversation, continue chat,
  last week, last month, week ago, month ago, weeks ago, old chat, old conversation,
  after day, one day, 1 day, next day, day later, day ago, days since, more than day, not reply to customer, not answer customer,
  first message, message first, new customer, not start chat,
  without reply hours, not reply hours, hours without reply, 24 hours without,
  required template approved, required template, too late free, free reply, use template approved, must use approved template, template to reopen,
  window not open, care window, customer care, chat window, window of 24, 24 hours passed, more than 24 hours, last 24 hours, passed 24, past 24,
  older than 24, quiet 24, hours since last message, not replied in 24, not written 24, customer must message first, customer write first,
  customer has to write first, start conversation, initiate conversation, open conversation, reopen conversation, outside conversation,
  need template, requires template, template required, template needed, only template, must use template, freeform not allowed, plain text not sent,
  outside window, window closed, window expired, window over, outside of window, out window, fuera window,
  fora window, session closed, session expired send, service window, response window, reply window,
  conversation window, messaging window, hours window, 24 hours, 24 window, 24 hours limit, 24 hours customer, 24h,
  hours, freeform, free form, format free, send message format free, free format, free text
message undeliverable, not on whatsapp:
  not whatsapp account registered, not > whatsapp > account > registered > phone > number,
  no whatsapp account, not account whatsapp, without account whatsapp, not account registered number,
  recipient not connected, recipient not linked, recipient not connected whatsapp, connected whatsapp account, not whatsapp account,
  whatsapp account not exist, not active on whatsapp, not whatsapp account, number have whatsapp, number has whatsapp, number on whatsapp,
  user on whatsapp, not whatsapp installed, uninstalled whatsapp, deleted whatsapp, not reachable on whatsapp, not recipient whatsapp,
  not valid whatsapp number, not valid whatsapp user, not valid whatsapp recipient, recipient not whatsapp, number not found whatsapp,
  recipient not found whatsapp, user not found whatsapp, number not found in whatsapp,
  not on whatsapp, not whatsapp, no whatsapp, without whatsapp, not whatsapp user, not whatsapp number,
  not use whatsapp, not using whatsapp, not exist whatsapp, exist whatsapp, not have whatsapp,
  not registered whatsapp, number not registered whatsapp, invalid whatsapp number, number not exist,
  incapable receiving, not registered recipient, extra 9, phone off, switched off, no signal, not signal, not register recipient,
  number recipient not registered, nine digit, ninth digit, support business to business, not support business to business message, business to business not
message undeliverable:
  not go through,
  not get it, not get our, not get my, not get any, not get order, not get confirmation, not get notification, not get reminder, not come,
  not get message, not got message, never got message, not see message, not appear,
  not accepted latest terms,
  not deliverable, not be delivered, cannot deliver, can not deliver, could not deliver, unable to deliver, delivery failed, failed delivery,
  delivery failure, not deliver, not receive message, not receiving message, recipient not receive, can not receive, unable to receive, one tick,
  one grey tick, single tick, stuck on sent, stays sent, reaching number, not receive, refuses message,
  not delivered, not being delivered, undelivered, not delivering, never arrives, not arrive, not arriving,
  not received, sent but not delivered, not reach, not reaching, not reached, not coming, message not can sent, message not can send,
  not getting, not arrived device, template exist whatsapp, number exist whatsapp
message undeliverable, blocked by user:
  customer > blocked > business, user > blocked > business, recipient > blocked > business, customer > blocked > us, user > blocked > us,
  customer > blocked > number, user > blocked > number,
  user has blocked, customer has blocked, they blocked, blocked my number, blocked our number, blocked whatsapp number, user block,
  blocked > by > user, blocked me, blocked us, blocked business, customer blocked, user blocked, recipient blocked, blocked number, number blocked
old whatsapp version:
  version not supported, app version, update whatsapp,
  old version, outdated, outdated version, not updated
message undeliverable:
  recipient terms, user terms, customer terms, not accepted terms, terms service recipient
healthy ecosystem, marketing limit:
  marketing some, marketing half, campaign some, campaign half, campaign not deliver, campaign failed,
  meta decided, decided not to deliver, chose not deliver, chosen not deliver, engagement limit, limit engagement, meta not deliver, meta held,
  held back, held message, limited marketing messages, marketing this person, marketing to this person, marketing held, marketing throttled,
  ecosystem throttle, not saturated, preserve experience, user experience, too many promotional,
  marketing capped, capped marketing, marketing cap, marketing restricted, marketing limited, limited marketing, marketing frequency,
  marketing messages limit, user marketing limit, limit marketing per user, too much marketing, marketing per user, marketing template limit,
  meta not delivered, meta chose, not delivered engagement, ecosystem,
  healthy ecosystem, ecosystem engagement, ecosistema, ecossistema, engajamento, marketing limit,
  marketing not delivered, marketing blocked, marketing rejected, marketing refused, disturb ecosystem, marketing not sent, marketing frequently,
  marketing us, us number,
  promotional limit, frequency limit, frequency limit reached, too many marketing, recipient message cap, recipient message limit
stopped receipt of marketing messages:
  not receive marketing, not want marketing, no marketing, asked not receive, opted not receive, opt not receive, chose not receive,
  stop receive marketing, stop receiving, stopped receiving, stop promotion, stopped promotion, switched > off > offers, not interested, unsubscribe,
  unsubscribed marketing, disabled marketing, turned off marketing,
  opt out, opted out, opt-out, unsubscribed, stopped marketing, stop marketing, cancelled receive, cancelled subscription, cancelled opt,
  descadastrou, cancelo suscripcion
payment issue:
  card not go through, payment not go through,
  without payment, without payment method, without method payment, waiting payment, payment needed, payment method needed, method payment valid,
  pay bill, bill, unpaid bill, no payment, not payment method, payment method missing, add payment, valid payment, payment not set, billing problem,
  billing account, outstanding balance, overdue, past due, payment overdue, eligibility, business eligibility, eligible pay, eligible to pay,
  account not attached, charge failed, funds, ran out of funds, debit,
  billing, card, card expired, card rejected, card declined, card refused, payment rejected, payment declined,
  credit card, credit line, unpaid, invoice, payment method, payment problem, payment setup, setup payment,
  payment account, payment failed, payment, not paid, pay
balance:
  not enough credit, insufficient credit, insufficient balance, insufficient funds, out of credit, enough balance, recharge,
  no money, no credit, not credit, low balance, without balance, top up, wallet
template paused:
  template on hold, template pause, template paused quality, temporarily paused template, template pausing,
  template paused, paused template, template pacing, template low quality
template disabled:
  template switched off,
  template permanently disabled, template blocked permanently, template deactivate, template turned off,
  template disabled, template deactivated
template rejected:
  template declined, template not accepted, template review failed, template submission rejected,
  template rejected, template refused, template denied
template does not exist:
  such template not,
  no such template, template unknown, template invalid name, template name wrong, wrong template name, template not available, template unavailable,
  template in translation, template in language, template language not exist, template not approved language, language not exist, language not found,
  language code, locale, template pending, template not yet approved, template awaiting approval, template in review, unapproved template,
  template not found, template missing, template not exist, template exist, template not approved, template language,
  wrong language, name or language, language differs, template translation
template name and language already exist:
  template name used, template name taken, name in use, template name in use, same template name,
  template already exist, template name already, already content, duplicate template
parameters words ratio exceeds limit:
  too many variable, many variable length, variable length
no approved call permission found:
  call permission, not call permission, permission call
leading or trailing params:
  start or end, variable start, variable end, leading trailing
wrong number of parameters, template param count mismatch:
  number of fields, wrong number of fields, number of values, wrong number of values, number of placeholders, placeholder count, value count,
  variable different, different variable, different number of variable, wrong variable count, variable count, name variable template different,
  placeholder not match, variable not match, variable does not match, parameter not match, number of parameters not match, not enough variable,
  missing placeholder, placeholder missing, different number of parameters, expected number of params, too many parameters, too few parameters,
  few variable, template variable not match, template variable mismatch, template parameter not match, template not match variable,
  expects parameters, expected parameters, wrong number of variable, count of variable, count not match, template parameter count,
  number of variables, number of parameters, variable missing, missing variable, variable missing template,
  variable mismatch, parameter mismatch, parameter match, parameter count, cantidad parameter, quantidade parameter,
  quantidade variable, wrong variable
template parameter format mismatch:
  format not match, template value wrong format, template value format, wrong format template, template format mismatch, format mismatch,
  parameter format, wrong parameter type, variable format, header type mismatch, format not match template, header mismatch, header not match,
  expected image, expected video, expected document, header image, header video, header document, header format,
  received unknown
line break:
  consecutive spaces, many spaces, too many spaces, line breaks spaces, four spaces, tabs or newline, newline tab, multiple spaces,
  line break, line break variable, line break parameter, newline, new line, quebra linha, quebra linha parameter,
  quebra linha variable, salto linea, salto linea parameter, salto linea variable
required parameter is missing:
  value missing, missing value, required value, required field, field missing, missing field, missing required, field required, mandatory parameter,
  mandatory field, parameter mandatory, mandatory component, parameter not provided, not provided,
  button variable, button url variable, dynamic button, dynamic url, button parameter, button required, button requires
rate limit hit:
  rate too high, throughput exceeded, messages per second, message per second, sent too fast, sending too fast, too many messages, high throughput,
  slow down, throttled send, throttled number, throttled sending, too many message sent, too many sends, meta throttled, rate limiting,
  limit requests, request limit, exceeded limit, throttled, too fast, too many, limit exceeded, limit reached, rate limit, taxa limit, limit taxa, speed limit,
  velocidad limit
pair rate limit:
  same customer, same person,
  message row, many row,
  many message this customer, many message this person, message same number quickly, throttling pair,
  too many message this customer, too many message this person, many message this number, many message this user, many message same customer,
  many message this recipient,
  too many message this number, too many message number, many message one number, many message one person, many message same person,
  many message same customer, many message same user, too many to this number, same recipient, one recipient, single recipient many,
  message in a row, rate limit same number, rate limit recipient,
  same number many, many same number, many same recipient, many one user, many to same
api too many calls:
  app many calls, many calls app, calls app,
  app rate limit, application limit, application rate limit, api rate limit app, app reached limit, app call limit, hourly call limit, rate limit calls,
  many api calls, many calls, application request limit, limit chamadas, calls limit, call limit api, limit api call
rate limit issues:
  waba limit, waba hourly limit, waba call, management call,
  waba rate limit, account rate limit, business account limit
spam rate limit:
  rate limit spam, rate limiting spam, spam limit, spammy, spam like,
  quality low number, number quality low, low quality number, quality number, poor quality number, quality rating low, many blocked reported,
  marked spam blocked, flagged as spam, users reported, users block, many users blocked, many recipients blocked, many customers blocked,
  sending restricted quality,
  number reported, reported number, reported blocked, flagged spam, reported spam, spam, marked as spam, marked spam, message spam
access token has expired:
  temporary token,
  token not work, token stopped, token not accepted, token broken,
  invalid token, token invalid, token not valid, access token invalid, bad token, wrong token, new token, token renew, renew token, refresh token,
  oauth, oauthexception, invalid oauth, session expired access, validate token, reauthenticate, log in again, reconnect account, reconnect whatsapp,
  token wrong, authentication token, token no longer valid, credentials expired,
  permanent token, generate token, token expired, expired token, token invalidated, token revoked, logged out, session has expired,
  validating access token, validating token, token expires
password changed:
  changed password, password changed
invalid phone number:
  wrong country code, country code wrong,
  number wrong format, number incorrect, incorrect number, phone number wrong, malformed number, country code missing, missing country code,
  without country code, international format, number not exist, invalid destination, destination not valid,
  wrong number, bad number, invalid number, number format
recipient phone number not in allowed list:
  allow list, allowlist, test mode, whitelist, white list, list of allowed, test recipient, test list, list test, list of authorised numbers,
  authorised list, list authorised, recipient not authorised, development mode, app in development, dev mode, sandbox mode, number sandbox, test numbers only,
  not allowed list, allowed list, whitelisted, not whitelisted, permitted list, list permitted, test number, sandbox,
  sandbox number
number at its messaging limit:
  messaging limit, messaging limit reached, messaging tier, tier limit, limit tier, daily limit, daily messaging limit, business initiated limit
permission denied:
  no rights, missing rights,
  whatsapp > business > messaging, whatsapp > business > management, system user permission, permission system user, system user access, user token permission,
  insufficient permission, permission insufficient, missing permission, permission missing, not have permission, no permission, permission removed,
  permission not granted, permission required, permission error, lack permission, scope missing, not authorised, unauthorised,
  permission declined, permission, without permission, not permission, not allowed, forbidden, negada permission, permission denied,
  denegado permission
account has been locked:
  business suspended, business banned,
  account shut, account shut down, account closed, account terminated, account taken down, account gone, number banned, number suspended,
  account inactive, account deactivated, account under review, waba restricted, waba disabled, waba locked, waba suspended, business restricted,
  account ban, restricted by meta, account restricted by meta, business account disabled,
  account restricted, account blocked, account banned, account suspended, account locked, account disabled, banned, suspended
temporarily blocked for policies violations:
  sender restricted, sender temporarily restricted, temporarily restricted, temporarily blocked, sender blocked temporarily, broke policy,
  broken policy, violated terms, violation terms, breach policy, violate policy, policy breach,
  policy violation, violated policy, policy violated
restricted from messaging users in this country:
  send country, message country, not send country, number country not,
  country not supported, not allowed country, sanctioned country, send to country, region not supported, region not allowed,
  country restricted, country not allowed, country blocked, country permitted, users in this country
phone number not registered, account not registered:
  need register, must register, register first,
  sender number not registered, send number not registered,
  sender not registered, number pending, number disconnected, number not connected, complete registration, registration not complete,
  registration incomplete, number offline, register number, phone not registered cloud, deregistered,
  number not registered, account not registered, not registered, number without registered, without registered
verification:
  not verified
file too big:
  file size, size file, size limit file, too heavy, media size,
  file too big, file too large, image too large, video too large, file big, file mb, image mb, video mb, audio mb, document mb, file more mb,
  over mb, larger than mb
phone number already exists:
  number already registered, number already exist, number already used, number already in use, number registered already,
  already registered whatsapp, number already whatsapp
media upload error:
  attachment file, not attachment document, not attachment image, not attachment video,
  url not accessible, link not accessible, url not reachable, link not reachable, link broken, image url, video url, document url,
  document not sent, pdf not sent, pdf not send, file not sent, pdf failed, pdf not,
  file not upload, upload failed, failed upload, upload attachment, upload file, cannot upload, unable to upload, not upload, media invalid,
  invalid media, media not valid, media inaccessible, media link, file format, file type, unsupported file, unsupported format, format not supported,
  format of file, image format, audio format, video format, codec, link download, weblink, crawler, image failed, video failed, document failed,
  picture not sent, sticker not sent, media failed,
  image not sent, image not send, audio not send, audio not sent, audio fail, voice fail, voice message, voice note, voice recording,
  audio recording, record audio, send voice,
  document not send, unable send document, unable send image, send media, media error send, file not supported,
  not supported file, file supported, mime type, video not sent
media download error:
  image not load, video not load, audio not load, document not load, file not load,
  customer > sent > image, customer > sent > video, customer > sent > audio, customer > sent > document, customer > sent > file,
  image not open, video not open, audio not play, file not open, document not open,
  pdf not download, file not download, image not download, document not download, video not download,
  download failed, failed download, cannot download, unable to download, not download, media customer sent, file customer sent, error download media,
  media from customer, received media, receive image, incoming image, incoming file,
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
  business > blocked > customer, business > blocked > user, business > blocked > recipient, we > blocked > customer, we > blocked > user,
  blocked > by > business, blocked > by > us,
  user blocked by business, customer blocked by business, recipient blocked by business, blocked by us, blocked by the business, we have blocked,
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
  server issue, server problem, meta server,
  temporarily unavailable, not reachable server, servers down, overloaded, service down, api not available, api unavailable, 503, outside do ar,
  internal server,
  server down, api down, meta down, outage, outside do ar, unavailable, whatsapp down
unsupported message type:
  message type not supported, type message supported, not supported message, tipo message supported
recipient cannot be sender:
  recipient same number send, not be same, not same number, same number business, number of the business,
  sender recipient same, sender and recipient same, from and to same, to and from same, send to itself, message yourself, message to self,
  own number, myself, same number sender, sender same recipient, send to self
display name approval:
  name not approved, name pending approval, visible name, name approval, number name not approved, display name not approved, display name pending,
  display name rejected, name not yet approved,
  display name
two step verification pin mismatch:
  pin required, verification pin, pin not match, pin mismatch, pin code, forgot pin, security pin, registration pin,
  two step, two factor, 2fa, duas etapas, dos pasos, pin not correct, wrong pin, pin wrong, pin incorrect, incorrect pin
user's number is part of an experiment:
  holdout, hold out, experiment group, meta experiment, control group, ab test, a/b test,
  experiment, test group, experiment internal
parameter name is missing or empty:
  parameter name missing, parameter name empty, named parameter
required parameter is missing:
  required parameter, parameter required, parameter missing, missing parameter
parameter value is not valid:
  value conform, value parameter, parameter value, not conform,
  wrong value, invalid value, value not valid, value not allowed, row count, total row count, max allowed count, too many buttons, too many rows,
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
recipient not opted in:
  not opted in, not opt in, no opt in, without opt in, opt in missing, opt in required, never opted in
template hydrated text too long:
  template text long, template text exceeds, template text length, template too long, template hydration, hydration, template exceeds length,
  template exceeds limit, text exceeds template, template character limit
template format character policy violated:
  template content policy, template policy violation, template violates policy, template content violates, content violates whatsapp,
  template content not allowed, template breaks policy, template against policy
access denied:
  denied access, access not granted, not have access, no access
too many pin guesses:
  pin locked, locked pin, pin blocked,
  pin too many, many pin, pin attempts, wrong pin many
register deregister limit:
  rate limited registration, rate limit registration, limit registration, limit > registration > number, many registration attempts,
  many registrations, register too often,
  register too many, many registration, registered too often, register often, registration limit, too many register, registration attempts
verification code:
  code not arrive, code not get, code not come,
  sms code not received, code not received, otp not received, verification code not sent, request code, cannot receive code, code expired, wrong code
something went wrong:
  internal error,
  unknown reason, unexpected error, generic error, unknown failure, went wrong, unspecified
channel with the specified from address:
  sender not found, sender number not found, sender unknown, not found sender,
  invalid sender, sender invalid, valid sender, sender not valid, not valid sender, from number invalid, invalid from, from invalid, from parameter
unknown destination handset:
  no longer in service, not in service, number inactive, inactive number, number out of service, unassigned number, disconnected number
unreachable destination handset:
  handset unreachable, phone unreachable, phone not reachable, handset off, device unreachable
landline or unreachable carrier:
  landline, land line, fixed line
message expired:
  ttl, time to live, expired before delivered, not delivered in time, queue expired
webhook:
  callback url, webhook not received, webhooks
bsuid:
  business scoped, business-scoped user id, user id recipient
unverified trial:
  test mode verified, sandbox verified, trial mode, trial account, trial number, trial verified, free trial
message filtered:
  flagged > by > carrier, spam > by > carrier,
  carrier filter, filtered by carrier, spam carrier, carrier spam, carrier violation, carrier blocked, carrier filtering, content filtered
template parameter value invalid:
  template parameter not valid, invalid template parameter, template parameter invalid, parameter template not valid
wrong phone number id:
  phone number id, wrong number id, invalid number id
phone numbers that have joined the sandbox:
  joined sandbox, join sandbox, not joined sandbox, not joined
template name in use or held back:
  name held, name deleted template, deleted template name,
  name blocked template, name reserved, name deleted, deleted recently, content deleted, being deleted, template name blocked, language deleted,
  name deleted recently
phone number must be in e.164 format:
  e.164, e164, valid e164
same channel:
  sender recipient different channel, sender recipient channel,  different channels, channels not match, channel mismatch
not a valid mobile number:
  not mobile number, number not mobile, not a mobile, not cell, not cellphone, not cellular
attempting to register this phone number:
  number deleted recently, recently deleted number, number deleted account, number deleted ago
official business account:
  green tick, green badge, blue tick, blue badge, verified badge, official account, meta verified
`;

const parts = (text: string) => text.split(',').map((part) => part.replace(/\s+/g, ' ').trim());

export const SYNONYMS: readonly { means: readonly string[]; says: readonly string[] }[] = TEXT.trim()
  .split(/\n(?=\S)/)
  .map((group) => group.split(':'))
  .map(([means = '', says = '']) => ({ means: parts(means), says: parts(says) }));
