import { isLetter } from './letters.ts';
import { words } from './pattern.ts';

/** What is seen, returned or written: `we see 131049`, `tertulis 131026`, `a Meta devolve 131047`. Right before the number. */
export const SHOWN_BEFORE = words(`
  see, sees, seeing, saw, get, gets, getting, got, hit, hits, hitting, return, returns, returned, returning, throw, throws, throwing, threw,
  show, shows, showed, showing, shown, says, said, reads, reports, reported, marked, what, what is, what's, what does, because of, due to,
  answers, replies, that would be, all I get is, all we get is, all it says is, upon, on, expect, expects, expecting, erst, danach, zuerst, luego, después, depois, puis, ensuite, tetap, masih, hep, yine, ternyata, be at, you're at, après un, après une, a salir, salir, a dar, a aparecer, a sair, sair, after a, after an, depois de um, después de un, nach einem, dopo un, já com, ya con, schon mit, déjà en, già con, already on, already at, it's, that's, it is, c'est, es ist, ist es, without, avoid, detect, detects, detected, receive, receives, received, receiving, end up with, ends up with, ended up with, it's all, lists it as, listed as, flagged as, flags them, have, has, just, only, a spike of, spike of, spikes of, spike in, burst of, bursts of, wave of, flood of, flurry of, storm of, surge of, surge in, loads of, tons of, most with, some with, almost all, nearly all, mostly, mainly,
  enxurrada de, avalanche de, pico de, picos de, onda de, monte de, a maioria com, a maioria deu, la mayoría con, la mayoría da, la plupart en, quelques uns en, un seul, die meisten mit, la maggior parte con, большинство с, quase todos, quase todas, casi todos, casi todas, oleada de, aluvión de, vague de, pic de, presque tous, presque toutes, surtout, ondata di, raffica di, valanga di, quasi tutti, quasi tutte, hanno, haben, tienen, têm, ont, nur noch, seulement, soltanto, только, welle von, flut von, lauter, fast alle, fast nur, fast alles, почти все, шквал, hampir semua, kebanyakan, neredeyse hepsi,
  responde, contesta, salía, salió, pasó a, passou para, keterangannya, statusnya, deram, davam, dieron, daban, recebo, recebemos, recebendo, volta, voltam, voltou, retorna, retornou, dá, deu, aparece, diz, consta, mostra, devolve, devolveu,
  sem, evitar, bater em, batendo em, bater, detectamos, em caso de, deu, dando, vier, vem, veio, volta com, voltou com, se der, chega com, chegam com, wait for, waits for, waiting for, هيرجع لك, هيرجع, بيرجع لك, بيرجع, هيطلع, بيطلع, chegou com, veio com, vem com, volta como, cai em, caiu em, caem em, cai com, mais com, isso é, aí é, disse que, sobe, subiu,
  recibo, recibimos, sale, salen, devuelve, devolvió, obtengo, dice, pone, marca, muestra, sin, ante, en caso de, llega, llegan, llegó, da, dio, rebota con, tiraron un, dan, aparece, apareció, todos con, todo con,
  bekomme, bekommen, kriege, kommt, erscheint, liefert, meldet, antwortet, steht, zeigt, bei, ohne,
  reçois, recevons, renvoie, api répond, affiche, indique, écrit, marqué, sans, en cas de, partent en, part en, passent en, passe en, tombent en, tombe en, tombe sur, ai un, reviennent en,
  ricevo, riceviamo, restituisce, compare, esce, dice, scritto, senza, in caso di, mi dà, dà, danno, arriva, esce fuori, finiscono con,
  krijg, krijg ik, krijgen, geeft, staat, meldt, toont, bij, zonder, при, выдаёт, выдает, пишет, пометкой, показывает, приходит, стоит, отвечает, прилетает, прилетел, прилетело, приходит, пришёл, пришло, падает с, падают с, падают на, летит, ловим, получаем, получаю, ошибку,
  fall* con, rechaz* con, rebot* con, respond* con, contest* con, termina con, terminan con, terminó con, tumb* con, cort* con, cae con, caen con, cayó con, muere con, mueren con,
  falh* com, rejeit* com, recus* com, respond* com, retorn* com, termina com, terminam com, terminou com, barr* com, morre com, morrem com, caiu com,
  échou* avec, rejet* avec, refus* avec, répond* avec, finit en, finissent en, finit avec, plante avec, fallisc* con, rispond* con, rifiut* con, respint* con, finisce con, cade con,
  scheiter* mit, antwort* mit, endet mit, enden mit, abgelehnt mit, bricht mit, kommt mit, kommen mit, faalt met, antwoordt met, eindigt met, geweigerd met, отклон* с, отвеча* с, заверш* с, верну* с,
  gagal dengan, ditolak dengan, balik dengan, berakhir dengan,
  indietro con, tornano con, torna con, vuelven con, vuelve con, voltam com, caem com,
  reviennent avec, revient avec, zurück mit, terug met, mislukken met, с кодом,
  báo, báo lỗi, trả về, hiện ra, gặp, jika, kalau, cuma ada, hanya ada, isinya, muncul, kena, dapat, tertulis, tulisannya, bunyinya, katanya, keluar, menampilkan, balasannya, semua kena, selalu, dari tadi, malah, balik, terus, yazıyor, gösteriyor, gelen, báo, hiện, trả về,
  ترجع برقم, يرجع برقم, ترجع بالرقم, تعود برقم, رجعت برقم,
  مكتوب, مكتوب بجانبه, يظهر, تظهر, ظهر, يظهر لي, بجانبه, يعطي, ترجع, يرجع, ويرجع, وترجع, ويظهر, وتظهر, ويعطي, दिख रहा है, लिखा है, 显示, 提示, 都是, 全是, 나온, 전부, 一直是, 一发就, 还是, 就是, 出现, 收到, 返回, 报, 顯示, 回傳, ขึ้น, แสดง, เจอ, ได้, เป็น, חוזרות עם, חוזר עם, מקבל, מקבלים, מופיע, طلع, يطلع, تطلع, جاء, يجي, kończy się, kończą się, dostaję, wyskakuje, повертається, падають з, отримуємо, dau, dă, primesc
`);

/** The same where the verb follows: `131048 yazıyor`, `131049 लिखा आ रहा है`, `131026 と表示`. */
export const SHOWN_AFTER = words(`
  alındı, aldık, geldi, döndü, çıktı, verir, döner, gelir, آتا ہے, آتی ہے, yazıyor, görünüyor, diyor, veriyor, dönüyor, ile düş*, ile geri dön*, लिखा, दिख*, आ रहा, आ रही, आता है, आएगा, आया, alıyoru*, geliyor*, alıyor, dönüyoruz, gelirse, लिखकर, দেখা*, লেখা, দেখাচ্ছে, لکھا, آ رہا, と表示, が表示,
  と出, とだけ出, とだけ表示, が出, が返, と返, 이 뜨, 이 뜹, or similar, ou parecido, ou similar, o similar, o parecido, oder ähnlich, ou similaire, o simile, of vergelijkbaar, или похож*, или подобн*, veya benzeri, atau sejenisnya, أو ما شابه, 或类似, 라고 뜨, 라고 나오, 이 나오, 가 나오, 로 표시, 이라고, 이었, 였습, 이 떠, 로 실패, 으로 실패, 이 발생, 가 발생, 로 떨어, で失敗, になり, が発生, でエラー, で返
`);

/** What goes on behind such a number; no noun, which could be counted. */
export const GOING_ON = words(`
  because, parce que, porque, weil,  ist, sind, war, muss, kann, hilft, zurück, dann, immer, obwohl, aber, weil, falls, wird, moet, kan, terug, want, maar, dus, op alle, op elk, sur un, sur une, sur tous, sur chaque,  est, dès, quand, mais, alors, partout, è, bisogna, quando, ma, perché, sempre, su ogni, hay, es,
  revisa, mandamos, pero, siempre, hoy, porque, toca, otra vez, en todos, en cada, é, hoje, mas, sempre que, de novo, ao enviar, em todos, no envio, na hora, надо, нужно, при, когда, если, снова, хотя, на каждый, на все,
  коли, але, przy, gdy, ale, alıyoruz, alıyorum, yine, sürekli, terus, lalu, kemudian, padahal, pas, waktu, karena, lagi, tapi, khi, nhưng, liên tục, مع, عند, لما, دائما, لكن, ارسل, أرسل, כש, אבל, ทุก, ตลอด, 的时候, 就, 怎么, 了, になり, が続
`);

/** What leads up to a small code in a sentence: `returns 190`, `retries on 190`. */
export const SPOKEN_BEFORE = [
  ...SHOWN_BEFORE,
  ...words(`
    d'où le, d'où un, hence the, hence a, de ahí el, daí o, daher der, daher die,
    answers, answered, replies, replied, replies with, replied with, responds, responded, gives, gave, sends, sent, answers with, returns with, with, as, in case of, for, handle, treat, come, como, com, con, mit, avec, un, une, el, il, o, um, ein, eine, den, a, an, the,
    responde, responder, devolver, receber, recibir, reçoit, antwortet, отдаёт, отдает, вернул, возвращает, döndürür, döner, 返回了, 收到, 遇到
  `),
];
/** Whose code it is: `Graph 190`. */
export const SPEAKERS = words('Graph, Meta, WhatsApp, Graph API, Cloud API');

const LAST_WORDS = new Set(
  [...SPOKEN_BEFORE, ...SPEAKERS].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1).toLowerCase()),
);
const LONGEST = 10;

/** False where none of them can stand before an offset. Looks at a few characters only. */
export function mayBeSpoken(text: string, offset: number): boolean {
  let end = offset;
  while (offset - end < 3 && !isLetter(text.charCodeAt(end - 1))) end--;
  let start = end;
  for (let unit = text.charCodeAt(start - 1); isLetter(unit); unit = text.charCodeAt(--start - 1))
    if (unit >= 0x80 || end - start > LONGEST) return unit >= 0x80;
  return LAST_WORDS.has(text.slice(start, end).toLowerCase());
}
