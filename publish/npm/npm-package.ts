import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { build } from 'vite';
import { createAsciiOutputPlugin } from '../../build/ascii-output.ts';
import {
  createCataloguePlugin,
  createStoredTextIndex,
  toLibraryData,
} from '../../build/catalogue-plugin.ts';
import { createLicences } from '../../build/licences.ts';
import {
  createPublication,
  createPublicationSchema,
} from '../../build/publication.ts';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { TEXT_INDEX_FILE } from '../../cli/npm/text-index-file.ts';
import {
  type Catalogue,
  createCatalogue,
} from '../../lib/catalogue/catalogue.ts';
import { createVectorFiles } from '../catalogue/vectors.ts';
import manifest from './manifest.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '../..');
const SOURCE = join(ROOT, 'cli/npm');
/** The SDK's validator of forms, which this server never shows. It has a third of the SDK's size. */
const withoutFormValidator = {
  name: 'without-form-validator',
  load: (id: string) =>
    id.endsWith('/ajv-provider.js')
      ? 'export class AjvJsonSchemaValidator {}'
      : undefined,
};
const DOCUMENTS = ['explain.md', 'mcp.md'];
/**
 * Two copies of the declarations would be too far apart in the tarball for gzip to see them. The other direction is not
 * possible: CommonJS can take only types from a module.
 */
const REEXPORT = "export * from './index.cjs';\n";

export async function createNpmTarball(folder: string): Promise<string> {
  const content = mkdtempSync(join(tmpdir(), 'errata-npm-'));

  try {
    const catalogue = createCatalogue(readCatalogue());
    const schema = createPublicationSchema();

    await bundle(content, createPublication(catalogue).revision);

    const write = (file: string, text: string) =>
      writeFileSync(join(content, file), text);

    write(TEXT_INDEX_FILE, JSON.stringify(createStoredTextIndex()));

    const source = readFileSync(join(SOURCE, 'index.ts'), 'utf8').replace(
      /^import type \{[^}]*\} from '\.\/catalogue-types\.ts';$/m,
      () => createCatalogueDeclarations(schema, catalogue),
    );

    write('index.d.cts', ts.transpileDeclaration(source, {}).outputText);
    write('index.d.ts', REEXPORT);

    const data = [
      ['catalogue.schema.json', `${JSON.stringify(schema)}\n`],
      ...createVectorFiles(catalogue),
    ] as const;

    for (const [file, text] of data) write(file, text);

    write(
      'package.json',
      `${JSON.stringify(createManifest(data.map(([file]) => file)), null, 2)}\n`,
    );

    write(
      'LICENSE',
      createLicences([
        '@modelcontextprotocol/sdk',
        '@valibot/to-json-schema',
        'zod',
      ]),
    );
    write('README.md', readDocument('npm.md', 'docs/'));
    mkdirSync(join(content, 'docs'));
    for (const file of DOCUMENTS) write(`docs/${file}`, readDocument(file));

    return pack(content, folder);
  } finally {
    rmSync(content, { recursive: true });
  }
}

/** Reads a document for the package. A link to a document that the package lacks becomes its text. */
function readDocument(file: string, folder = ''): string {
  return readFileSync(join(ROOT, 'docs', file), 'utf8')
    .replaceAll('npm run explain --', `npx ${manifest.name}`)
    .replace(/\[([^\]]+)\]\(([\w-]+\.md)\)/g, (_, text, target) =>
      DOCUMENTS.includes(target) ? `[${text}](${folder}${target})` : text,
    );
}

/** Few chunks, because Node needs a millisecond to find and link each. What only some commands need stays apart. */
function selectChunk(id: string): string | undefined {
  if (id.endsWith('virtual:catalogue')) return 'catalogue-data';

  return /\/(?:data|lib\/(?:core|structure|detect|catalogue|answer\/(?!csv)))\//.test(
    id,
  )
    ? 'engine'
    : undefined;
}

async function bundle(outDir: string, revision: string): Promise<void> {
  const resolve = (file: string) => join(SOURCE, file);

  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [
      createCataloguePlugin(toLibraryData),
      createAsciiOutputPlugin(),
      withoutFormValidator,
    ],
    // Lines stay, because Node prints the one of an uncaught error.
    esbuild: { minifyIdentifiers: true, minifySyntax: true },
    define: { 'import.meta.env.CATALOGUE_REVISION': JSON.stringify(revision) },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'es2023',
      minify: true,
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: {
          index: resolve('index.ts'),
          cli: resolve('cli.ts'),
          mcp: resolve('start-mcp-server.ts'),
          'tool-worker': resolve('tool-worker.ts'),
        },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          manualChunks: selectChunk,
        },
      },
    },
  });
}

/**
 * `errata` is another project's package: https://github.com/fprl/errata. TypeScript asks for declarations of its own for
 * `require`, which Node resolves to the ES module.
 */
function createManifest(data: readonly string[]) {
  const { version, license, engines } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );

  const files = Object.fromEntries(
    data.map((file) => [`./${file}`, `./${file}`]),
  );

  return {
    ...manifest,
    version,
    license,
    engines,
    exports: { ...manifest.exports, ...files },
  };
}

function pack(content: string, folder: string): string {
  mkdirSync(folder, { recursive: true });

  const { stdout, status, stderr } = spawnSync(
    'npm',
    [
      'pack',
      content,
      '--json',
      '--ignore-scripts',
      '--pack-destination',
      folder,
    ],
    { encoding: 'utf8', shell: process.platform === 'win32' },
  );

  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);

  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];

  return join(folder, filename);
}

/** Returns TypeScript declarations of the published catalogue and its entries, made from its JSON Schema. */
function createCatalogueDeclarations(
  { properties = {}, ...schema }: JsonSchema,
  { providers }: Catalogue,
) {
  const { entries = {}, ...others } = properties;

  return `
    type ProviderId = ${formatType({ enum: providers.map(({ id }) => id) })};
    interface PublishedEntry ${formatType(entries.items ?? {})}
    interface PublishedParts ${formatType({ ...schema, properties: others })}
    interface PublishedCatalogue extends PublishedParts {
      /** ${entries.description} */
      entries: readonly PublishedEntry[];
    }
  `;
}

/** The parts of a JSON Schema that the published catalogue uses. */
interface JsonSchema {
  type?: string;
  description?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly JsonSchema[];
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
}

function formatType(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);

  if (schema.enum)
    return schema.enum.map((one) => JSON.stringify(one)).join(' | ');

  if (schema.anyOf) return schema.anyOf.map(formatType).join(' | ');
  if (schema.type === 'integer') return 'number';

  if (schema.type === 'array')
    return `readonly (${formatType(schema.items ?? {})})[]`;

  if (schema.type !== 'object') return schema.type ?? 'unknown';

  const { properties = {}, required = [] } = schema;

  const lines = Object.entries(properties).map(([name, property]) => {
    const comment = property.description
      ? `/** ${property.description} */\n`
      : '';
    return `${comment}${name}${required.includes(name) ? '' : '?'}: ${formatType(property)};`;
  });

  return `{\n${lines.join('\n')}\n}`;
}
