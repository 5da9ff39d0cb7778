/** Word lists across languages. Commas separate; a blank stands for any joint; `*` takes any ending. Case and accents do not count. */

/** Error, by language. */
export const ERROR = `
  exception, exceptions, exc, fault, incident, excepción, excepcion, excepciones, exceção, excecao, exceções, anomalie, exception serveur, störung,
  störungen, ausnahme, eccezione, eccezioni, guasto, anomalia, uitzondering, storing, istisna, arıza, исключение, исключения, исключен*,
  неисправность, استثناء, الاستثناء, عطل, अपवाद, pengecualian, gangguan, 异常码, 異常, 故障, 例外, 障害, 예외, 장애, ngoại lệ, sự cố, ข้อยกเว้น, חריגה, wyjątek,
  usterka, err, errno, errcode, err code, falla, fallas, avería, avaria, défaut, mangel, difetto, defect, ошибочный, hatası, hatalı, خلل, দোষ,
  ব্যতিক্রম, استثنا, نقص, *fehler, *störung, *ausnahme, *fout, *storing, *fejl, *feil, *virhe, problem, problems, problema, problemas,
  problème, probleem, problem*, masalah, sorun, проблем*, неполадк*, неисправн*, المشكلة, مشكلة, العطل, خرابی, समस्या, खराबी, সমস্যা, مسئلہ, בעיה,
  问题, 問題, 문제, ปัญหา, ความล้มเหลว, ขัดข้อง, เออเร่อ, ошиб., ош., bł., usterk*, error, errors, failure, failed with, fails with, fail with,
  failing with, rejected with, rejects with, returned with, limit hit, erro, erros, falha, falha com, errores, fallo, fallos, falló con, erreur,
  erreurs, échec, echec, fehler, fehlers, fehlermeldung, meta fehler, errore, errori, fout, fouten, foutmelding, meta fout, błąd, błędu, błędem,
  błędy, ошибк*, ошибок, сбой, помилк*, hata, hatasını, hatasına, hatalar*, hatayı, hatayla, hatasıyla, hatasında, hatasından, hatasının, galat,
  kesalahan, eror, gagal dengan, dengan kegagalan, karena kegagalan, errornya, erornya, ralat, lỗi, त्रुटि, त्रुटी, एरर, गलती, ত্রুটি, এরর, ভুল,
  ایرر, غلطی, خطأ, الخطأ, أخطاء, خطا, خطای, שגיאה, שגיאת, תקלה, 错误, 錯誤, 报错, 報錯, 异常, 接口报, 接口報, 系统报, 后台报, 会报, 就报, 一直报, 总是报, 报了, エラー, 不具合, 오류, 에러,
  ข้อผิดพลาด, ผิดพลาด, เออเรอร์, chyba, chyby, chybu, chybou, chybě, fel, felet, fejl, fejlen, feil, feilen, virhe*, eroare, eroarea, erori, hiba,
  hibát, hibával, σφάλμα, σφάλματος, xato, xatolik, xəta, xətası, hitilafu, kosa, பிழை, లోపం, ఎర్రర్, ભૂલ, એરર, błędów, ошибки, помилок, hatalar,
  failures, falhas, שגיאות, fehler*, unterfehler*, fout*, subfout*, başarısızlık*, विफलता, फेल, ব্যর্থতা, awari*, niepowodzeni*, недоставк*, отказ*,
  неудач*, échec*, défaillance*, fallimento, guasti, kegagalan*, kerusakan, ناکامی, الفشل, فشل التسليم, 失败, 실패, ล้มเหลว, כשל, כישלון
`;

/** Error code, by language. */
export const ERROR_CODE = `
  error code*, errorcode, err code, error subcode*, subcode, subcodes, sub code*, error no, error number, error id, failure code, failed reason,
  failure reason, fail code, exception code, rejection code, error status, errors by code, failures by code, código* de erro, codigo* de erro,
  código do erro, códigos de erros, cód. erro, cód de erro, cod erro, erros por código, falhas por código, subcódigo*, subcodigo*, código* de error,
  codigo* de error, código del error, códigos de errores, código de fallo, cód. error, errores por código, fallos por código, erreurs par code,
  échecs par code, code* d'erreur, code* d’erreur, code erreur, codes erreur, numéro d'erreur, sous code*, fehler nach code, fehlercode*,
  fehler code, fehlernummer*, fehlerkennung, untercode*, subcode*, errori per codice, codic* di errore, codic* errore, codice dell'errore,
  sottocodic*, foutcode*, fout code, foutnummer, kod błędu, kody błędów, kodem błędu, numer błędu, код* ошиб*, код* сбоя, подкод*, субкод*,
  код* помил*, hata kod*, hata numaras*, hata no, alt kod*, alt hata kod*, kode error, kode eror, kode kesalahan, kode galat, kode kegagalan,
  subkode, sub kode, kod ralat, kod kesilapan, subkod, sub kod, mã lỗi, त्रुटि कोड, एरर कोड, त्रुटी कोड, गलती कोड, उपकोड, उप कोड, सबकोड, सब कोड,
  ত্রুটি কোড, এরর কোড, ত্রুটির কোড, সাবকোড, সাব কোড, উপকোড, ایرر کوڈ, خرابی کوڈ, خرابی کا کوڈ, غلطی کا کوڈ, سب کوڈ, ذیلی کوڈ, رمز الخطأ, رمز خطأ,
  كود الخطأ, كود خطأ, رقم الخطأ, رموز الخطأ, رموز الأخطاء, الرمز الفرعي, رمز فرعي, الكود الفرعي, كود فرعي, کد خطا, کد خطای, קוד שגיאה, קוד השגיאה,
  错误代码, 错误码, 错误编号, 報錯代碼, 錯誤代碼, 錯誤碼, 报错码, 失败代码, エラーコード, エラー番号, エラー コード, 오류 코드, 오류코드, 에러 코드, 에러코드, 오류 번호, รหัสข้อผิดพลาด, โค้ดข้อผิดพลาด,
  รหัสความผิดพลาด, รหัส error, chybový kód, chybovým kódem, kód chyby, kódem chyby, felkod*, felmeddelande, fejlkode*, feilkode*, virhekoodi*,
  cod* de eroare, codul erorii, hibakód*, κωδικός σφάλματος, κωδικό σφάλματος, xato kodi, xatolik kodi, xəta kodu, msimbo wa hitilafu,
  nambari ya hitilafu, பிழை குறியீடு, பிழைக் குறியீடு, లోపం కోడ్, ఎర్రర్ కోడ్, ભૂલ કોડ, એરર કોડ
`;

/** `code` alone, which may be a postcode, and words for a reason. */
export const CODE = `
  *code, *kode, *koodi, *kod, *nummer, *kennung, *kennzahl, *schlüssel, *nr, subcode, الكود, الرمز, ош, cód, código, kod bł, code, codes, reason,
  cause, códigos, codigo, codigos, motivo, motivos, causa, motif, raison, grund, codice, codici, reden, kod, kodem, kody, код, коды, кодом, кода,
  причина, коди, kodu, kodları, sebep, neden, kode, alasan, sebab, mã, कोड, कारण, কোড, কারণ, کوڈ, وجہ, رمز, كود, السبب, سبب, کد, علت, קוד, סיבה, 代码,
  代碼, 状态码, 原因, 编码, コード, 理由, 코드, 사유, 원인, รหัส, โค้ด, สาเหตุ, kód, kódem, koden, koodi*, cod, codul, kóddal, κωδικός, κωδικό, kodi, msimbo, குறியீடு,
  కోడ్, કોડ, razón, razão, grund der ablehnung, ablehnungsgrund, fehlergrund, powód, причин*, nedeni, sebebi, lý do, เหตุผล, důvod, orsak, årsag,
  syy, motivul, αιτία, sababi, səbəb, sababu, காரணம், కారణం, કારણ
`;

/** What a failure is put down to: before a code in the name of a field. */
export const CAUSE = `
  reason, reasons, cause, caused by, why, because, because of, due to, owing to, with, with code, by, motivo, motivos, causa, causas, razón,
  razón de, por, por qué, debido a, a causa de, com, con, con código, com código, razão, por causa de, por motivo de, porque, motif, motifs, raison,
  raisons, cause de, à cause de, pour cause, pour, avec, avec code, grund, gründe, ursache*, wegen, mit, aufgrund, weil, warum, *grund, *ursache,
  per, a causa di, motivo di, ragione, perché, reden*, oorzaak*, wegens, met, vanwege, waarom, *reden, *oorzaak, powód, powod*, przyczyn*, z powodu,
  przez, dlaczego, причин*, по причине, из за, почему, с кодом, с ошибкой, sebep*, sebeb*, neden*, nedeni, yüzünden, nedeniyle, sebebiyle, ile,
  niçin, alasan*, sebab, penyebab*, karena, kerana, akibat, dengan, mengapa, lý do, nguyên nhân, vì, do, vì sao, tại sao, कारण, वजह, क्यों,
  की वजह से, के कारण, কারণ, কারণে, কেন, وجہ, وجوہات, کی وجہ سے, سبب, السبب, أسباب, بسبب, لماذا, بـ, علت, סיבה, סיבת, הסיבה, בגלל, עקב, למה, 原因, 理由,
  缘由, 事由, 原由, 起因, 要因, 사유, 원인, 이유, 때문, สาเหตุ, เหตุผล, เพราะ, เนื่องจาก, ด้วย
`;

/** A number, a share, a bound or a span of what it stands beside: errors that are counted. */
export const COUNT_NAME = `
  count, counts, counter, total, totals, number of, no. of, amount of, sum, sum of, rate, ratio, share, percent*, threshold, limit, budget, quota,
  today, yesterday, this week, last week, this month, per day, per hour, daily, weekly, monthly, average, avg, max, maximum, min, minimum, median,
  24h, last 24, last 7, so far, to date, tally, volume, quantity, qty, messages, sends, attempts, cantidad, total de, suma, tasa, índice, porcentaje,
  umbral, límite, hoy, ayer, esta semana, este mes, por día, al día, diario, diarios, diaria, diarias, promedio, media, máx*, mín*, recuento, conteo,
  mensajes, envíos, intentos, quantidade, qtd, qtde, taxa, percentual, limiar, limite, hoje, ontem, semana, mês, por dia, diários, diárias, diário,
  média, contagem, mensagens, envios, tentativas, nombre, nombre de, nb, nb de, taux, pourcentage, seuil, aujourd'hui, hier, semaine, mois, par jour,
  quotidien*, moyenne, compte, somme, envois, tentatives, anzahl, anz., gesamt, gesamtzahl, insgesamt, summe, quote, anteil, prozent, schwelle,
  schwellenwert, grenze, grenzwert, heute, gestern, woche, monat, pro tag, täglich*, schnitt, durchschnitt, zähler, menge, nachrichten, versuche,
  *anzahl, *zahl, *quote, *rate, *schwelle, *grenze, *limit, *zähler, *menge, *summe, quantità, totale, totali, somma, tasso, percentuale, soglia,
  oggi, ieri, settimana, mese, al giorno, giornalier*, conteggio, messaggi, invii, tentativi, aantal, totaal, som, percentage, drempel,
  drempelwaarde, grens, vandaag, gisteren, week, maand, per dag, dagelijks*, gemiddeld*, teller, berichten, pogingen, *aantal, *drempel, *percentage,
  *teller, liczba, ilość, razem, łącznie, wskaźnik, odsetek, próg, dziś, dzisiaj, wczoraj, tydzień, miesiąc, dziennie, średnia, licznik, wiadomości,
  próby, количество, кол во, число, всего, итого, сумма, доля, процент*, порог*, лимит*, сегодня, вчера, недел*, месяц*, в день, за день, за сутки,
  средн*, счетчик, счётчик, сообщений, попыток, sayısı, sayisi, adet, adedi, toplam*, tutar, oran*, yüzde*, eşik, eşiği, sınır, sınırı, limiti,
  bugün*, dün, hafta, ay, günlük, ortalama, sayaç, mesajlar, deneme, jumlah, banyaknya, tingkat, rasio, persen*, ambang, batas, hari ini, kemarin,
  minggu, bulan, per hari, harian, rata rata, hitungan, percobaan, bilangan, số lượng, số lần, số tin, tổng, tổng số, tỷ lệ, tỉ lệ, phần trăm,
  ngưỡng, giới hạn, hôm nay, hôm qua, tuần, tháng, mỗi ngày, trung bình, lần, संख्या, कुल, योग, गिनती, दर, प्रतिशत, सीमा, आज, कल, सप्ताह, महीने,
  प्रति दिन, औसत, संदेश, प्रयास, সংখ্যা, মোট, যোগ, হার, শতাংশ, সীমা, আজ, আজকের, গতকাল, সপ্তাহ, মাস, প্রতিদিন, গড়, গণনা, تعداد, کل, مجموعی, شرح,
  فیصد, حد, آج, گزشتہ, ہفتہ, مہینہ, روزانہ, اوسط, گنتی, عدد, إجمالي, مجموع, معدل, نسبة, عتبة, اليوم, أمس, الأسبوع, الشهر, يوميا, يوميًا, متوسط,
  رسائل, محاولات, مספר, כמות, סך, סה"כ, שיעור, אחוז, סף, מגבלה, היום, אתמול, שבוע, חודש, ליום, ממוצע, הודעות, 数, 数量, 总数, 总计, 合计, 共计, 次数, 条数, 率, 比例,
  百分比, 阈值, 上限, 下限, 限额, 今日, 今天, 昨日, 昨天, 本周, 本月, 每日, 平均, 累计, 計, 総計, 合計, 件数, 回数, 総数, 割合, しきい値, 閾値, 本日, 今週, 今月, 一日, 累計, 수, 건수, 횟수, 개수, 총, 합계, 총계, 율, 비율,
  백분율, 임계값, 한도, 오늘, 어제, 이번 주, 이번 달, 하루, 일일, 평균, 누적, จำนวน, ทั้งหมด, รวม, ยอด, อัตรา, ร้อยละ, เปอร์เซ็นต์, เกณฑ์, ขีดจำกัด, วันนี้, เมื่อวาน, สัปดาห์,
  เดือน, ต่อวัน, เฉลี่ย, ครั้ง, jumlah pesan, tổng tin
`;

/** What has codes that are none of errors, and what those are for. */
export const CODE_OWNER = `
  language, lang, locale, country, area, region, city, currency, bank, branch, sort, swift, department, dept, division, section, unit, product, item,
  article, sku, stock, model, employee, staff, member, client, customer, vendor, supplier, dealer, agent, partner, store, shop, tax, vat, hs, promo*,
  discount, coupon, voucher, gift, invite, invitation, referral, access, entry, door, gate, room, security, safety, one time, single use,
  verification, confirmation, activation, pairing, pin, otp, login, backup, recovery, tracking, parcel, bar, qr, dial*, postal, post, zip, short,
  long, country dialing, service, course, class, project, batch, color, colour, airport, plan, account, booking, pickup, delivery pin, idioma, país,
  zona, área, región, moneda, banco, sucursal, departamento, sección, producto, artículo, empleado, cliente, proveedor, agente, tienda, impuesto,
  descuento, cupón, regalo, invitación, referido, acceso, puerta, portal, habitación, seguridad, un solo uso, verificación, confirmación, activación,
  emparejamiento, rastreo, seguimiento, barras, marcado, corto, servicio, curso, proyecto, lote, cuenta, reserva, recogida, língua, região, moeda,
  filial, agência, setor, seção, produto, artigo, funcionário, fornecedor, loja, imposto, desconto, cupom, presente, convite, indicação, acesso,
  porta, portão, quarto, segurança, uso único, verificação, confirmação, ativação, pareamento, rastreio, rastreamento, discagem, curto, serviço,
  projeto, cor, conta, retirada, langue, pays, zone, région, devise, banque, guichet, agence, département, produit, employé, fournisseur, magasin,
  taxe, remise, cadeau, parrainage, accès, entrée, porte, portail, chambre, sécurité, usage unique, vérification, appairage, suivi, barres, court,
  projet, couleur, compte, retrait, sprach*, land, länder*, region*, währung*, bank*, bankleit*, filial*, zweig*, abteilung*, produkt*, artikel*,
  mitarbeiter*, kunden*, lieferanten*, händler*, steuer*, rabatt*, gutschein*, geschenk*, einladung*, empfehlung*, zugang*, zutritt*, zugriff*, tür*,
  tor*, zimmer*, sicherheit*, einmal*, bestätigung*, aktivierung*, kopplung*, sendungs*, strich*, vorwahl*, kurzwahl*, kurz*, dienst*, kurs*,
  projekt*, chargen*, farb*, konto*, buchung*, abhol*, lingua, paese, prefisso, regione, valuta, banca, filiale, reparto, sezione, prodotto,
  articolo, dipendente, fornitore, negozio, tassa, fiscale, sconto, invito, accesso, cancello, stanza, sicurezza, monouso, verifica, attivazione,
  abbinamento, tracciamento, barre, breve, servizio, progetto, colore, conto, prenotazione, ritiro, taal*, landcode, netnummer, valuta*, filiaal*,
  afdeling*, medewerker*, klant*, leverancier*, winkel*, belasting*, korting*, cadeau*, uitnodiging*, toegang*, deur*, poort*, kamer*, beveiliging*,
  veiligheid*, eenmalig*, bevestiging*, activering*, koppel*, streep*, język*, kraj*, walut*, oddział*, dział*, artykuł*, pracownik*, klient*,
  dostawc*, sklep*, podatk*, rabat*, prezent*, zaproszeni*, dostęp*, drzwi, bram*, pokój, pokoj*, bezpieczeństw*, jednorazow*, weryfikac*, aktywac*,
  parowani*, śledzeni*, kresk*, kierunkow*, krótk*, язык*, стран*, регион*, валют*, банк*, филиал*, отдел*, подраздел*, товар*, продукт*, артикул*,
  сотрудник*, клиент*, поставщик*, магазин*, налог*, скидк*, подар*, приглашени*, доступ*, двер*, домофон*, комнат*, безопасност*, одноразов*,
  проверк*, подтвержд*, активаци*, сопряжени*, отслеживани*, штрих, почтов*, пин, короткий, услуг*, проект*, цвет*, dil, ülke, bölge, para birimi,
  banka, şube, departman, bölüm, ürün, çalışan, personel, müşteri, tedarikçi, bayi, mağaza, vergi, indirim, hediye, davet, erişim, giriş, kapı, oda,
  güvenlik, tek kullanımlık, doğrulama, onay, aktivasyon, etkinleştirme, eşleştirme, takip, posta, kısa, hizmet, proje, renk, hesap, bahasa, negara,
  wilayah, daerah, mata uang, cabang, departemen, divisi, bagian, produk, barang, karyawan, pegawai, pelanggan, pemasok, toko, pajak, diskon, hadiah,
  undangan, referal, akses, masuk, pintu, kamar, keamanan, sekali pakai, verifikasi, konfirmasi, aktivasi, pelacakan, lacak, batang, pos, pendek,
  singkat, layanan, proyek, warna, akun, ngôn ngữ, quốc gia, vùng, khu vực, tiền tệ, ngân hàng, chi nhánh, phòng ban, bộ phận, sản phẩm, nhân viên,
  khách hàng, nhà cung cấp, đại lý, cửa hàng, thuế, giảm giá, quà tặng, mời, giới thiệu, truy cập, cửa, phòng, bảo mật, dùng một lần, xác minh,
  xác nhận, kích hoạt, vận đơn, theo dõi, vạch, bưu chính, bưu điện, ngắn, dịch vụ, dự án, yêu cầu, भाषा, देश, क्षेत्र, एरिया, मुद्रा, बैंक, शाखा,
  विभाग, उत्पाद, वस्तु, आइटम, कर्मचारी, ग्राहक, विक्रेता, स्टोर, दुकान, कर, छूट, प्रोमो, कूपन, उपहार, आमंत्रण, निमंत्रण, रेफरल, एक्सेस, प्रवेश,
  दरवाज़े, दरवाजे, गेट, कमरा, सुरक्षा, वन टाइम, सत्यापन, सक्रियण, ट्रैकिंग, बार, पिन, डाक, एसटीडी, लघु, शॉर्ट, सेवा, परियोजना, ভাষা, দেশ, এলাকা,
  অঞ্চল, মুদ্রা, ব্যাংক, শাখা, বিভাগ, পণ্য, কর্মচারী, গ্রাহক, দোকান, কর, ছাড়, প্রোমো, কুপন, আমন্ত্রণ, প্রবেশ, দরজার, গেট, নিরাপত্তা, একবার,
  যাচাইকরণ, ট্র্যাকিং, বার, পিন, ডাক, زبان, ملک, علاقہ, کرنسی, بینک, برانچ, شعبہ, مصنوعات, پروڈکٹ, ملازم, گاہک, دکان, ٹیکس, رعایت, پرومو, کوپن, دعوت,
  دعوتی, رسائی, دروازے, گیٹ, سیکیورٹی, تصدیق, تصدیقی, ٹریکنگ, بار, پن, پوسٹل, ڈاک, اللغة, لغة, الدولة, البلد, المنطقة, العملة, البنك, بنك, الفرع,
  القسم, الإدارة, المنتج, الصنف, الموظف, العميل, المورد, المتجر, الضريبة, الخصم, خصم, الترويجي, ترويجي, القسيمة, الهدية, الدعوة, دعوة, الإحالة,
  الدخول, الوصول, الباب, البوابة, الغرفة, الأمان, الأمن, لمرة واحدة, التحقق, تحقق, التفعيل, تفعيل, التأكيد, الاقتران, التتبع, الشحنة, شريطي,
  الباركود, البريدي, القصير, الخدمة, المشروع, اللون, שפה, מדינה, אזור, מטבע, בנק, סניף, מחלקה, מוצר, פריט, עובד, לקוח, ספק, חנות, מס, הנחה, קופון,
  מתנה, הזמנה, גישה, כניסה, דלת, שער, חדר, אבטחה, חד פעמי, אימות, הפעלה, מעקב, ברקוד, מיקוד, דואר, קצר, שירות, 语言, 国家, 地区, 区域, 货币, 币种, 银行, 支行, 分行,
  部门, 产品, 商品, 物料, 员工, 工号, 客户, 供应商, 门店, 店铺, 税, 税务, 折扣, 优惠, 促销, 礼品, 邀请, 推荐, 访问, 门禁, 进门, 房间, 安全, 一次性, 验证, 确认, 激活, 配对, 追踪, 快递, 条形, 条, 二维, 邮政, 邮编, 短, 服务,
  项目, 颜色, 言語, 国, 地域, 通貨, 銀行, 支店, 部署, 部門, 製品, 品目, 社員, 従業員, 顧客, 仕入先, 店舗, 割引, プロモ, プロモーション, クーポン, ギフト, 招待, 紹介, アクセス, 入室, ドア, 部屋, セキュリティ, ワンタイム, 認証, 確認,
  有効化, ペアリング, 追跡, バー, 郵便, 短縮, サービス, プロジェクト, 色, 언어, 국가, 지역, 통화, 은행, 지점, 부서, 상품, 제품, 품목, 직원, 사원, 고객, 공급업체, 매장, 세금, 할인, 프로모션, 쿠폰, 선물, 초대, 추천, 접근, 출입,
  출입문, 방, 보안, 일회용, 인증, 확인, 활성화, 페어링, 추적, 운송장, 바, 우편, 단축, 서비스, 프로젝트, ภาษา, ประเทศ, พื้นที่, ภูมิภาค, สกุลเงิน, ธนาคาร, สาขา, แผนก, สินค้า, พนักงาน,
  ลูกค้า, ร้าน, ภาษี, ส่วนลด, โปรโมชั่น, คูปอง, ของขวัญ, เชิญ, แนะนำ, เข้า, ประตู, ห้อง, ความปลอดภัย, ครั้งเดียว, ยืนยัน, เปิดใช้งาน, ติดตาม,
  บาร์โค้ด, ไปรษณีย์, สั้น, บริการ, เทมเพลต, เว็บฮุก
`;

/** A message, a template or a business did not get through. */
export const FAILED = `
  failed, undelivered, not delivered, undeliverable, failure, error, não entregue, no entregado, no entregada, non remis, non distribué,
  non consegnato, teslim edilemedi, iletilemedi, tidak terkirim, tidak dihantar, असफल, পাঠানো যায়নি, لم يتم التسليم, falló, fallido, fallida,
  fallidos, fallidas, falhou, échoué, échouée, échoués, échouées, fehlgeschlagen, nicht zugestellt, gescheitert, fallito, fallita, mislukt,
  nie powiodło się, не доставлено, не отправлено, не удалось, başarısız, gagal, thất bại, विफल, ব্যর্থ, ناکام, فشل, ناموفق, נכשל, נכשלה, 失败, 失敗, 실패,
  ล้มเหลว, not sent, couldn't send, couldn’t send, could not send, can't send, não enviado, não enviada, não entregues, no enviado, no enviada,
  non envoyé, non inviato, non riuscito, non riuscita, nicht gesendet, niet bezorgd, niet verzonden, niet afgeleverd, gönderilemedi, ulaşmadı,
  gönderilmedi, belum terkirim, gagal dikirim, chưa gửi, không gửi được, chưa gửi được, không đến, नहीं भेजा, नहीं पहुँचा, পৌঁছায়নি, نہیں پہنچا,
  نہیں بھیجا, لم ترسل, لم تُرسل, لم تصل, لم يتم الإرسال, تعذّر الإرسال, تعذر الإرسال, לא נשלח, לא נשלחה, לא נמסר, לא נמסרה, 未送达, 未送達, 未发送, 未配信, 未送信,
  送信できません, 配信できません, 送れません, 미발송, 미전송, 전송되지, 보내지 못, ส่งไม่สำเร็จ, ไม่สำเร็จ, ส่งไม่ได้, rejected, rejection, reject, rejects, turned down, turns down,
  disapproved, declined, rejeitad*, rejeição, reprovad*, rechazad*, rechazo, refusé*, refus, rejeté*, rejet, abgelehnt*, ablehnung*, rifiutat*,
  rifiuto, geweigerd, afgewezen, afwijzing*, odrzucon*, отклон*, відхилен*, reddedil*, ret nedeni, red nedeni, ditolak, penolakan, bị từ chối,
  từ chối, अस्वीकृत*, अस्वीकार, প্রত্যাখ্যা*, مسترد, مرفوض, رفض, الرفض, رد شد, נדח*, 拒绝, 拒絕, 被拒, 却下, 拒否, 거부, 거절, 반려, ปฏิเสธ, zamítnut*, avvisad*,
  afvist, hylätty, respins*, απορρίφθηκε, başarısızlık*, विफलता, फेल, ব্যর্থতা, ناکامی, odrzuceni*, niedostarcz*, недоставк*, non remise,
  non distribution, non livraison, no entrega, não entrega, mancata consegna, nicht zustellbar, unzustellbar*, onbestelbaar*, teslim edilememe*,
  अस्वीकृति, প্রত্যাখ্যান, 驳回, 不達, 미전달
`;

/** What leads a result. */
export const OUTCOME = `
  status, state, failed, failure, undelivered, not delivered, rejected, estado, falhou, falló, fallido, échoué, statut, fehlgeschlagen, fallito,
  stato, mislukt, статус, состояние, durum, başarısız, gagal, trạng thái, स्थिति, विफल, অবস্থা, الحالة, فشل, وضعیت, סטטוס, נכשל, 状态, 狀態, 失败, 失敗,
  ステータス, 상태, 실패, สถานะ, ล้มเหลว
`;

/** A code, but none of an error. */
export const OTHER_CODE = `
  verification*, otp, one time, passcode, pin code, pincode, zip*, postal, post code, postcode, country code*, area code*, dial* code, promo, promos,
  promo code*, promocode*, promoci*, промокод*, coupon*, voucher*, qr, barcode, bar code, source code, language code*, currency code*, product code*,
  item code*, sku, invite code, referral, access code, login code, sign in code, signin code, authentication code, security code, booking code*,
  gift code*, sort code*, swift, hsn, hs code*, ifsc, activation, enter the code, use code, use the code, apply code, at checkout, your code is,
  your code was, two factor, 2fa, verificação, verificación, vérification, verifica, código postal, code postal, codice postale, código de barras,
  cep, plz, postleitzahl, bestätigungscode, verifizierungscode, verifizierung*, bevestigingscode, verificatiecode, подтвержден*, индекс, doğrulama,
  onay kodu, posta kodu, verifikasi, kode pos, kode otp, pengesahan, poskod, xác minh, xác nhận, mã bưu, सत्यापन, पिन कोड, पिन, পিন, ওটিপি, যাচাই*,
  পোস্ট কোড, تصدیقی, التحقق, البريدي, אימות, מיקוד, 验证码, 驗證碼, 邮编, 郵遞區號, 郵便番号, 〒, 認証, 確認コード, ログインコード, ログイン用コード, 인증번호, 인증, 우편번호, รหัสไปรษณีย์,
  otp รหัส, confirmation code, discount code*, your pin, employee code, staff code, branch code*, store code, shop code, dealer code, agent code,
  client code, customer code, vendor code, supplier code, department code, project code, course code*, batch code, bank code*, member code,
  student code, tax code*, location code, site code, unit code, asset code, reference code, order code, tracking code, design code, colour code,
  color code, style code, short code, shortcode, long code, descuento, desconto, rabatt*, sconto, diskon, indirim, скидк*, réduction,
  promotion code*, promotional code*, code promotion*, redemption, license code, licence code, pairing code, join code, meeting code, class code,
  room code, door code, gate code, key code, iso code, airport code, route code, plan code, gl code, account code, stock code, article code,
  wrong code, invalid code, incorrect code, código incorrecto, código inválido, código incorreto, código errado, code invalide, falscher code,
  ungültiger code, codice errato, неверный код, yanlış kod, hatalı kod, kode salah, गलत कोड, رمز غير صحيح, クーポン, クーポンコード, 优惠码, 優惠碼, 优惠券, 折扣码, 兑换码,
  쿠폰, 할인 코드, کوپن, كوبون, رمز الخصم, קופון, mã giảm giá, कूपन, কুপন, купон*, kupon*, cupón, cupom, gutschein*, الاحتياطي, delivery code, pickup code,
  backup code, recovery code, ussd, password, senha, contraseña, mot de passe, passwort, wachtwoord, пароль, şifre*, kata sandi, mật khẩu,
  كلمة المرور, كلمة السر, पासवर्ड, পাসওয়ার্ড, پاس ورڈ, סיסמה, 密码, 密碼, パスワード, 비밀번호, รหัสผ่าน
`;

/** What has a number of its own: orders, invoices, customers, and what daily life numbers. */
export const THING = `
  varchar, nvarchar, p.o. box, po box, postfach, apartado postal, caixa postal, boîte postale, chunk, attempt, byte, offset, shard, partition,
  flight, seat, iso, rfc, recipient, subscriber, contact, defect, destinatario, destinatário, order, orders, order no, invoice, inv, ticket, tickets,
  booking, reservation, receipt, bill, txn, transaction, payment id, ref, reference, case, case no, customer id, customer, account no,
  account number, conversation, user id, id, employee, roll no, serial, batch, issue, pull request, pr, export, job, task, room, section, sec, lot,
  model, part no, item, pid, gstin, extension, ext, build, campaign, broadcast, campanha, campaña, difusión, campagne, kampagne, kampanye, pedido,
  fatura, nota fiscal, boleto, protocolo, chamado, cliente, factura, reserva, orden, commande, facture, dossier, bestellung, bestellnummer, rechnung,
  auftrag, kundennummer, vorgang, ordine, fattura, pratica, bestelling, factuur, заказ*, счет*, счёт*, накладн*, sipariş*, müşteri no, zamówieni*,
  pesanan, invois, pelanggan, nota, lote, resi, đơn hàng, hóa đơn, ऑर्डर, बिल, इनवॉइस, অর্ডার, آرڈر, طلب, طلبك, الطلب, فاتورة, الفاتورة, הזמנה,
  חשבונית, 订单, 訂單, 单号, 發票, 注文番号, 注文, 請求書, 주문, 청구서, 付款, ออเดอร์, คำสั่งซื้อ, พัสดุ, ใบเสนอราคา, tracking, tracking id, rastreio, rastreamento,
  rastreo, guía, seguimiento, suivi, colis, sendung, sendungsnummer, spedizione, трек номер, kargo takip, takip, nomor resi, الشحنة, ट्रैकिंग, 快递单号,
  运单号, 追跡番号, 運送状番号, 운송장, 운송장 번호, tíquete, chamada, tiket, тикет, заявк*, обращени*, talep, bilet, تذكرة, टिकट, 工单, 工單, チケット, 티켓, เคส, tenant,
  tenant id, merchant, merchant id, mandant, file no, file number, dosya no, dosya numarası, policy, apólice, póliza, contract, contrato, contrat,
  vertrag, vertragsnummer, contratto, договор*, sözleşme, kontrak, العقد, ramal, anexo, folio, expediente, matrícula, legajo, faktur, rezervasyon,
  randevu, poliçe, العميل, ग्राहक, ग्राहक आईडी, 客户编号, 客戶編號, お客様番号, 고객 번호, worker, process id, thread, conversa, conversación, unterhaltung,
  conversazione, диалог*, görüşme, obrolan, المحادثة, बातचीत, 会话, 會話, 会話, 대화, campagna, кампани*, kampanya, الحملة, अभियान, riga, 发票号码, ad set, ad,
  anúncio, anuncio, annonce, anzeige, flow, sync, чат*, parcel, package, shipment, payment, paquete, pacote, encomenda, paket, pacco, pakket, kargo,
  посылк*, bưu kiện, 荷物, 包裹, 快递, 快遞, 소포, 택배, शिपमेंट, पार्सल, পার্সেল, پارسل, طرد, الطرد, חבילה, pagamento, pago, paiement, zahlung, betaling,
  платеж*, платёж*, ödeme, pembayaran, bayaran, thanh toán, भुगतान, পেমেন্ট, ادائیگی, الدفعة, العملية, תשלום, עסקה, 支払い, 결제, transação, transacción,
  buchung, işlem, transaksi, giao dịch, fila, user, usuario, usuário, benutzer, utilisateur, utente, gebruiker, пользовател*, kullanıcı, pengguna,
  người dùng, उपयोगकर्ता, ব্যবহারকারী, صارف, المستخدم, משתמש, 用户, ユーザー, 사용자, ผู้ใช้, ordered, bought, purchased, refund*, courier, booked, hotel,
  flat, locker, odometer, mileage, meter, donation*, raffle, bid, score*, exam, badge, patent, asteroid, isbn, signatures, inhabitants, judge,
  pedido*, comprei, comprou, encomenda*, reembolso, reserva*, apartamento, bloco, rifa, contrato*, processo, juiz, censo, população, placar,
  fliperama, peça, compré, compró, pedí, habitación, contador, cuentarrevoluciones, coche, ascensor, recogida, firmas, caja fuerte, pieza, ejemplar,
  gastamos, commande*, commandé*, remboursement, réservation, voiture, compteur, bestellt*, schloss, zähler, ordinato, rimborso, prenotat*,
  contapassi, pezzo, venduta, besteld, elektriciteitsmeter, bezorgd, loker, ditonton, одометр*, сезон, клиент подписал, طلبية, طلبيتي, ओटीपी,
  invoices, payments, customers, contacts, conversations, pedidos, faturas, facturas, commandes, bestellungen, ordini, market, city, town, place,
  district, province, country, post office, branch, product, product name, item name, discount, offer, currency, student, department, warehouse,
  airport, course, subject, cidade, município, produto, desconto, ciudad, municipio, país, producto, descuento, ville, commune, pays, produit,
  remise, stadt, ort, land, gemeinde, produkt, artikel, rabatt, città, comune, paese, prodotto, articolo, sconto, город, район, страна, товар,
  скидка, şehir, il, ilçe, ülke, ürün, indirim, kota, kabupaten, negara, produk, diskon, bandar, negeri, शहर, ज़िला, जिला, उत्पाद, छूट, শহর, জেলা,
  পণ্য, ছাড়, شہر, ضلع, رعایت, مدينة, المدينة, منتج, المنتج, خصم, 城市, 地区, 产品, 商品, 都市, 도시, 상품
`;

/** Towns and parts of an address. */
export const ADDRESS = `
  haryana, sonipat, sonepat, karnal, ambala, panipat, kurukshetra, kaithal, yamuna nagar, yamunanagar, jagadhri, panchkula, kundli, gohana, rai,
  thanesar, jilin, changchun, punjab, china, india, missouri, st. louis, offenbach, colorado, georgia, maryland, road, rd, street, st, avenue, ave,
  nagar, plot, sector, district, distt, tehsil, village, estate, floor, flat, block, building, tower, colony, market, highway, lane, phase, address,
  head office, office, pkwy, blvd, drive, suite, rua, avenida, bairro, calle, colonia, rue, strasse, straße, via, piazza, улица, ул., jalan, jl.,
  mahallesi, sokak, शहर, रोड, सेक्टर, मकान, पता, شارع, 路, 街, 区, 市, 丁目
`;

/** Currencies and amounts. */
export const MONEY = `
  usd, eur, gbp, inr, rub, sek, nok, dkk, kr, dirhams, тг, тенге, brl, rs., rs, r$, us$, aed, sar, egp, idr, rp, rm, myr, ngn, kes, zar, mxn, ars,
  clp, tl, pkr, bdt, tk, cny, rmb, jpy, krw, thb, vnd, cad, aud, chf, pln, uah, kzt, fcfa, xof, xaf, qar, kwd, omr, bhd, ils, nis, dollars, dollar,
  euro, euros, 块钱, 块, złotych, zł, kč, rupees, reais, pesos, rupiah, ringgit, lira, руб*, рублей, جنيه, ريال, درهم, دينار, روپے, रुपये, रु, টাকা, 원,
  円, 元, บาท, שקל, ש"ח, price, preço, precio, prix, preis, prezzo, цена, harga, balance, saldo, solde, amount, valor, montant, betrag, importe,
  importo, bakiye, баланс, остаток, الرصيد, رصيد, बैलेंस, ব্যালেন্স, 余额, 餘額, 残高, 잔액, ยอดเงิน, sum, subtotal, revenue, income, salary, cost, credit,
  credits, créditos, crédits, crediti, guthaben, TRY, PEN, COP
`;

/** Units and what is counted: behind a number. */
export const UNIT_BEHIND = `
  retries, retry attempts, boxes, bytes, lines, rows, sends, contacts, numbers, euros, rupees, points, steps, calories, likes, followers, votes,
  tickets, orders, visits, calls, reintentos, cajas, líneas, filas, disparos, números, puntos, pasos, calorías, seguidores, votos, visitas, llamadas,
  caixas, linhas, pontos, passos, ligações, disparos de, boîtes, lignes, pas, abonnés, appels, kartons, kisten, zeilen, punkte, schritte, anrufe,
  versuche, scatole, righe, punti, passi, chiamate, dozen, regels, stappen, oproepen, байт*, строк*, коробок, коробки, коробк*, попыток, шагов,
  очков, голосов, звонков, рублей, руб, км, satır*, kutu, adım*, puan, oy, arama, bayt, lira, kişi, baris, kotak, langkah, poin, panggilan, rupiah,
  orang, dòng, hộp, bước, điểm, cuộc gọi, byte, đồng, người, बाइट, पंक्तियाँ, डिब्बे, कदम, अंक, रुपये, रुपए, बार, बायт, بايت, سطر, سطور, علبة,
  كرتونة, خطوة, نقطة, صوت, مكالمة, ريال, جنيه, درهم, دينار, شخص, محاولة, 行, 字节, 位元組, 步, 箱, 分, 票, 通电话, 元, 块, 人, 次, 个, 条, 件, バイト, 歩, 点, 円, 回, 本, 個,
  바이트, 줄, 상자, 박스, 걸음, 점, 표, 원, 명, 번, 개, 건, ไบต์, บรรทัด, กล่อง, ก้าว, คะแนน, สาย, บาท, คน, ครั้ง, parameters, variables, params, shares, char,
  character, pixel, messages, msgs, conversations, users, customers, clients, people, recipients, templates, requests, times, items, characters,
  chars, words, views, viewers, clicks, downloads, files, units, emails, sms, tokens, records, entries, subscribers, members, attempts, inhabitants,
  replies, chats, leads, sessions, deliveries, ms, sec, secs, second, seconds, min, mins, minutes, hours, hour, hrs, days, day, weeks, months, years,
  kb, mb, gb, kib, mib, px, km, cm, kg, hz, khz, mhz, mps, rps, qps, tps, percent, out of, per second, per minute, per hour, per day, per week,
  per month, pm, mensagens, mensagem, conversas, contatos, usuários, clientes, modelos, solicitações, envios, segundos, minutos, horas, dias, vezes,
  pessoas, mensajes, conversaciones, contactos, usuarios, plantillas, solicitudes, personas, veces, días, caracteres, archivos, avisos, emojis,
  nachrichten, kontakte, nutzer, kunden, sekunden, minuten, stunden, tage, zeichen, mal, messaggi, contatti, utenti, clienti, secondi, minuti, ore,
  giorni, volte, caratteri, berichten, contacten, gebruikers, seconden, uur, dagen, tekens, keer, jours, heures, secondes, utilisateurs, caractères,
  fois, destinataires, сообщен*, контакт*, пользовател*, клиент*, секунд*, минут*, час*, дн*, раз, символ*, mesaj*, kullanıcı, müşteri, saniye,
  dakika, saat, gün, kez, karakter, bağlantı, pesan, kontak, pengguna, pelanggan, detik, menit, jam, hari, kali, mesej, kenalan, tin nhắn, liên hệ,
  khách, giây, phút, giờ, ngày, lần, मैसेज, संदेश, संपर्क, ग्राहक, घंटे, दिन, मिनट, सेकंड, বার, মেসেজ, বার্তা, গ্রাহক, দিন, ঘণ্টা, পیغام, پیغام, بار,
  دن, گھنٹے, رسالة, رسائل, محادثة, جهة, عميل, مرة, يوم, ساعة, دقيقة, ثانية, ردًّا, הודעות, לקוחות, פעמים, שעות, ימים, 條, 秒, 小时, 天, 名, 時間, 日, 年, 月, 회,
  초, 분, 시간, 일, ข้อความ, วัน, ชั่วโมง, นาที, วินาที, 号室, 호, impressões, impresiones, impressionen, impressioni, impressions, показ*, aguardando,
  en espera, wartend, bekliyor, menunggu, segments, reads, webhooks, events, webhook events, stars, kwh, wh, kcal, bpm, rpm, dpi, fps, hpa, m², km²,
  °c, voters, coins, credits, parcelas, moedas, cuotas, monedas, voti, stimmen, münzen, stemmen, punten, pièces, балл*, бонус*, заяв*, голос*, очк*,
  suara, phiếu, वोट, পয়েন্ট, ভোট, پوائنٹس, ووٹ, نقاط, أشخاص, נקודות, קולות, 积分, 积點, ポイント, 포인트, เสียง, entregues, lidas, lidos, enviadas, enviados,
  entregados, entregadas, leídos, leídas, livrés, lus, envoyés, zugestellt, gelesen, gesendet, consegnati, consegnate, letti, lette, inviati,
  inviate, доставлено, прочитано, отправлено, teslim edildi, okundu, gönderildi, terkirim, dibaca, remaining, waiting, pending, billed, charged,
  delivered, opened, clicked, replied, unread, pieces, envíos, invii, envois, sendungen, empfänger, verzendingen, ontvangers, destinatarios,
  destinatários, destinatari, отправок, получател*, шт, штук, человек, adet, tane, alıcı, gönderim, kiriman, penerima, lượt, tin, người nhận, लोग,
  लोगों, टेम्पलेट, टि, টি, টির, টিতে, টা, টার, জন, জনের, গ্রাহকের, پیغامات, گاہک, لوگ, افراد, إرسال, عملاء, مستلم, مستلمًا, אנשים, נמענים, אנשי קשר,
  more, additional, further, adicionales, adicionais, supplémentaires, weitere, weiteren, zusätzliche, ulteriori, tambahan, дополнительных, अतिरिक्त,
  إضافية, kolejnych, 追加, 추가, 更多, เพิ่มเติม,
  位, 笔, 封, 张, 張, 筆, 통, 枚, 台, รายการ, ราย, ฉบับ, ผู้รับ, restantes, restants, verbraucht, genutzt, usados, usadas, utilisés, utilizzati, осталось,
  kaldı, tersisa, còn lại, बाकी, शेष, বাকি, باقی, متبقية, متبقٍ, נותרו
`;

/** What leads a count, a limit or a measure. */
export const COUNT_LEAD = `
  depth, backlog, up to, at least, at most, more than, less than, over, under, about, around, total, totals, sent, delivered, failed, read, opened,
  clicked, pending, queued, count, limit, max, maximum, min, minimum, top, size, length, first, last, every, after, port, timeout, level, queue,
  pool, rows, pages, page, score, population, tier, weight, height, width, quantity, qty, remaining, used, value, até, cerca de, mais de, menos de,
  enviados, enviadas, entregues, lidos, falhas, limite, máximo, máx, hasta, más de, entregados, leídos, fallidos, límite, jusqu'à, plus de, moins de,
  bis zu, mehr als, gesendet, zugestellt, fino a, più di, oltre, tot, meer dan, до, более, свыше, отправлено, доставлено, hingga, sampai, lebih dari,
  terkirim, dibaca, gagal, en fazla, toplam, gönderilen, inviati, inviate, envoyés, envoyées, verzonden, надіслано, कुल, भेजे गए, असफल, مجموع,
  إجمالي, آخر, حتى, 最多, 超过, 送信, 配信済み, 失敗, 総数, 총, 최대, total customers, total contacts, total users, total messages, total de clientes,
  total de contatos, total de contactos, kunden gesamt, कुल ग्राहक, कुल संपर्क, کل گاہک, کل رابطے, মোট গ্রাহক, إجمالي العملاء, إجمالي جهات الاتصال,
  total pelanggan, toplam müşteri, всего клиентов, left, unsent, skipped, excluded, replied, quota, balance of, lidas, abertas, clicadas, restam,
  restante, restantes, cota, falharam, pendentes, leídas, quedan, restan, cupo, cuota, fallidas, fallaron, pendientes, remis, remises, lus, lues,
  reste, restent, restant, échecs, échoués, échouées, quota de, zugestellte, gelesen, fehlgeschlagen, offen, übrig, verbleibend, kontingent,
  consegnati, consegnate, letti, lette, falliti, fallite, rimangono, restano, rimasti, bezorgd, gelezen, mislukt, resterend, прочитано, ошибок,
  осталось, остаток, лимит, лимита, iletilen, okunan, başarısız, kalan, kota, tersampaikan, sisa, kuota, dihantar, baki, đã gửi, đã đọc, đã nhận,
  đã giao, thất bại, lỗi gửi, còn lại, còn, hạn mức, भेजे, भेजा गया, पहुँचे, पहुंचे, पढ़े, पढ़े गए, विफल, फेल, शेष, बाकी, पाठ, कोटा, पूरे, পাঠানো,
  পাঠানো হয়েছে, পৌঁছেছে, পড়েছে, পড়া হয়েছে, ব্যর্থ, বাকি, মোট, কোটা, কোটার, بھیجے, بھیجے گئے, پہنچے, پڑھے, پڑھے گئے, ناکام, باقی, کل, أرسلت,
  أُرسلت, أُرسل, وصلت, وصل, قُرئت, قرئت, فشلت, المتبقي, المتبقية, متبقي, الحصة, נשלחו, נמסרו, נקראו, נכשלו, נותרו, סך הכל, מכסה, 已发送, 已送达, 已读, 失败,
  剩余, 共, 配额, 额度, 已發送, 已送達, 已讀, 剩餘, 既読, 残り, 合計, 全, 残数, 成功, 送信済み, 발송, 성공, 읽음, 실패, 남은, 잔여, 도달, ส่งแล้ว, ส่ง, ถึงผู้รับ, อ่านแล้ว, ล้มเหลว, ไม่สำเร็จ,
  เหลือ, คงเหลือ, ทั้งหมด, amount, price, cost, number of, volume, http status, http, status http, http status code, phone, phone number, mobile,
  zip, zip code, zip codes, pin code, date, time, sent at, id, order, invoice, ports, line, duration, balance, charge, units, age, year, figure,
  customer, recipient, template, country code, rate, valor, preço, quantidade, telefone, data, cliente, precio, cantidad, teléfono, fecha, montant,
  prix, quantité, téléphone, betrag, preis, anzahl, telefon, rufnummer, datum, prezzo, quantità, telefono, сумма, цена, количество, телефон, дата,
  jumlah, harga, tutar, adet, مبلغ, عدد, राशि, संख्या, 金额, 数量, 金額, 금액, 수량, ราคา, จำนวน
`;

/** What is seen, returned or written: before a code. */
export const SHOWN = `
  see, sees, seeing, saw, get, gets, getting, got, hit, hits, hitting, return, returns, returned, returning, throw, throws, throwing, threw, show,
  shows, showed, showing, shown, says, said, reads, reports, reported, marked, what, what is, what's, what does, because of, due to, answers,
  replies, that would be, all I get is, all we get is, all it says is, upon, on, expect, expects, expecting, erst, danach, zuerst, luego, después,
  depois, puis, ensuite, tetap, masih, hep, yine, ternyata, be at, you're at, après un, après une, a salir, salir, a dar, a aparecer, a sair, sair,
  after a, after an, depois de um, después de un, nach einem, dopo un, já com, ya con, schon mit, déjà en, già con, already on, already at, it's,
  that's, it is, c'est, es ist, ist es, without, avoid, detect, detects, detected, receive, receives, received, receiving, end up with, ends up with,
  ended up with, it's all, lists it as, listed as, flagged as, flags them, have, has, just, only, a spike of, spike of, spikes of, spike in,
  burst of, bursts of, wave of, flood of, flurry of, storm of, surge of, surge in, loads of, tons of, most with, some with, almost all, nearly all,
  mostly, mainly, enxurrada de, avalanche de, pico de, picos de, onda de, monte de, a maioria com, a maioria deu, la mayoría con, la mayoría da,
  la plupart en, quelques uns en, un seul, die meisten mit, la maggior parte con, большинство с, quase todos, quase todas, casi todos, casi todas,
  oleada de, aluvión de, vague de, pic de, presque tous, presque toutes, surtout, ondata di, raffica di, valanga di, quasi tutti, quasi tutte, hanno,
  haben, tienen, têm, ont, nur noch, seulement, soltanto, только, welle von, flut von, lauter, fast alle, fast nur, fast alles, почти все, шквал,
  hampir semua, kebanyakan, neredeyse hepsi, responde, contesta, salía, salió, pasó a, passou para, keterangannya, statusnya, deram, davam, dieron,
  daban, recebo, recebemos, recebendo, volta, voltam, voltou, retorna, retornou, dá, deu, aparece, diz, consta, mostra, devolve, devolveu, sem,
  evitar, bater em, batendo em, bater, detectamos, em caso de, dando, vier, vem, veio, volta com, voltou com, se der, chega com, chegam com,
  wait for, waits for, waiting for, هيرجع لك, هيرجع, بيرجع لك, بيرجع, هيطلع, بيطلع, chegou com, veio com, vem com, volta como, cai em, caiu em,
  caem em, cai com, mais com, isso é, aí é, disse que, sobe, subiu, recibo, recibimos, sale, salen, devuelve, devolvió, obtengo, dice, pone, marca,
  muestra, sin, ante, en caso de, llega, llegan, llegó, da, dio, rebota con, tiraron un, dan, apareció, todos con, todo con, bekomme, bekommen,
  kriege, kommt, erscheint, liefert, meldet, antwortet, steht, zeigt, bei, ohne, reçois, recevons, renvoie, api répond, affiche, indique, écrit,
  marqué, sans, en cas de, partent en, part en, passent en, passe en, tombent en, tombe en, tombe sur, ai un, reviennent en, ricevo, riceviamo,
  restituisce, compare, esce, scritto, senza, in caso di, mi dà, dà, danno, arriva, esce fuori, finiscono con, krijg, krijg ik, krijgen, geeft,
  staat, meldt, toont, bij, zonder, при, выдаёт, выдает, пишет, пометкой, показывает, приходит, стоит, отвечает, прилетает, прилетел, прилетело,
  пришёл, пришло, падает с, падают с, падают на, летит, ловим, получаем, получаю, ошибку, fall* con, rechaz* con, rebot* con, respond* con,
  contest* con, termina con, terminan con, terminó con, tumb* con, cort* con, cae con, caen con, cayó con, muere con, mueren con, falh* com,
  rejeit* com, recus* com, respond* com, retorn* com, termina com, terminam com, terminou com, barr* com, morre com, morrem com, caiu com,
  échou* avec, rejet* avec, refus* avec, répond* avec, finit en, finissent en, finit avec, plante avec, fallisc* con, rispond* con, rifiut* con,
  respint* con, finisce con, cade con, scheiter* mit, antwort* mit, endet mit, enden mit, abgelehnt mit, bricht mit, kommt mit, kommen mit,
  faalt met, antwoordt met, eindigt met, geweigerd met, отклон* с, отвеча* с, заверш* с, верну* с, gagal dengan, ditolak dengan, balik dengan,
  berakhir dengan, indietro con, tornano con, torna con, vuelven con, vuelve con, voltam com, caem com, reviennent avec, revient avec, zurück mit,
  terug met, mislukken met, с кодом, báo, báo lỗi, trả về, hiện ra, gặp, jika, kalau, cuma ada, hanya ada, isinya, muncul, kena, dapat, tertulis,
  tulisannya, bunyinya, katanya, keluar, menampilkan, balasannya, semua kena, selalu, dari tadi, malah, balik, terus, yazıyor, gösteriyor, gelen,
  hiện, ترجع برقم, يرجع برقم, ترجع بالرقم, تعود برقم, رجعت برقم, مكتوب, مكتوب بجانبه, يظهر, تظهر, ظهر, يظهر لي, بجانبه, يعطي, ترجع, يرجع, ويرجع,
  وترجع, ويظهر, وتظهر, ويعطي, दिख रहा है, लिखा है, 显示, 提示, 都是, 全是, 나온, 전부, 一直是, 一发就, 还是, 就是, 出现, 收到, 返回, 报, 顯示, 回傳, ขึ้น, แสดง, เจอ, ได้, เป็น,
  חוזרות עם, חוזר עם, מקבל, מקבלים, מופיע, طلع, يطلع, تطلع, جاء, يجي, kończy się, kończą się, dostaję, wyskakuje, повертається, падають з, отримуємо,
  dau, dă, primesc
`;

/** The same where the verb follows. */
export const SHOWN_AFTER = `
  alındı, aldık, geldi, döndü, çıktı, verir, döner, gelir, آتا ہے, آتی ہے, yazıyor, görünüyor, diyor, veriyor, dönüyor, ile düş*, ile geri dön*,
  लिखा, दिख*, आ रहा, आ रही, आता है, आएगा, आया, alıyoru*, geliyor*, alıyor, dönüyoruz, gelirse, लिखकर, দেখা*, লেখা, দেখাচ্ছে, لکھا, آ رہا, と表示, が表示,
  と出, とだけ出, とだけ表示, が出, が返, と返, 이 뜨, 이 뜹, or similar, ou parecido, ou similar, o similar, o parecido, oder ähnlich, ou similaire, o simile,
  of vergelijkbaar, или похож*, или подобн*, veya benzeri, atau sejenisnya, أو ما شابه, 或类似, 라고 뜨, 라고 나오, 이 나오, 가 나오, 로 표시, 이라고, 이었, 였습, 이 떠, 로 실패,
  으로 실패, 이 발생, 가 발생, 로 떨어, で失敗, になり, が発生, でエラー, で返
`;

/** Nobody but a sender of WhatsApp messages writes these. */
export const WHATSAPP = `
  whatsapp*, waba, wamid, fbtrace_id, fbtraceid, oauthexception, graphmethodexception, facebookapiexception, messaging_product, message_template*,
  graph api, graph.facebook, cloud api, phone_number_id, recipient_id, error_subcode, wa_id, localizable_param*, wa error, meta's, meta api,
  meta error*, meta rate limit*, meta rejects, meta rejected, meta returns, meta returned, meta answers, by meta, a meta devolve*, a meta rejeit*,
  meta devuelve, meta rechaza, erro da meta, error de meta, api da meta, api de meta, customer last replied, gsid, business manager,
  whatsapp business, waent, waweb, wacore, וואטסאפ, ווטסאפ, ווצאפ, מטא, واتساب, واتس, واٹس ایپ, व्हाट्सएप*, व्हाट्सऐप*, वॉट्सऐप*, হোয়াটসঅ্যাপ,
  ватсап*, вотсап*, 왓츠앱, ワッツアップ, ميتا, میٹا, मेटा, মেটা, メタ社, Meta, Graph
`;

/** Common in this trade, but not only there. */
export const TRADE = `
  template*, plantilla*, modelo*, modèle, vorlage*, şablon, templat, шаблон*, टेम्पलेट, ٹیمپلیٹ, قالب, تبני, תבנית, 模板, テンプレート, 템플릿, webhook*,
  sandbox, broadcast*, recipient*, undelivered, undeliverable, statuses, opt in, opt out, rate limit, rate limits, re engagement, retryable, 24h,
  24 h, 24 hours, 24 hour, 24hrs, 24 horas, 24 heures, 24 ore, 24 uur, 24 stunden, 24 jam, 24 часа, 24 saat, 24 ساعة, mẫu đã duyệt, tin nhắn mẫu,
  mẫu tin, 24 小时, 24 時間, 24時間, 24 시간, 24시간, 一斉配信, 一括送信, 群发, 群發, 대량 발송, 24 घंटे, 24 ঘণ্টা, 24 گھنٹے, 24 ชั่วโมง, 24 giờ, delivrd, dlr_time,
  delivery report*, message_delivery_report, free form, freeform, free text, texto livre, mensagem livre, mensaje libre, texto libre, texte libre,
  message libre, testo libero, freitext*, vrije tekst, serbest metin, serbest mesaj, teks bebas, pesan bebas, свободн* текст*, рассылк*, ব্রডকাস্ট*,
  ब्रॉडकास्ट*, براڈکاسٹ, 브로드캐스트, ブロードキャスト, request_code, verify_code, code_verification_status, name_status, quality_rating, messaging_limit_tier
`;

/** Systems whose own numbers look the same. */
export const FOREIGN = `
  mysql*, innodb, mariadb, sqlstate, serialization_failure, deadlock_detected, unique_violation, hy000, errno, winerror, win32, symlink*, websocket*,
  ws://, wss://, fim_prefix, fim_middle, fim_suffix, fim_pad, im_start, im_end, endoftext, vision_start, vision_end, vision_pad, image_pad,
  abnormal closure, going away, close code, socket.on, tunnel, cloudflare, cloudfront, wechat, weixin, 微信, 企微, 多维表格, 公众号, 小程序, feishu, 飞书, lark cli,
  lark oapi, larksuite, lark suite, shtcn*, 该表格, 知识库, 商城, 库存不足, 投币, 视频转码, 哔哩*, bilibili, 签到, 抖店, 抖音, 红包雨, 兑换码, 米游*, 抽奖, 云文档, tenant access token,
  dingtalk, 钉钉, discord, discordapp, discords, discordapierror, discordtag, rawerror, guild, guilds, telegram*, binance, alipay, kafka, mongo*,
  postgres*, sqlite, nginx, smtp, mac地址*, ip地址绑定*, imap, roblox, minecraft, xbox, playstation, netflix, spotify, itunes, exit code, exit status,
  segfault, pjsip*, freepbx, dialplan, hresult, raw_os_error, enoent, baileys, whatsmeow, loggedout, ldap, firebase, paypal, salesforce, odbc, jdbc,
  thermostat*, termostato, caldaia, caldera, boiler, kombi, lavatrice, lavadora, dishwasher, washing machine, waschmaschine*, spülmaschine*,
  geschirrspüler*, lave linge, lave vaisselle, lavavajillas, lavastoviglie, стиральн*, çamaşır makinesi, mesin cuci, duplicate key, deadlocked,
  sql server, cybersource, adyen, braintree, worldpay, printer*, impresora*, impressora*, drucker, imprimante*, rustc, gcc, flake8, eslint, 1с,
  canbus, modbus, openai, youtube, vimeo, jira, 银行, 銀行, 은행, by the bank, bank declined, issuing bank, card declined, card was declined, do not honor,
  do not honour, processor response*, decline code, cvv, por el banco, el banco, pelo banco, par la banque, von der bank, dalla banca, банком, البنك,
  बैंक, ব্যাংক*, dari bank, oleh bank, bankası tarafından, bank fehlercode, bank error code, Windows, Steam, Zoom, Oracle, Telegram, SAP, Lark,
  Apache, Stripe, Close, DNS, SSH, FTP, TS, 1C, Wiki, Zalo
`;
