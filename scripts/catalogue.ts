// `npm run catalogue [-- --out DIR]`: writes the catalogue as JSON with its schema, CSV, SQL and Parquet. See docs/at-scale.md.
import { writeParquet } from '../build/publish/parquet.ts';
import { PUBLISHED, publishCatalogue } from '../build/publish/publish.ts';
import { createFolderArgument, parseArguments } from './command-line.ts';

const { values } = parseArguments(
  { options: { out: { type: 'string', default: PUBLISHED } } },
  'Usage: npm run catalogue [-- --out FOLDER]',
);
const dir = createFolderArgument(values.out);
const files = [...publishCatalogue(dir), ...(await writeParquet(dir))];
const width = Math.max(...files.map(({ file }) => file.length));
console.log(
  `${dir}\n${files.map(({ file, bytes }) => `  ${file.padEnd(width)}  ${Math.ceil(bytes / 1024)} KB`).join('\n')}`,
);
