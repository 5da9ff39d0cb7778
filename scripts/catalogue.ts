// `npm run catalogue [-- --out DIR]`: the catalogue as JSON with its schema, CSV and SQL. See docs/at-scale.md.
import { parseArgs } from 'node:util';
import { PUBLISHED, publish } from '../build/publish/publish.ts';
import { givenPath } from './given-path.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: PUBLISHED } } });
const dir = givenPath(values.out);
const files = publish(dir);
const width = Math.max(...files.map(({ file }) => file.length));
console.log(
  `${dir}\n${files.map(({ file, bytes }) => `  ${file.padEnd(width)}  ${Math.ceil(bytes / 1024)} KB`).join('\n')}`,
);
