import { plain } from './words-of.ts';

/** Reads a glossary: in each line a word of the catalogue, a colon, and what others say for it. An indented line continues the one above. */
const glossary = (text: string): readonly (readonly [english: string, others: readonly string[]])[] =>
  text
    .trim()
    .replaceAll('\n  ', ' ')
    .split('\n')
    .map((line) => line.split(': '))
    .map(([english = '', others = '']) => [english, others.split(' ')]);

/**
 * The catalogue's words, and what other languages and other people say for each. Written plain: lower case, without accents. `bloque*`
 * stands for whatever begins so. What means something else in English is left out, which `foreign.test.ts` holds.
 */
const TEXT = `
accepted: menyetujui aceit* acept* accepte* akzeptier* accettat* geaccepteerd kabul принят* принял* نوافق موافق*
access: acesso* acceso* acces zugriff* zugang accesso* toegang akses erisim* доступ* وصول* גישה
access token: accesstoken
account: acc acct conta contas cuenta* compte* konto akun hesap* hesab* аккаунт* учетн* حساب* comptes conti rekening חשבון*
again: novamente nuevamente erneut опять снова
already: deja bereits gia sudah zaten уже بالفعل כבר ja ya
answer: contest* atende* atiend* antwort* repons* rispost* antwoord* jawab* cevap* ответ*
app: aplicativ* aplicacion* applicazion* uygulama* aplikasi приложен* تطبيق*
approval: aprovacao aprobacion approbation* genehmigung* freigabe* approvazion* persetujuan
approved: aprovad* aprobad* approuv* genehmigt* freigegeben* disetujui onayl* معتمد* approvat* goedgekeurd* одобрен* утвержд* מאושר*
arrive: lleg* cheg* arriv* sampai приход* доход* дошл* пришл* ankomm* angekommen* kommt aankom* ulas* gelm* وصل* يصل* تصل* הגיע*
asked: pidio pidieron pediu pediram demande* gebeten chiesto gevraagd meminta попросил*
attachment: attach attaching anexo* adjunt* anhang* anhang allegat* bijlage* lampiran влож* مرفق*
attempt: tentativa* intent* versuch* tentativ* poging* percobaan deneme* попыт* محاول*
audio: mp3 m4a audios sprachnachricht* vocal* аудио голосов* صوت*
authorised: autoriz* autorisier* autorise* autorizzat* yetkili авториз* מורשה* authorized
available: disponib* disponiv* disponivel operativ* verfugbar* verfuegbar* tersedia beschikbar доступен* متاح* متوفر*
bad: mal mauvais* schlecht* kotu плох*
balance: saldo* guthaben solde баланс* رصيد* bakiye* tegoed יתרה
banned: banid* banead* gebannt bannat* banni* забан* yasakl* dibanned חסום* baneo
big: grand* gros gross* pesad* groot besar buyuk* больш* כבד* كبير*
billing: cobranc* facturacion* faturamento* facturation fatturazion* abrechnung* tagihan penagihan faturalandirma* биллинг* فوتر* חיוב*
blocked: bloque* bloqui* blockier* geblok* diblokir* engell* заблок* блокир* محظور* bloccat* blokir* gesperrt* حظر* חסם* חסמ*
brand: merek marca* marke marken merk markas* бренд* علام*
broken: quebrad* roto* kaputt* casse* rotto
business: empres* negoci* entrepris* unternehm* azienda* bedrijf* perusahaan isletme* sirket* бизнес* компан* شرك* اعمال* עסק* comercial* commercial*
button: botao boto* botone* bouton* schaltflach* pulsant* knop* tombol buton* dugme* кнопк* زر* כפתור*
call: ligacao ligacoes chamad* llamad* appel* anruf* ligar llamar chiamat* oproep* panggilan arama* звон* вызов* مكالم* اتصال* שיחה
campaign: broadcast broadcasts newsletter newsletters campan* campanh* kampagn* campagn* kampanye kampany* кампан* حمل* קמפיין
can: dapat pode* pued* podem posso kann konnen koennen peut peuvent puo bisa consig* kan kunnen mogu может يمكن* possible possivel posible יכול*
cancelled: cancelou cancelo cancelad* annul* abgebrochen* storniert* iptal* отмен* ملغى בוטל
card: cartao cartoes tarjeta* karte* carta* kartu kart* карт* بطاق* כרטיס*
carrier: operateur* operador* operatore* telefonica mobilfunk* operatoru operator* оператор* مشغل* שركه
catalogue: catalog catalogs catalogo* katalog* каталог* كتالوج*
category: categori* kategori* категор* في* קטגורי*
certificate: certificad* certificat* zertifikat* sertifika* сертифик* شهاد*
change: mudar cambiar trocar alterar ander* aendern wijzig* ubah degistir* измен* تغيير*
changed: mudou trocou cambio alterou geandert* geaendert* modifi* cambiat* gewijzigd diubah degisti* изменен* تغير*
channel: canal canais canales canali canale kanal* saluran канал* قناة ערוץ
check: verifique* prufe* pruefe* verifiez* controll* periksa* провер* تحقق*
closed: fechad* cerrad* close* ferm* chius* geschlossen* gesloten* tertutup* kapal* закры* مغلق* ditutup* נסגר* סגור* encerrad*
connected: conectad* collegat* verbunden* connecte* verbonden* terhubung bagl* подключ* متصل* מחובר*
connection: conexao conexion* connexion* verbindung* connession* koneksi baglant* соединен* חיבור*
contains: inclui inclus* incluye incluir inclut contem contien* enthalt* enthaelt* contient* mengandung содерж* يحتوي* cita
content: conteudo* contenid* contenu* inhalt* contenut* inhoud* konten icerik* содержи* контент* محتوى תוכן
conversation: conversa* conversacion* unterhaltung* gesprach* conversazion* gesprek* percakapan konusma* диалог* محادث* שיח*
correct: correcto correcta correctos correctas correto correta corretto corretta korrekt* richtig* benar dogru* верн* правильн* صحيح* נכון נכונ*
count: cantidad* quantidade* anzahl quantit* aantal jumlah sayisi количеств* عدد* מספר
country: pais paises pays land lander laender paese landen negara ulke* стран* دول* بلد* מדינ*
creation: creacion* criacao erstellung* creazion* pembuatan olustur* создан* انشاء*
credit: credito* creditos kredit* pulsa кредит*
currency: moneda* moeda* wahrung* waehrung* devise* valuta mata* валют* عمل*
customer: cust buyer buyers cliente* client kunde* klant* pelanggan* musteri* contato* contacto* paciente* huesped* clienti kunden* nasabah клиент* عميل* عملا* זبون
  לקוח* contact contacts guest guests patient patients lead leads clients tenant tenants
daily: diari* taglich* taeglich* quotidien* giornalier* dagelijks* harian gunluk* дневн* ежедневн* يومي* יומי*
days: dia dias tage jours giorni dagen hari gun gunler днеи дня يوم* ايام ימים
declined: negad* abgewiesen* rifiutat*
deleted: exclui* eliminad* apagad* borrad* borro borrar borraron geloscht* geloescht* supprim* cancellat* eliminat* verwijderd* dihapus* terhapus
  silin* удален* محذوف* حذف* נמחק*
deliverable: livrable delivrable zustellbar*
delivered: entreg* livre livres consegnat* zugestell* terkirim доставл* teslim* bezorgd* afgeleverd* geliefert* delivre* recapitat* تسليم* توصيل* נמסר* נמסרה
different: diferent* differenti verschieden* divers* berbeda farkli* отлича* другои مختلف* שונה
disabled: desativad* desactivad* deshabilitad* inhabilitad* desabilitad* deaktivier* desactiv* disattivat* disabilitat* uitgeschakeld* dinonaktifkan*
  nonaktif* отключ* معطل* תعطيل devre מושבת* تعطيل*
disconnected: desconectad* deconnect* getrennt* disconness* terputus* отключен* منقطع*
display: exibicao mostrar visible visivel anzeige* anzeigename* affichage visualizzat* weergave* tampilan gorunen* отображ* عرض*
disturb: mengganggu storen*
document: docx xlsx excel spreadsheet document* dokument* dokumen documento* belge* документ* مستند* מסמך*
download: baixar descarg* telecharg* herunterlad* scaricar* scarica* downloaden mengunduh unduh* indir* скача* загрузить تنزيل* הורד*
duplicate: duplicad* repetid* doppelt* dupliqu* duplicat* dubbel* ganda* duplikat* yinelenen* дубл* مكرر* כפול*
ecosystem: ecossistema* ecosistema* ekosistem* okosystem* oekosystem* ecosysteme* экосистем* نظام*
edit: editar editad* edicao edicion* bearbeit* modifier modificar* bewerken duzenle* редакт* تعديل* ערוך
empty: vazi* vaci* vide leere* vuot* leeg kosong bos пуст* فارغ* ריק*
enable: habilitar ativar activar activer aktivier* abilitare inschakelen aktifkan* etkinlestir* включи* تفعيل*
enabled: activad* habilitad* ativad* aktiviert* aktif* abilitat* ingeschakeld* включен* مفعل*
encrypted: cifrad* criptograf* verschlussel* chiffre* crittograf* versleuteld* terenkripsi* sifrel* зашифр* مشفر*
engagement: engajamento* interaccion* interacao interagi* interactu* вовлеч* تفاعل*
enough: suficiente* genug assez abbastanza genoeg cukup yeterli достаточно
exceeded: excedid* exced* superad* supera supero ultrapass* atingi* alcanzad* alcanzo depass* atteint* uberschritten* ueberschritten* erreicht*
  raggiunt* superat* overschreden* bereikt* melebihi* terlampaui* melampaui* asil* asti* превыш* достигнут* تجاوز* عبر* חריג* חרג* reached hit surpassed
exist: exist* inexistent* esist* existiert* bestaat* mevcut* yok существ* موجود* קיים* ada
experiment: experiment* esperiment* uji coba* deney* эксперимент* تجرب*
expired: expir* vencid* vence vencio venceu caducad* caduc* expire* scadut* abgelaufen* ablauf* verlopen* kedaluwarsa* kadaluarsa* kadaluwarsa*
  suresi doldu dolmus* истек* просроч* منتهي* انتهت* انتهاء* פג פגה
failed: falhou falha* falhar fallo* fallid* falla fallar echou* echec* fehlgeschlagen* fehlschl* gagal* mislukt* ошибк* неудач* فشل* fallit* fehler
  gescheitert* basarisiz* нельзя נכשל* נכשלה
fake: geld* falso falsa falsos falsas falsifica*
fast: quick quickly faster rapid* schnell* veloce snel cepat hizli* быстр* سريع* מהיר*
file: arquivo* archivo* fichier* datei* bestand* berkas* dosya* фаил* ملف* קובץ
first: primeir* primer* premier* erste* zuerst primo pertama ilk перв* اول* ראשון*
flow: fluxo* flujo* flusso* alur
format: formato* formate* formatierung* format* bicim* формат* تنسيق* صيغ* פורמט
found: encontrad* trouv* gefunden* gevonden* ditemukan* наиден* bulun* trovat* נמצא*
free: libre* gratis gratuit* livremente frei* kostenlos* libero bebas serbest свободн* مجان* חופשי
frequency: frecuencia frequencia frequenz* frequence
gambling: apuest* apostas glucksspiel* perjudian kumar азартн* قمار juego juegos jogo jogos
generate: gerar generar criar crear genera* erzeug* erstell* generer generare buat создат* انشي*
geo: geografic* geographi* geografis* географ*
group: grupo* gruppe* grup groupe* gruppo* groep* групп* مجموع* קבוצ*
has: tem tiene* hat haben ont possede
header: cabecalho* encabezad* cabecera* kopfzeile* uberschrift* entete* en-tete intestazion* koptekst* baslik* заголов* ترويس* כותרת
healthy: saudav* saludabl* gesund* sain saine sano* sehat saglikl* здоров* صحي*
held: retuv* retido retida retenido retenida retenu* segurou zuruckgehalten* trattenut*
high: eleve* alto alta hoch* elevat* hoog tinggi yuksek высок* مرتفع*
hours: hora horas ore heure* stunde* uur uren jam saat* hrs hr hour час часа часов часов* ساع* שעות
image: jpg jpeg png imagem imagens imagen* imagin* bild bilder afbeelding* gambar* foto* immagin* gorsel* resim* изображ* картин* صور* תמונ* picture pictures
  photo photos pic
inactive: inativ* inactivo inactiva inaktiv*
incoming: entrant* eingehend* entrata inkomend* masuk gelen входящ* وارد* נכנס*
incompatible: incompativ* incompatibl* inkompatib*
insufficient: insuficient* insuffisant* unzureichend* insufficient* onvoldoende yetersiz* недостат*
internal: intern* внутрен* داخلي* פנימי*
invalid: invalid* inval* ungultig* ongeldig* неверн* недеиств* некоррект* ungueltig* gecersiz* שגוי*
invoice: fatura* factura facturas facture* rechnung* fattura* factuur* faktur счет* فاتور* חשבונית
language: idioma* lingua* langue* sprache* bahasa dil dilde taal язык* لغ* שפה
last: ultim* derniere* dernier* letzte* laatste terakhir последн* اخر* אחרון*
limit: limite* limito* batas* лимит* limit* grenze* begrenz* obergrenze* sinir* cuota* maximo* cupo* plafon* حد حدود* الحد מכסה מגבל* مكسه cap caps
  capped capping
link: enlace* links lien* verknupf* tautan baglanti ссылк* رابط* קישור
list: lista* liste listen* lijst* daftar список* списк* قايم* רשימ*
locked: trancad* verrouill* vergrendeld* terkunci* kilitl* مقفل* נעול*
long: longo longa* largo larga lange* lungo lunga panjang uzun длинн* طويل* ארוך
low: baix* baj* niedrig* faible* bass* laag rendah* dusuk* низк* منخفض* נמוך*
maintenance: manutenc* mantenimient* wartung* manutenzion* onderhoud* pemeliharaan bakim* обслуж* صيان* תחזוק*
many: several muitos muitas demais muchos muchas demasiad* beaucoup troppi troppe viele vielen banyak veel cok fazla много* слишком كثير* العديد trop הרבה
marked: marcad* marcan marcar* marcou marcaron markier*
marketing: promotion promotions offer offers promo promos promocion* promocional* werbung werbe* pemasaran promosi pazarlama* маркет* реклам* تسويق* שיווק*
match: batem coincid* correspond* bate confere cuadra* ubereinstimm* uebereinstimm* entspr* corrispond* overeenkom* cocok sesuai uyus* eslesm*
  соответ* совпад* يتطابق* مطابق* متطابق* תואם* מתאים*
media: midia* multimedia* medien mediadatei* medya* الوسايط وسايط медиа* מדיה
message: msg msgs mensagem mensagens mensaje* messagg* nachricht* bericht* pesan* mesaj* сообщен* رسال* رسايل* mensajeria messaggi הודע*
meta: facebook fb мета ميتا מטא
method: metodo* methode* metod* способ* طريق* שיטה forma formas
misleading: enganos* irrefuhrend* trompeu* ingannev* menyesatkan yaniltici* вводящ* مضلل*
missing: faltand* falta* faltan* faltou manqu* fehlt fehlen* fehlend* ausente* ontbre* mancant* manca hilang kurang eksik* отсутств* مفقود* ناقص* חסר*
money: dinheiro* dinero* geld argent soldi uang деньг* مال* כסף
more: mas mais mehr piu meer lebih daha более больше اكثر
name: nome* nombre* nom noms namen* nama isim* adi имя имени названи* اسم* שם
network: reseau* rede redes red netz* rete netwerk* jaringan* сет* شبك* רשת
not: never dosnt dosent doesent didint nao no pas non nicht niet tidak degil nunca не нет غير لم لا ليس belum jamas jamais nie doesnt isnt cant arent dont didnt wasnt wont hasnt
  havent couldnt cannot kein keine keinen ne geen tak לא אינו אינה אין
not accessible: inaccessible inaccessib* inacessiv*
not allowed: disallowed
not approved: onaylanma* unapproved
not authorised: unauthorised unauthorized
not available: unavailable
not delivered: iletileme* ulasma*
not found: bulunama*
not match: uyusmu* eslesmi*
not paid: unpaid impagad*
not reachable: unreachable
not registered: unregistered
not sent: gonderileme*
not supported: desteklenmi* desteklenme* unsupported
not verified: unverified
number: numero* nummer* nomor* numara* cel номер* رقم* nombor telefone* telefono* rufnummer* telefonnummer* телефон* هاتف* אرقام ארقام מספר*
off: mati desligad* eteint* spento ausgeschaltet* apagado* выключ*
old: velh* antig* viej* antigu* ancien* alt alte alten* veraltet* vecchi* oud oude lama eski* стар* قديم* ישן
opened: abert* abiert* geoffnet* ouvert* apert* geopend terbuka acik* открыт* مفتوح* פתוח
opt: اشتراك optou opto optar
other: outr* otro otra otros autre* altro altra andere* ander lain diger* друг* اخر
outdated: desatualizad* desactualizad* veraltete* obsolet* verouderd* usang ketinggalan guncel устар*
outside: fora fuera hors ausserhalb fuori buiten luar disinda* вне خارج מחוץ
own: propri* propio* eigene* eigen kendi собствен*
page: pagina* seite* halaman sayfa* страниц* صفح*
paid: pagas pagou bezahlt* paye* pagato betaald dibayar odendi оплачен* مدفوع* שולם paga
parameter: param params parametr* параметр* معلم* معام* פרמטר*
passed: pasaron pasado pasadas passou passaram passado passada elapsed ecoule* vergangen* trascors* verstreken lewat gecti прошло مرت مضت
password: senha* contrasen* clave passwort* kennwort* motdepasse wachtwoord* sandi sifre* парол* كلم* סיסמ*
paused: pausad* pausa pausiert* pausier* gepauzeerd* dijeda* ditangguhkan duraklat* приостанов* пауз* متوقف* موقوف* מושהה* הושה* מושה*
payment: pagament* pago* paiement* zahlung* betaling* pembayaran* odeme* платеж* оплат* دفع* الدفع סליקה תשלום
pending: pendent* pendient* ausstehend* attente openstaand tertunda beklem* ожида* معلق* ממתין*
permanent: permanent* definitiv* dauerhaft* kalici* постоян* دايم* קבוע*
permission: permisso* permissao permiso* autorizaca* autorizacio* erlaubnis* izin* berechtigung* genehmigungen toestemming* прав права اذن* تصريح*
  הרשא* permessi permesso صلاحيات разрешени*
permitted: permitid* erlaubt* autorise permess* toegestaan* diizinkan* diperbolehkan izinli разреш* مسموح* מותר*
person: persona personas pessoa* personne* persoon orang kisi* человек* شخص*
phone number: phonenumber
phone: celular* movil* hp ponsel telepon telephone* handy* cellulare* мобильн* جوال* נייד
policy: politica* politique* richtlinie* beleid* kebijakan politika* ilke* политик* правил* سياس* מדיניות
problem: problem* pendencia* masalah* sorun* проблем* مشكل* בעיה
product: produto* producto* produit* produkt* prodott* urun* товар* منتج*
profile: perfil* profil* profilo* профил*
quality: qualidad* calidad* qualite* qualitat* qualitaet* kualitas* kalite* качеств* جود* kwaliteit* qualita איכות
rate: taxa* tasa* kecepatan частот* معدل* קצב
rate limit: ratenbegrenzung* ratelimit* ratenlimit*
read: lido* leid* leer gelesen* letto gelezen dibaca okundu прочит* lida lidas
receive: receber* recibir* recebe* recibe* recevoir* recebiment* recepcion* menerima* empfangen* ricev* ontvang* alm* получа* получить استقبال* تلقي*
  استلام* קבל* לקבל
received: recebid* recebeu* recibid* recu recus erhalten* ricevut* ontvangen* diterima* alind* получен* התקבל*
recipient: destinatari* destinataire* empfanger* empfaenger* ontvanger* penerima* tujuan* получател* مستلم* المستلم alici* נמען* receptor* receiver
  receivers addressee
recording: gravacao gravacoes grabacion* aufnahme* enregistrement* registrazion* rekaman kayit* запись*
registered: registrad* registro registrar cadastrad* enregistr* registrier* geregistreerd* terdaftar* kayitli* зарегистр* مسجل* تسجيل* registrat* רשום* רשומ*
rejected: rejeit* rechaz* recusad* recusou rejet* abgelehnt* ablehn* ditolak* reddedil* отклон* مرفوض* رفض* respint* rifiut* geweigerd* afgewezen*
  נדח* rejeic* desaprovad* reprovad* disapproved
reply: respost* respuest* respond* repond* geantwortet* balas* membalas yanit* ответил* رد* الرد השיב הגיב מענה
reported: denunciad* denuncia* reportad* gemeldet* signale* segnalat* dilaporkan* sikayet* пожал* بلاغ* דווח*
request: solicitud* solicitac* requisic* pedido* anfrage* anforderung* requete* richiest* verzoek* permintaan istek* запрос* طلب* בקש*
required: obrigatori* obligatori* requerid* erforderlich* pflicht* obligatoire* requis* vereist* verplicht* wajib* zorunlu* gerekli* обязательн*
  требует* مطلوب* الزامي* נדרש* mandator* precisa preciso precisam necesari* necessari* necessaire* benotig* nodig perlu gerek* нуж* требуется يلزم צריך
restricted: restrit* restring* restric* restrein* eingeschrankt* eingeschraenkt* limitado* beperkt* dibatasi* kisitl* огранич* مقيد* تقييد* מוגבל*
  limitato limitata
review: revisao* revision* analise* uberprufung* ueberpruefung* examen* esame* beoordeling* tinjauan ditinjau* incelen* рассмотр* مراجع* בבדיקה
row: seguid* consecutiv* hintereinander
same: mesm* mismo misma mismos mismas meme* gleich* selbe* dieselbe* derselb* stess* zelfde sama ayni одинаков* тот نفس זהה אותו
sandbox: teste testes prueba* sandboxes тестов*
saturated: satur*
send: enviar* enviad* enviand* envia envio* envoi* envoy* senden* sende inviar* invia invio kirim* dikirim* mengirim* mandar* mande mandaron gonder*
  отправ* versand* versend* verzend* verstuur* versturen ارسال* ارسل* שלח* לשלוח שליח* נשלח* envie envien
sender: remetente* remitente* absender* expediteur* mittente* afzender* pengirim* gonderen* отправител* مرسل* المرسل שולח*
sent: mandou mando mandado* mandada* gesendet* verschickt* inviat* verzonden* terkirim* gonderildi*
server: servidor* serveur* sunucu* сервер* خادم* שרת*
service: servic* servizi* dienst* layanan* hizmet* сервис* услуг* خدم* שירות*
session: sessao sessoes sesion* sitzung* sessione* sesi oturum* сесси* جلس* سيش
setup: configurac* configurar* configurad* konfigur* einricht* impostazion* instelling* pengaturan ayar* настро* اعداد* הגדר*
short: corto curto kurz* kort pendek kisa коротк*
signal: sinyal* senal* sinal* signal* сигнал*
signature: assinatura* unterschrift* signatur* handtekening imza* подпис* توقيع* firma firmas
signed: assinad* firmad* signiert* unterschrieben*
size: tamanho* taman* taille* grosse groesse* dimension* grootte ukuran boyut* размер* حجم* גודל
slow: lento lenta langsam* ralenti*
spam: spams спам* مزعج* ספאם antispam
still: aun ainda todavia encore noch ancora nog masih hala еще
stopped: parou dejo deixou gestoppt* arret* smesso gestopt berhenti durdur* остан* توقف* הפסיק* ايقاف
such: таког* такои solch* dergelijk*
support: suport* soport* unterstutz* unterstuetz* assistenza ondersteun* dukung* destek* поддерж* دعم* תמיכ*
supported: suportad* soportad* compatibl* compativ* admitid* admite unterstutzt* unterstuetzt* supportat* ondersteund* didukung* desteklen*
  поддерживае* مدعوم* נתמך* prisencharge
suspended: suspend* suspens* sospes* sospend* opgeschort* ditangguhkan* askiya* приостановлен* מושעה*
template: modelo* plantilla* modele* vorlage* sjabloon* sjablonen templat* sablon* hsm шаблон* قالب* القالب modell* gabarit* תבנית* תבניות
temporarily: temporariament* temporalment* temporairement* vorubergehend* voruebergehend* temporaneament* tijdelijk* sementara* gecici* временн* موقت* זמני*
temporary: temporari* temporal* provisori* temporaire* temporane*
terms: termo* termini terminos persyaratan* ketentuan* conditions nutzungsbeding* condizion* voorwaarden* sartlar* kosul* услови* شروط* תנאי*
text: texto* texte* teks testo* tekst* metin* текст* نص* טקסט
this: este estos ce cet cette questo questa ini bu هذا этот этому этого dieser diese dieses deze esse essa
time: tempo tempos tiempo* temps zeit zeitraum tijd waktu zaman время времени وقت* זמן
token: tokens jeton* токен* رمز* טוקן אסימון
too: muito* muy demasiado terlalu جدا מדי
translation: traduc* ubersetz* uebersetz* traduzion* vertal* terjemahan ceviri* перевод* ترجم* תרגום
type: tipo* typ typen tipe tur turu тип* نوع* סוג
unavailable: indisponiv* indisponib* caido caida* unerreichbar* onbeschikbaar* недоступ*
undeliverable: indelivr* unzustellbar* недоставл*
unknown: desconhecid* desconocid* inconnu* unbekannt* sconosciut* onbekend* dikenal* bilinmeyen* неизвестн* مجهول* معروف*
unsubscribed: الغى descadastr* desinscri* desuscri* abgemeldet* disiscri* afgemeld* отписа*
update: atualiz* actualiz* aktualisier* mettre mise aggiorn* bijwerk* perbarui* guncelle* обнов* تحديث* עדכן
upload: تحميل carregar* cargar* subir* hochlad* hochgeladen* televers* caricar* caricament* uploaden unggah* mengunggah yukle* загруз* رفع* העל*
use: usam usar* utiliz* benutz* verwend* gebruik* gunakan menggunakan kullan* использ* يستخدم*
user: usuario* utilisateur* benutzer* gebruiker* pengguna* kullanici* пользовател* utente* utenti مستخدم* משתמש* nutzer*
valid: valido valida validos validas gultig* gueltig* geldig* gecerli* sah деиствител* صالح* صحيح* valide* תקין תקף صلاحيه
value: valor* wert werte valeur* valore* waarde* nilai deger* значен* قيم* ערך
variable: variav* variab* variables placeholder* platzhalter* degisken* переменн* متغير* משתנ*
verification: verificac* verificacion* uberprufungs* verifizier* verifica verificatie* verifikasi* dogrulama* верифик* подтвержд* אימות
verified: verificad* verifie* verifiziert* verificat* geverifieerd* terverifikasi* dogrulan* верифицирован* موثق* מאומת*
verify: verificar verifier verifizieren verificare verifieren dogrula*
version: versao versoes version* versie* versi surum* верси* اصدار* גרסה
video: mp4 mov videos filmat* видео* فيديو* סרטון
violation: violac* infracao infraccion* verstoss* violazion* overtreding* schending* pelanggaran* melanggar* ihlal* наруш* انتهاك* הפר* viol*
wait: esperar* espere* aguard* warten* attendre* attend* aspett* wachten* tunggu* bekle* ждите* подожд* انتظر* המת*
whatsapp: واتساب واتس ватсап* вотсап* вацап* וואטסאפ ווטסאפ whastapp whatsap whatapp wa whats
window: janela* ventana* fenetre* finestra* fenster* zeitfenster* venster* jendela* pencere* окно окна نافذ* חלון*
without: sem sin sans senza ohne zonder tanpa без بدون ללא
wrong: errad* errone* equivocad* incorret* incorrecto incorrecta incorrectos incorrectas falsch* salah* yanlis* hatali* неправильн* خاطي* خطا errat*
  sbagliat* verkeerd* fout incorrect
`;

export const DICTIONARY = glossary(TEXT);

/** What Chinese, Japanese and Hindi say for the catalogue's words; the first two write without blanks. */
const EASTERN_TEXT = `
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
export const EASTERN = glossary(EASTERN_TEXT).map(
  ([english, others]) => [english, others.map(plain)] as const,
);
