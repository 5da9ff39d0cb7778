import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { installPackage } from '../apps/packages.ts';
import {
  BOTH,
  describeInBrowsers,
  expectCard,
  expectCodes,
} from './in-browsers.ts';
import { findSeenMarks } from './seen-marks.ts';

// Marks in the cells, chips, badges and cards of UI kits, with the kits' own style sheets. Each text has one code.

const TEXT = 'Error 131047';

interface Kit {
  /** Package and path of its style sheet. Null for kits that write their styles at run time. */
  styles: [Parameters<typeof installPackage>[0], string] | null;
  markup: Readonly<Record<string, string>>;
}

const KITS: Readonly<Record<string, Kit>> = {
  Bootstrap: {
    styles: ['bootstrap', 'dist/css/bootstrap.min.css'],
    markup: {
      'truncated text': `<div class="text-truncate" style="max-width: 150px">${TEXT}</div>`,
      'danger badge': `<span class="badge text-bg-danger">${TEXT}</span>`,
      'success badge': `<span class="badge text-bg-success">${TEXT}</span>`,
      'primary badge': `<span class="badge text-bg-primary">${TEXT}</span>`,
      'warning badge': `<span class="badge text-bg-warning">${TEXT}</span>`,
      'progress bar': `<div class="progress"><div class="progress-bar" style="width: 100%">${TEXT}</div></div>`,
      'active row': `<table class="table"><tr class="table-active"><td>${TEXT}</td></tr></table>`,
      'active list item': `<ul class="list-group"><li class="list-group-item active">${TEXT}</li></ul>`,
      'stretched link': `<div class="card"><div class="card-body"><p class="card-text">${TEXT}</p><a href="#" class="btn btn-primary stretched-link">Open</a></div></div>`,
      'small button': `<button class="btn btn-sm btn-danger">${TEXT}</button>`,
    },
  },
  Bulma: {
    styles: ['bulma', 'css/bulma.min.css'],
    markup: {
      'clipped title': `<p class="title is-5" style="overflow: hidden">${TEXT}</p>`,
      'clipped text': `<p class="is-clipped">${TEXT}</p>`,
      'danger tag': `<span class="tag is-danger">${TEXT}</span>`,
      'success tag': `<span class="tag is-success">${TEXT}</span>`,
      'selected row': `<table class="table"><tr class="is-selected"><td>${TEXT}</td></tr></table>`,
      notification: `<div class="notification is-link">${TEXT}</div>`,
    },
  },
  'Element Plus': {
    styles: ['element-plus', 'dist/index.css'],
    markup: {
      'dark tag': `<span class="el-tag el-tag--danger el-tag--dark"><span class="el-tag__content">${TEXT}</span></span>`,
      'tag in a select': `<div class="el-select" style="width: 220px"><div class="el-select__wrapper"><div class="el-select__selection"><div class="el-select__selected-item"><span class="el-tag is-closable el-tag--info"><span class="el-tag__content"><span class="el-select__tags-text">${TEXT}</span></span></span></div></div></div></div>`,
      'table cell': `<div class="el-table el-table--fit"><table class="el-table__body"><tr class="el-table__row"><td class="el-table__cell"><div class="cell el-tooltip">${TEXT}</div></td></tr></table></div>`,
    },
  },
  Vuetify: {
    styles: ['vuetify', 'dist/vuetify.min.css'],
    markup: {
      'list subtitle': `<div class="v-list-item v-list-item--density-default"><div class="v-list-item__content"><div class="v-list-item-subtitle">${TEXT}</div></div></div>`,
      'x-small chip': `<span class="v-chip v-chip--size-x-small v-chip--density-default v-chip--variant-flat v-theme--light" style="background: rgb(176 0 32); color: white"><div class="v-chip__content">${TEXT}</div></span>`,
      'success chip': `<span class="v-chip v-chip--size-small v-chip--density-default v-chip--variant-flat v-theme--light" style="background: #4caf50; color: white"><div class="v-chip__content">${TEXT}</div></span>`,
    },
  },
  Carbon: {
    styles: ['@carbon/styles', 'css/styles.min.css'],
    markup: {
      'red tag': `<div class="cds--tag cds--tag--red"><span class="cds--tag__label">${TEXT}</span></div>`,
      'selected row': `<table class="cds--data-table"><tbody><tr class="cds--data-table--selected"><td>${TEXT}</td></tr></tbody></table>`,
      'truncated text': `<div class="cds--text-truncate--end" style="max-width: 160px">${TEXT}</div>`,
    },
  },
  'styles as MUI, Fluent, PrimeReact and Tailwind compute them': {
    styles: null,
    markup: {
      'MUI chip': `<div style="display: inline-flex; height: 24px; align-items: center; border-radius: 16px; background: #d32f2f; color: white; font: 13px/1.5 Roboto, Arial, sans-serif"><span style="overflow: hidden; text-overflow: ellipsis; padding: 0 8px; white-space: nowrap">${TEXT}</span></div>`,
      'MUI table cell': `<table><tr><td style="max-width: 200px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font: 14px/1.43 Roboto, Arial, sans-serif">${TEXT}</td></tr></table>`,
      'MUI filled alert': `<div style="background: #2e7d32; color: white; padding: 6px 16px; font: 14px/1.43 Roboto, Arial, sans-serif"><div style="overflow: auto">${TEXT}</div></div>`,
      'Fluent details row': `<div style="overflow: hidden; white-space: nowrap; text-overflow: ellipsis; font: 12px 'Segoe UI', Arial, sans-serif">${TEXT}</div>`,
      'PrimeReact tag': `<span style="display: inline-flex; align-items: center; background: #ef4444; color: white; font: 700 12px sans-serif; padding: 4px 6px; border-radius: 6px"><span style="line-height: 1.5">${TEXT}</span></span>`,
      'Tailwind truncate': `<p style="overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font: 12px/1.333 ui-sans-serif, sans-serif">${TEXT}</p>`,
      'Tailwind badge': `<span style="display: inline-block; font: 12px/1 ui-sans-serif, sans-serif; background: oklch(0.637 0.237 25.331); color: white; padding: 2px 8px">${TEXT}</span>`,
    },
  },
};

const MIN_SHARE = 0.6;

function readStyles({ styles }: Kit): string {
  if (!styles) return '';
  const [name, path] = styles;

  return readFileSync(join(installPackage(name), path), 'utf8');
}

describeInBrowsers(BOTH, (open) => {
  describe.each(Object.entries(KITS))('in %s', (_, kit) => {
    test.each(['light', 'dark'] as const)(
      'every mark can be seen in a %s page, and opens its card',
      async (scheme) => {
        const tab = await open('quiet', { width: 1280, height: 1400, scheme });
        await tab.run(
          ({ css, cells }) => {
            document.head.insertAdjacentHTML(
              'beforeend',
              `<style>${css}</style>`,
            );
            document.body.innerHTML = cells
              .map(
                ([name, markup]) =>
                  `<div data-name="${name}" style="width: 320px; margin: 8px">${markup}</div>`,
              )
              .join('');
            document.documentElement.dataset.bsTheme = matchMedia(
              '(prefers-color-scheme: dark)',
            ).matches
              ? 'dark'
              : 'light';
          },
          { css: readStyles(kit), cells: Object.entries(kit.markup) },
        );
        const names = Object.keys(kit.markup);
        await expectCodes(
          tab,
          names.map(() => '131047'),
        );
        const seen = await findSeenMarks(tab);
        expect(seen.map(({ name }) => name).sort()).toEqual([...names].sort());
        expect(seen.filter(({ share }) => share < MIN_SHARE)).toEqual([]);

        for (const { x, y } of await tab.marks()) {
          await tab.move({ x, y });
          await expectCard(tab, '131047');
          await tab.press('Escape');
          await expectCard(tab, null);
        }
      },
    );
  });

  test.each(['antd', 'ag-grid'])(
    'every mark can be seen on %s',
    async (page) => {
      const tab = await open(page);
      await expect.poll(() => tab.codes()).not.toEqual([]);
      // A grid keeps rows outside its view.
      const seen = (await findSeenMarks(tab)).filter((mark) => mark.isOnTop);
      expect(seen.length).toBeGreaterThan(1);
      // A dashed line has gaps.
      const isSolid = ({ highlight }: { highlight: string }) =>
        highlight.endsWith('-you');
      expect(
        seen.filter((mark) => isSolid(mark) && mark.share < MIN_SHARE),
      ).toEqual([]);
      expect(seen.filter(({ share }) => share < MIN_SHARE / 3)).toEqual([]);
    },
  );
});
