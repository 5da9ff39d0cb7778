import { words } from './pattern.ts';

/** Little words that go on in a sentence behind a name; behind a count its thing comes first. No word for "of", as shares have it. */
export const FUNCTION = words(`
  but, and, so, as, at, by, from, in, into, on, until, via, with, within, without, than, that, then, though, because, since, if, when, while, which, is, are, was, were, can, could, does, did, has, have, had, may, might, must, not,
  never, should, will, would, also, again, already, always, even, just, mostly, now, often, once, only, still, there, too, usually, yet, here, they, we, it, you, during, before, after, between, unless, every, each, instead, comes, came, goes, stays, gets,
  e, y, mas, em, na, nas, nos, por, para, pra, pelo, pela, com, sem, até, desde, depois, antes, quando, que, porque, pois, já, ainda, só, também, nunca, sempre, não, são, foi, vem, vai, está, some, sobe, cai, pula, entre, durante,
  pero, en, con, sin, hasta, cuando, ya, aún, todavía, solo, sólo, también, siempre, es, son, fue, era, hay, al, se, nos, les, pues, entonces, mientras, aunque,
  mais, et, dans, sur, pour, par, avec, sans, pendant, depuis, quand, lorsque, qui, car, puis, déjà, encore, aussi, jamais, toujours, ne, est, sont, était, au, aux, chez, dès, avant, après, alors, parce,
  aber, und, oder, im, an, am, auf, aus, bei, beim, für, mit, nach, vor, zum, zur, ohne, bis, seit, wenn, weil, dass, als, wie, schon, noch, nur, auch, nie, immer, nicht, ist, sind, war, wird, wurde, kann, kommt, gibt, steht, dann, durch, gegen, während, obwohl,
  ma, nel, nella, sul, sulla, per, senza, fino, dal, perché, poi, già, ancora, anche, mai, non, sono, dopo, prima,
  maar, op, aan, bij, voor, met, na, zonder, tot, sinds, omdat, dat, nog, alleen, ook, nooit, altijd, niet, zijn, wordt, komt, geeft, terug, dan,
  ve, ama, ile, için, gibi, sonra, önce, olarak, ise, bile, değil, geliyor, çıkıyor, oldu, olur, vardır,
  tapi, dan, di, ke, untuk, dengan, tanpa, sampai, sejak, kalau, jika, karena, yang, sudah, masih, hanya, juga, tidak, bukan, adalah, lagi, terus, saat, setelah, sebelum, padahal,
  но, и, или, в, на, по, для, без, после, когда, если, что, потому, уже, ещё, еще, только, тоже, не, это, был, при, за, от,
  لكن, في, على, عند, عندما, إذا, لأن, حتى, بعد, قبل, مع, هو, كان, لا, ليس, بسبب, إلى, ثم,
  लेकिन, और, या, में, पर, से, तो, जब, अगर, क्योंकि, है, हैं, था, आता, आ, भी, नहीं, ही
`);

/** What an amount stands behind. */
export const UP_TO = words(`
  is, are, was, were, es, son, era, é, são, est, sont, ist, sind, è, sono, jest, to, of, about, around, over, under, than, nearly, almost, approximately, exactly, reached, passed, topped, total, totals, some, roughly, equals, plus, minus, times, only, least, most, until, till, between, year, page, line, room, no, number,
  de, a, até, cerca, quase, uns, umas, hasta, casi, unos, unas, alcanzó, atingiu, environ, près, jusqu'à, circa, quasi, fino, su, di, da,
  zu, auf, über, rund, etwa, fast, knapp, von, bis, nur, ongeveer, bijna, van, tot, до, около, почти, примерно, из, sekitar, hampir, dari, sampai, yaklaşık, toplam, नंबर, क़रीब, लगभग, حوالي, تقريبا, من, رقم
`);
