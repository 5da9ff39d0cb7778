// `npm run catalogue [-- --out DIR]`: writes the catalogue as JSON with its schema, CSV and SQL. See docs/at-scale.md.

import { createFolderArgument, parseArguments } from '../cli/command-line.ts';
import {
  CATALOGUE_FOLDER,
  publishCatalogue,
  publishVectors,
} from './catalogue/publish.ts';

const { values } = parseArguments('npm run catalogue -- [--out FOLDER]');
const dir = createFolderArgument(values.out ?? CATALOGUE_FOLDER);
const files = [...publishCatalogue(dir), ...publishVectors(dir)];
const width = Math.max(...files.map(({ file }) => file.length));
console.log(
  `${dir}\n${files.map(({ file, bytes }) => `  ${file.padEnd(width)}  ${Math.ceil(bytes / 1024)} KB`).join('\n')}`,
);
