import { words } from './pattern.ts';

/** What makes a number something else than an error code, by kind and across languages. A `*` takes any ending. */

/** Before or after the word for "code": a code, but no error. */
export const OTHER_CODE = words(`
  verification*, otp, one time, passcode, pin code, pincode, zip*, postal, post code, postcode,
  country code*, area code*, dial* code, promo, promos, promo code*, promocode*, promoci*, промокод*, coupon*, voucher*, qr, barcode, bar code, source code,
  language code*, currency code*, product code*, item code*, sku, invite code, referral, access code,
  login code, sign in code, signin code, authentication code, security code, booking code*, gift code*, sort code*, swift, hsn, hs code*, ifsc, activation,
  enter the code, use code, use the code, apply code, at checkout, your code is, your code was, two factor, 2fa, verificação, verificación, vérification, verifica, código postal,
  code postal, codice postale, código de barras, cep, plz, postleitzahl, bestätigungscode,
  verifizierungscode, verifizierung*, bevestigingscode, verificatiecode, подтвержден*, индекс, doğrulama,
  onay kodu, posta kodu, verifikasi, kode pos, kode otp, pengesahan, poskod, xác minh, xác nhận, mã bưu,
  सत्यापन, पिन कोड, पिन, পিন, ওটিপি, যাচাই*, পোস্ট কোড, تصدیقی, التحقق, البريدي, אימות, מיקוד, 验证码, 驗證碼, 邮编, 郵遞區號,
  郵便番号, 〒, 認証, 確認コード, ログインコード, ログイン用コード, 인증번호, 인증, 우편번호, รหัสไปรษณีย์, otp รหัส, confirmation code, discount code*, your pin, employee code, staff code, branch code*, store code,
  shop code, dealer code, agent code, client code, customer code, vendor code, supplier code, department code, project code, course code*,
  batch code, bank code*, member code, student code, tax code*, location code, site code, unit code, asset code, reference code, order code,
  tracking code, design code, colour code, color code, style code, short code, shortcode, long code, descuento, desconto, rabatt*, sconto,
  diskon, indirim, скидк*, réduction, promotion code*, promotional code*, code promotion*, redemption, license code, licence code, pairing code, join code, meeting code, class code,
  room code, door code, gate code, key code, iso code, airport code, route code, plan code, gl code, account code, stock code, article code,
  wrong code, invalid code, incorrect code, código incorrecto, código inválido, código incorreto, código errado, code invalide, falscher code, ungültiger code, codice errato, неверный код,
  yanlış kod, hatalı kod, kode salah, गलत कोड, رمز غير صحيح,
  クーポン, クーポンコード, 优惠码, 優惠碼, 优惠券, 折扣码, 兑换码, 쿠폰, 할인 코드, کوپن, كوبون, رمز الخصم, קופון, mã giảm giá, कूपन, কুপন, купон*, kupon*, cupón, cupom, gutschein*,
  الاحتياطي, delivery code, pickup code, backup code, recovery code, ussd, password, passcode, senha, contraseña, mot de passe, passwort, wachtwoord,
  пароль, şifre*, kata sandi, mật khẩu, كلمة المرور, كلمة السر, पासवर्ड, পাসওয়ার্ড, پاس ورڈ, סיסמה, 密码, 密碼, パスワード, 비밀번호, รหัสผ่าน
`);
/** A number of something that has a number: orders, invoices, customers. */
export const NUMBERED = words(`
  varchar, nvarchar, p.o. box, po box, postfach, apartado postal, caixa postal, boîte postale, chunk, attempt, byte, offset, shard, partition, flight, seat, iso, rfc, recipient, subscriber, contact, defect, destinatario, destinatário, order, orders, order no, invoice, inv, ticket, tickets, booking, reservation, receipt, bill, txn, transaction,
  payment id, ref, reference, case, case no, customer id, customer, account no, account number,
  conversation, user id, id, employee, roll no, serial, batch, issue, pull request, pr, export, job,
  task, room, section, sec, lot, model, part no, item, pid, gstin, extension, ext, build, campaign, broadcast, campanha, campaña, difusión, campagne, kampagne, kampanye,
  pedido, fatura, nota fiscal, boleto, protocolo, chamado, cliente, factura, reserva, orden, commande,
  facture, dossier, bestellung, bestellnummer, rechnung, auftrag, kundennummer, vorgang, ordine, fattura,
  pratica, bestelling, factuur, заказ*, счет*, счёт*, накладн*, sipariş*, müşteri no, zamówieni*,
  pesanan, invois, pelanggan, nota, lote, resi, đơn hàng, hóa đơn, ऑर्डर, बिल, इनवॉइस, অর্ডার, آرڈر, طلب,
  طلبك, الطلب, فاتورة, الفاتورة, הזמנה, חשבונית, 订单, 訂單, 单号, 發票, 注文番号, 注文, 請求書, 주문, 청구서, 付款, ออเดอร์,
  คำสั่งซื้อ, พัสดุ, ใบเสนอราคา, tracking, tracking id, rastreio, rastreamento, rastreo, guía, seguimiento, suivi, colis, sendung, sendungsnummer, spedizione,
  трек номер, kargo takip, takip, nomor resi, الشحنة, ट्रैकिंग, 快递单号, 运单号, 追跡番号, 運送状番号, 운송장, 운송장 번호, tíquete, chamada, tiket, тикет, заявк*,
  обращени*, talep, bilet, تذكرة, टिकट, 工单, 工單, チケット, 티켓, เคส, tenant, tenant id, merchant, merchant id, mandant, file no, file number, dosya no, dosya numarası, policy, apólice, póliza, contract, contrato, contrat, vertrag,
  vertragsnummer, contratto, договор*, sözleşme, kontrak, العقد, ramal, anexo, folio, expediente, matrícula, legajo, faktur,
  rezervasyon, randevu, poliçe, العميل, ग्राहक, ग्राहक आईडी, 客户编号, 客戶編號, お客様番号, 고객 번호, worker, pid, process id,
  thread, conversa, conversación, unterhaltung, conversazione, диалог*, görüşme, obrolan, المحادثة, बातचीत, 会话, 會話, 会話, 대화, campagna, кампани*, kampanya, الحملة,
  अभियान, riga, 发票号码,
  ad set, ad, anúncio, anuncio, annonce, anzeige, flow, sync, чат*, parcel, package, shipment, payment, paquete, pacote, encomenda, colis, paket, pacco, pakket, kargo, посылк*, bưu kiện, 荷物, 包裹, 快递, 快遞, 소포, 택배, พัสดุ, शिपमेंट, पार्सल, পার্সেল, پارسل, طرد, الطرد, חבילה,
  pagamento, pago, paiement, zahlung, betaling, платеж*, платёж*, ödeme, pembayaran, bayaran, thanh toán, भुगतान, পেমেন্ট, ادائیگی, الدفعة, العملية, תשלום, עסקה, 支払い, 결제, transação, transacción, buchung, işlem, transaksi,
  giao dịch, fila, user, usuario, usuário, benutzer, utilisateur, utente, gebruiker, пользовател*, kullanıcı, pengguna, người dùng, उपयोगकर्ता, ব্যবহারকারী, صارف, المستخدم, משתמש, 用户, ユーザー, 사용자, ผู้ใช้
`);
/** What is bought, booked, measured or scored: a number in such a sentence is of it. */
export const OF_DAILY_LIFE = words(`
  order, orders, ordered, bought, purchased, refund*, parcel, courier, booking, booked, reservation, hotel, flat, locker, odometer, mileage, meter, donation*, raffle, bid, score*, exam, badge, patent, asteroid, isbn, signatures, inhabitants, contract, judge,
  pedido*, comprei, comprou, encomenda*, reembolso, reserva*, apartamento, bloco, rifa, contrato*, processo, juiz, censo, população, placar, fliperama, peça,
  compré, compró, pedí, paquete, habitación, contador, cuentarrevoluciones, coche, ascensor, recogida, firmas, caja fuerte, pieza, ejemplar, gastamos,
  commande*, commandé*, remboursement, réservation, voiture, compteur, bestellung, bestellt*, paket, schloss, zähler, ordine, ordinato, pacco, rimborso, prenotat*, contapassi, pezzo, venduta,
  bestelling, besteld, pakket, elektriciteitsmeter, bezorgd, sipariş*, pesanan, loker, ditonton, заказ*, посылк*, одометр*, сезон, договор*, клиент подписал, طلبية, طلبيتي, ऑर्डर, ओटीपी
`);
/** Money, in words and codes; the signs stand in the rule. */
export const MONEY = words(`
  usd, eur, gbp, inr, rub, sek, nok, dkk, kr, dirhams, тг, тенге, brl, rs., rs, r$, us$, aed, sar, egp, idr, rp, rm, myr, ngn, kes, zar, mxn,
  ars, clp, tl, pkr, bdt, tk, cny, rmb, jpy, krw, thb, vnd, cad, aud, chf, pln, uah, kzt, fcfa,
  xof, xaf, qar, kwd, omr, bhd, ils, nis, dollars, dollar, euro, euros, 块钱, 块, złotych, zł, kč, rupees, reais, pesos, rupiah, ringgit, lira,
  руб*, рублей, جنيه, ريال, درهم, دينار, روپے, रुपये, रु, টাকা, 원, 円, 元, บาท, שקל, ש"ח, price,
  preço, precio, prix, preis, prezzo, цена, harga, balance, saldo, solde, amount, valor, montant, betrag,
  importe, importo, bakiye, баланс, остаток, الرصيد, رصيد, बैलेंस, ব্যালেন্স, 余额, 餘額, 残高, 잔액, ยอดเงิน, sum, subtotal, revenue, income, salary, cost, credit, credits, créditos, crédits, crediti, guthaben
`);
/** Words of any sentence where they are written small. */
export const MONEY_IN_CAPITALS = words('TRY, PEN, COP');
/** Things that are counted, measured or timed. Stand right after the number. */
export const COUNTED = words(`
  parameters, variables, params, shares, char, character, byte, pixel, messages, msgs, conversations, contacts, users, customers, clients, people, recipients, templates,
  requests, calls, times, rows, lines, items, characters, chars, words, views, viewers, clicks, points,
  votes, downloads, files, units, orders, emails, sms, numbers, tokens, records, entries, subscribers,
  followers, members, attempts, sends, inhabitants, replies, chats, leads, sessions, deliveries, ms, sec,
  secs, second, seconds, min, mins, minutes, hours, hour, hrs, days, day, weeks, months, years, kb, mb,
  gb, bytes, kib, mib, px, km, cm, kg, hz, khz, mhz, mps, rps, qps, tps, percent, out of, per second, per minute, per hour, per day, per week, per month, pm, mensagens,
  mensagem, conversas, contatos, usuários, clientes, modelos, solicitações, envios, segundos, minutos,
  horas, dias, vezes, pessoas, mensajes, conversaciones, contactos, usuarios, plantillas, solicitudes,
  personas, veces, días, caracteres, archivos, avisos, emojis, nachrichten, kontakte, nutzer, kunden,
  sekunden, minuten, stunden, tage, zeichen, mal, messaggi, contatti, utenti, clienti, secondi, minuti,
  ore, giorni, volte, caratteri, berichten, contacten, gebruikers, seconden, uur, dagen, tekens, keer,
  jours, heures, secondes, utilisateurs, caractères, fois, destinataires, сообщен*, контакт*,
  пользовател*, клиент*, секунд*, минут*, час*, дн*, раз, символ*, mesaj*, kişi, kullanıcı, müşteri,
  saniye, dakika, saat, gün, kez, karakter, bağlantı, pesan, kontak, pengguna, pelanggan, detik, menit,
  jam, hari, kali, orang, mesej, kenalan, tin nhắn, liên hệ, khách, giây, phút, giờ, ngày, lần, मैसेज,
  संदेश, संपर्क, ग्राहक, बार, घंटे, दिन, मिनट, सेकंड, বার, মেসেজ, বার্তা, গ্রাহক, দিন, ঘণ্টা, পیغام,
  پیغام, بار, دن, گھنٹے, رسالة, رسائل, محادثة, جهة, عميل, مرة, يوم, ساعة, دقيقة, ثانية, ردًّا, הודעות,
  לקוחות, פעמים, שעות, ימים, 条, 條, 次, 人, 个, 個, 秒, 分, 小时, 天, 件, 名, 回, 時間, 日, 年, 月, 건, 명, 회, 초, 분, 시간, 일,
  개, ข้อความ, คน, ครั้ง, วัน, ชั่วโมง, นาที, วินาที, บาท, 号室, 호,
  impressões, impresiones, impressionen, impressioni, impressions, показ*, aguardando, en espera, wartend, bekliyor, menunggu,
  segments, reads, webhooks, events, webhook events, stars, kwh, wh, kcal, bpm, rpm, dpi, fps, hpa, m², km², °c, voters, coins, credits, pontos, parcelas, votos, moedas, puntos, cuotas, monedas, punti, voti, punkte, stimmen, münzen, stemmen, punten, votes, pièces, балл*, бонус*, заяв*, голос*, очк*, puan, poin, suara, điểm, phiếu, अंक, वोट, পয়েন্ট, ভোট,
  پوائنٹس, ووٹ, نقطة, نقاط, صوت, شخص, أشخاص, נקודות, קולות, 积分, 积點, 票, ポイント, 포인트, คะแนน, เสียง,
  entregues, lidas, lidos, enviadas, enviados, entregados, entregadas, leídos, leídas, livrés, lus, envoyés, zugestellt, gelesen, gesendet, consegnati, consegnate, letti, lette, inviati, inviate, доставлено, прочитано, отправлено, teslim edildi, okundu, gönderildi, terkirim, dibaca,
  remaining, waiting, pending, billed, charged, delivered, opened, clicked, replied, unread, pieces, envíos, invii, envois, sendungen, empfänger, verzendingen, ontvangers, destinatarios, destinatários, destinatari, отправок, получател*, шт, штук, человек, adet, tane, alıcı, gönderim, kiriman,
  penerima, lượt, tin, người nhận, người, लोग, लोगों, टेम्पलेट, टि, টি, টির, টিতে, টা, টার, জন, জনের, গ্রাহকের, پیغامات, گاہک, لوگ, افراد, إرسال, عملاء, مستلم, مستلمًا, אנשים, נמענים, אנשי קשר, 位, 笔, 封, 张, 張, 筆, 통, 枚, 台,
  รายการ, ราย, ฉบับ, ผู้รับ, restantes, restants, verbraucht, genutzt, usados, usadas, utilisés, utilizzati, осталось, kaldı, tersisa, còn lại, बाकी, शेष, বাকি, باقی, متبقية, متبقٍ, נותרו
`);
/** Words before a count: `up to 1000`, `Sent 1000`. */
export const COUNTS = words(`
  depth, backlog, up to, at least, at most, more than, less than, over, under, about, around, total, totals, sent,
  delivered, failed, read, opened, clicked, pending, queued, count, limit, max, maximum, min, minimum, top,
  size, length, first, last, every, after, port, timeout, level, queue, pool, rows, pages, page, score,
  population, tier, weight, height, width, quantity, qty, remaining, used, value, até, cerca de, mais de,
  menos de, enviados, enviadas, entregues, lidos, falhas, limite, máximo, máx, hasta, más de, entregados,
  leídos, fallidos, límite, jusqu'à, plus de, moins de, bis zu, mehr als, gesendet, zugestellt, fino a,
  più di, oltre, tot, meer dan, до, более, свыше, отправлено, доставлено, hingga, sampai, lebih dari,
  terkirim, dibaca, gagal, en fazla, toplam, gönderilen, inviati, inviate, envoyés, envoyées, verzonden, надіслано, कुल, भेजे गए, असफल, مجموع, إجمالي, آخر, حتى, 最多,
  超过, 送信, 配信済み, 失敗, 総数, 총, 최대,
  total customers, total contacts, total users, total messages, total de clientes, total de contatos, total de contactos, kunden gesamt, कुल ग्राहक, कुल संपर्क, کل گاہک, کل رابطے, মোট গ্রাহক, إجمالي العملاء, إجمالي جهات الاتصال, total pelanggan, toplam müşteri, всего клиентов,
  left, unsent, skipped, excluded, replied, quota, balance of, lidas, abertas, clicadas, restam, restante, restantes, cota, falharam, pendentes, leídas, quedan, restan, cupo, cuota,
  fallidas, fallaron, pendientes, remis, remises, lus, lues, reste, restent, restant, échecs, échoués, échouées, quota de, zugestellte, gelesen, fehlgeschlagen, offen, übrig, verbleibend,
  kontingent, consegnati, consegnate, letti, lette, falliti, fallite, rimangono, restano, rimasti, bezorgd, gelezen, mislukt, resterend, прочитано, ошибок, осталось, остаток, лимит, лимита,
  iletilen, okunan, başarısız, kalan, kota, tersampaikan, sampai, sisa, kuota, dihantar, baki, đã gửi, đã đọc, đã nhận, đã giao, thất bại, lỗi gửi, còn lại, còn, hạn mức, भेजे, भेजा गया, पहुँचे,
  पहुंचे, पढ़े, पढ़े गए, विफल, फेल, शेष, बाकी, पाठ, कोटा, पूरे, পাঠানো, পাঠানো হয়েছে, পৌঁছেছে, পড়েছে, পড়া হয়েছে, ব্যর্থ, বাকি, মোট, কোটা, কোটার, بھیجے, بھیجے گئے, پہنچے, پڑھے, پڑھے گئے, ناکام, باقی, کل,
  أرسلت, أُرسلت, أُرسل, وصلت, وصل, قُرئت, قرئت, فشلت, المتبقي, المتبقية, متبقي, الحصة, נשלחו, נמסרו, נקראו, נכשלו, נותרו, סך הכל, מכסה, 已发送, 已送达, 已读, 失败, 剩余, 共, 配额, 额度, 已發送, 已送達, 已讀, 失敗, 剩餘,
  既読, 残り, 合計, 全, 残数, 成功, 送信済み, 발송, 성공, 읽음, 실패, 남은, 잔여, 도달, ส่งแล้ว, ส่ง, ถึงผู้รับ, อ่านแล้ว, ล้มเหลว, ไม่สำเร็จ, เหลือ, คงเหลือ, ทั้งหมด
`);
/** Column headings over amounts, and labels before them. */
export const FIGURES = words(`
  amount, price, cost, total, count, number of, sent, delivered, read, failed, qty, quantity, size,
  volume, http status, http, status http, http status code, phone, phone number, mobile, zip, zip code,
  zip codes, pin code, date, time, sent at, id, order, invoice, port, ports, line, duration, score,
  value, balance, charge, units, age, year, population, figure, customer, recipient, template,
  country code, limit, tier, rate, valor, preço, quantidade, telefone, data, cliente, precio, cantidad,
  teléfono, fecha, montant, prix, quantité, téléphone, betrag, preis, anzahl, telefon, rufnummer, datum,
  prezzo, quantità, telefono, сумма, цена, количество, телефон, дата, jumlah, harga, tutar, adet, مبلغ,
  عدد, राशि, संख्या, 金额, 数量, 金額, 금액, 수량, ราคา, จำนวน
`);
/** What has a number of its own, as the heading of a list. */
export const FIGURE_THINGS = words(`
  orders, invoices, tickets, payments, customers, contacts, conversations, pedidos, faturas, facturas, commandes, bestellungen, ordini, pesanan,
`);
/** Headings of tables that list other things by code. */
export const THINGS_BY_CODE = words(`
  market, city, town, place, district, province, country, post office, branch, product, product name, item, item name, discount, offer,
  currency, customer, employee, student, department, warehouse, airport, course, subject, cidade, município, produto, desconto,
  ciudad, municipio, país, producto, descuento, ville, commune, pays, produit, remise, stadt, ort, land, gemeinde, produkt, artikel, rabatt, città,
  comune, paese, prodotto, articolo, sconto, город, район, страна, товар, скидка, şehir, il, ilçe, ülke, ürün, indirim, kota, kabupaten, negara,
  produk, diskon, bandar, negeri, शहर, ज़िला, जिला, उत्पाद, छूट, শহর, জেলা, পণ্য, ছাড়, شہر, ضلع, رعایت, مدينة, المدينة, منتج, المنتج, خصم,
  城市, 地区, 产品, 商品, 都市, 도시, 상품
`);
/** Places whose postcodes look like codes. */
export const TOWNS = words(`
  haryana, sonipat, sonepat, karnal, ambala, panipat, kurukshetra, kaithal, yamuna nagar, yamunanagar,
  jagadhri, panchkula, kundli, gohana, rai, thanesar, jilin, changchun, punjab, china, india, missouri,
  st. louis, offenbach, colorado, georgia, maryland
`);
/** The same, and parts of an address. */
export const PLACES = [
  ...TOWNS,
  ...words(`
  road, rd, street, st, avenue, ave, nagar, plot,
  sector, district, distt, tehsil, village, estate, floor, flat, block, building, tower, colony, market,
  highway, lane, phase, address, head office, office, pkwy, blvd, drive, suite, rua, avenida, bairro,
  calle, colonia, rue, strasse, straße, via, piazza, улица, ул., jalan, jl., mahallesi, sokak, शहर, रोड,
  सेक्टर, मकान, पता, شارع, 路, 街, 区, 市, 丁目
`),
];
