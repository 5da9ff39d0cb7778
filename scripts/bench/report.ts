import { cpus, loadavg } from 'node:os';
import { TEXT_NODES } from './page.ts';
import { type Figure, isMet, median, type Samples } from './samples.ts';

export function asTable(figures: readonly Figure[], samples: Samples, runs: number): string {
  const lines = [
    `\nMedian of ${runs} runs (least to most); a huge page has ${TEXT_NODES.toLocaleString('en')} texts.\n`,
  ];
  for (const figure of figures) {
    const met = isMet(figure);
    lines.push(
      `${figure.name.padEnd(60)}${amount(figure.value, figure.unit).padStart(10)}  ${spread(figure).padEnd(22)}${met === null ? '' : `${met ? 'met' : 'MISSED'}: ${goal(figure)}`}`,
    );
  }
  lines.push('\nMilliseconds of this machine:');
  for (const [name, all] of Object.entries(samples))
    lines.push(`${name.padEnd(40)}${median(all).toFixed(2).padStart(10)}`);
  return lines.join('\n');
}

export function asMarkdown({
  date,
  runs,
  figures,
  samples,
}: {
  date: string;
  runs: number;
  figures: readonly Figure[];
  samples: Samples;
}): string {
  const rows = figures.map(
    (figure) =>
      `| ${figure.name} | ${amount(figure.value, figure.unit)} | ${spread(figure)} | ${goal(figure)} | ${{ true: 'yes', false: 'no', null: '' }[String(isMet(figure))]} |`,
  );
  const times = Object.entries(samples).map(([name, all]) => `| ${name} | ${median(all).toFixed(2)} |`);
  return `# Performance

Written by \`npm run bench -- --runs ${runs} --write docs/performance.md\` on ${date.slice(0, 10)}: median of ${runs} runs in one Chromium on ${cpus().length} cores (${cpus()[0]?.model.trim()}, load ${loadavg()[1]?.toFixed(1)}).
Ratios are taken run by run and mean the same on every machine; the huge page is a table of ${TEXT_NODES.toLocaleString('en')} texts, one in a hundred a code.
The floor is a TreeWalker that reads every text of the fresh page once, as a script of the page. In the world of its own that a browser gives to
an extension the same walk costs several times that; the figure stands below.

- **All tasks**: what the page's thread spends on the processor, scripts, rendering and collection, from the first line of the page script to the
  frame in which the last code is marked. Engine and index are cold. What the bench spends on waiting is taken off.
- **The card made ready**: the same from there on, when the page is idle: the catalogue and the card.
- **mark.js with 60 codes as keywords** is how one marks a catalogue with it: \`mark([…], { accuracy: 'exactly', separateWordSearch: false })\`, for the
  page's eight codes and 52 others of the Cloud API. The goal stands here. **With one pattern** it gets the one regular expression that fits the codes of this
  page; nobody who knows 1,200 codes can write it, but it is the least that mark.js can cost. **linkify** looks for addresses, of which there are none.
  All three to the frame in which their elements are painted, and on a page at rest like Errata.
- **A keystroke**: all tasks of the popup's thread on the processor, from the key to the frame with its results; 73 keys, the first one among them.
- **Pointer moves**: all tasks of the page's thread on the processor, over one page with marks switched on and off in turn, fifty moves at a time. Two
  pages of one kind differ by a tenth, and so does one page from one second to the next: so the ratios are taken turn by turn. No trace runs meanwhile, which
  costs more for each event than a listener does.
- **Card drawn**: on the clock, from the end of the pointer's rest to the end of the frame that shows the card; three frames of sixty a second are 50 ms.
- **Mutations**: likewise, one and a half seconds at a time.
- **Huge page, start, pointer, mutations**: one run is the median of four, twenty-four, eight and six turns; the one that warms up is left out.
- **Longest task**: on the clock, until the card is ready, less the longest task of the same page without Errata. Below it: 800 ranges, found before,
  or one, are added to a highlight in a page without Errata. What follows is the browser's own painting of so large a page.
- **Start against empty scripts**: reading and running our scripts for the first time, on the processor, against the same extension with as many scripts that do
  nothing, under the same manifest. What they do later on that page is in "all own script". The page runs React's code first, as consoles are applications; where a
  page runs no script at all, the first script of an extension pays for the browser's own first use of its parser, too: that figure stands below it.

| figure | median | least to most | goal | met |
|---|---|---|---|---|
${rows.join('\n')}

## Milliseconds of that machine

Only to be compared with each other.

| | ms |
|---|---|
${times.join('\n')}
`;
}

function amount(value: number, unit: Figure['unit']): string {
  return `${value.toFixed(Math.abs(value) < 10 ? 2 : 1)} ${unit}`.trim();
}

const spread = ({ spread: [least, most], unit }: Figure) => `${amount(least, unit)} to ${amount(most, unit)}`;

function goal({ goal, unit }: Figure): string {
  if (goal?.most !== undefined) return `at most ${goal.most} ${unit}`.trim();
  return goal?.least === undefined ? '' : `at least ${goal.least} ${unit}`.trim();
}
