/** The rules of docs/architecture.md, executable: who may import whom, how long files are, what pages may contain. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const MAX_LINES = 200;

const sources = [...filesBelow('entrypoints'), ...filesBelow('utils'), ...filesBelow('kernels')].filter((path) =>
  /\.tsx?$/.test(path),
);
const scripts = filesBelow('scripts').filter((path) => path.endsWith('.mjs'));
const benches = filesBelow('bench').filter((path) => path.endsWith('.mjs') && !path.includes('/node_modules/'));

const ANYTHING = /./;

/** First matching row decides. Imports are written as paths from the root; packages keep their name. */
const RULES: readonly { readonly files: RegExp; readonly may: readonly RegExp[]; readonly because: string }[] = [
  {
    files:
      /^utils\/(pipeline\/|jobs\/(job|delivery|queue|rungs|progress)\.ts|credits\/(ledger|moment|plans|standing)\.ts|calendar\.ts|history\/(retention|search)\.ts|statistics\/statistics\.ts|studio\/|diagnostics\/diagnostics\.ts|settings\/(card-address|cards|settings|settings-file|find-settings)\.ts)/,
    may: [
      /^utils\/(pipeline|studio)\//,
      /^utils\/jobs\/(job|rungs)$/,
      /^utils\/credits\/(moment|plans)$/,
      /^utils\/(history\/(retention|search)|settings\/(cards|settings))$/,
      /^utils\/(calendar|errors|i18n\/language)$/,
    ],
    because: 'pure folders import themselves and errors',
  },
  {
    files: /^utils\/i18n\//,
    may: [/^utils\/(i18n\/|errors$)/, /^locales\//, /^intl-messageformat$/],
    because: 'what is said knows nobody who says it',
  },
  {
    files: /^utils\/(account\/(backoff|consent|email)|vault\/(argon2-params|recovery-code))\.ts$/,
    may: [/^utils\/account\/account$/],
    because: 'rules of accounts know no clock, no crypto, no database; the row only as a type',
  },
  {
    files: /^utils\/vault\//,
    may: [/^utils\/vault\//, /^utils\/errors$/, /^@hpke\/core$/, /^hash-wasm$/],
    because: 'the vault is crypto alone: no account, no database, no browser but WebCrypto',
  },
  {
    files: /^utils\/account\/[a-z.-]+(?<!-store)\.ts$/,
    may: [/^utils\/(account|vault)\//, /^utils\/(db|errors)$/, /^dexie$/, /^@zxcvbn-ts\//],
    because: 'accounts get session keys, clock and the guest’s belongings as ports',
  },
  {
    files: /^utils\/vouchers\/(claims|find-vouchers|issuers|refusals)\.ts$/,
    may: [/^utils\/vouchers\/(claims|issuers)$/, /^utils\/credits\/plans$/],
    because: 'what a voucher says is pure: no keys, no clock, no library',
  },
  {
    files: /^utils\/vouchers\//,
    may: [/^utils\/vouchers\//, /^utils\/(pipeline\/raster|credits\/plans)$/, /^jose\//, /^qr\//],
    because: 'checking a voucher knows neither the ledger, nor the database, nor chrome',
  },
  {
    files: /^utils\/([a-z]+\/[a-z-]+-store|history\/make-room)\.ts$/,
    may: [
      /^utils\/db$/,
      /^utils\/errors$/,
      /^utils\/pipeline\/(ports|raster)$/,
      /^dexie/,
      /^utils\/(jobs\/(job|queue)|history\/(retention|history-store)|settings\/(cards|settings)|studio\/own-presets)$/,
      /^utils\/(credits\/(ledger|moment|plans|standing)|account\/(account|account-store|backoff))$/,
    ],
    because: 'a store imports its own domain and the database; the book asks who sits here',
  },
  {
    files: /^utils\/credits\//,
    may: [/^utils\/(credits|vouchers)\//, /^utils\/account\/(account-store|ports)$/, /^utils\/db$/],
    because: 'redeeming joins the check of a voucher, the book, and who sits here',
  },
  {
    files: /^utils\/history\//,
    may: [
      /^utils\/history\//,
      /^utils\/vault\/(bytes|hpke|sealed-blob)$/,
      /^utils\/account\/(account-store|ports)$/,
      /^utils\/(db|errors|credits\/ledger|settings\/settings-store)$/,
      /^dexie$/,
    ],
    because: 'history seals and opens; who may, it asks the account’s store and the keys it is given',
  },
  {
    files: /^utils\/jobs\//,
    may: [
      /^utils\/(jobs|pipeline|history|settings|credits|statistics|diagnostics)\//,
      /^utils\/(db|errors|single-flight)$/,
      /^dexie/,
    ],
    because: 'use cases get browser and inference as deps',
  },
  {
    files: /^utils\/batch\/(batch|choose|page-images)\.ts$/,
    may: [/^utils\/batch\/batch$/, /^utils\/jobs\/job$/],
    because: 'what a batch is, and what it takes, is pure',
  },
  {
    files: /^utils\/batch\//,
    may: [
      /^utils\/batch\//,
      /^utils\/(jobs\/job|history\/(read-picture|retention)|credits\/ledger-store|zip\/write-zip|db)$/,
    ],
    because: 'a batch is its jobs: how pictures are read, finished and named arrives as ports',
  },
  {
    files: /^utils\/inference\//,
    may: [
      /^utils\/(inference|pipeline)\//,
      /^utils\/(errors|jobs\/(job|rungs))$/,
      /^onnxruntime-web/,
      /^public\/models\//,
    ],
    because: 'inference knows neither jobs, nor the database, nor chrome',
  },
  {
    files: /^utils\/browser\//,
    may: [
      /^utils\/browser\//,
      /^utils\/pipeline\//,
      /^utils\/(errors|single-flight|messaging|jobs\/(job|rungs)|i18n\/(say|sentence-of))$/,
      /^wxt\//,
      /^image-size$/,
    ],
    because: 'adapters know no domain; messaging and job only as types',
  },
  {
    files: /^utils\/(statistics|diagnostics)\//,
    may: [
      /^utils\/(statistics|diagnostics|settings)\//,
      /^utils\/account\/(account-store|consent|guest-consents|policy|ports)$/,
      /^utils\/(db|errors|jobs\/(job|rungs)|credits\/(ledger|moment))$/,
    ],
    because: 'what is counted and noted knows who sits here, and whether they agreed',
  },
  {
    files: /^utils\/privacy\//,
    may: [
      /^utils\/(privacy|account|credits|history|jobs|vault|statistics|diagnostics|settings|zip)\//,
      /^utils\/(db|errors|studio\/edits|i18n\/say)$/,
      /^dexie$/,
    ],
    because: 'access, portability and erasure reach into every domain; keys and clock arrive as ports',
  },
  {
    files: /^utils\/zip\//,
    may: [/^utils\/zip\//, /^utils\/errors$/, /^@zip\.js\/zip\.js\/lib\/zip-core-native\.js$/],
    because: 'what is in a ZIP is its users’ business',
  },
  {
    files: /^utils\/pages\//,
    may: [/^utils\/(?!inference|pipeline)/, /^(react|dexie-react-hooks|radix-ui|lucide-react|wxt)/],
    because: 'what several pages of the extension share: hooks and sections that know the database',
  },
  {
    files: /^utils\/ui\//,
    may: [
      /^utils\/(ui|jobs|pipeline|credits|diagnostics|i18n)\//,
      /^utils\/(errors|vouchers\/(claims|refusals)|settings\/(cards|settings))$/,
      /^(react|radix-ui|lucide-react)/,
    ],
    because: 'shared UI shows data',
  },
  {
    files: /^utils\/[a-z-]+\.ts$/,
    may: [
      /^(dexie|@webext-core)/,
      /^utils\/(db|errors|upgrades|jobs\/(job|rungs)|credits\/(ledger|plans|standing)|pipeline\/raster|account\/account|diagnostics\/diagnostics|history\/details|statistics\/statistics|studio\/edits|vault\/bytes|i18n\/language|settings\/(cards|settings))$/,
    ],
    because: 'leaf modules',
  },
  {
    files: /^entrypoints\/card\//,
    may: [/^entrypoints\/card\//, /^utils\/(?!db)/, /^(react|lucide-react)/],
    because: 'the card has no database',
  },
  { files: /^kernels\//, may: [/^kernels\//], because: 'AssemblyScript knows only AssemblyScript' },
  { files: /^entrypoints\//, may: [ANYTHING], because: '' },
];

describe('imports', () => {
  it.each(sources)('%s keeps to the table', (path) => {
    const rule = RULES.find(({ files }) => files.test(path));
    const foreign = importsOf(path).filter((target) => !rule?.may.some((allowed) => allowed.test(target)));
    expect(foreign, rule?.because).toEqual([]);
  });

  it.each(sources.filter((path) => path.startsWith('entrypoints/')))('%s stays in its own entrypoint', (path) => {
    const own = path.split('/')[1];
    const others = importsOf(path).filter((t) => t.startsWith('entrypoints/') && t.split('/')[1] !== own);
    expect(others, 'what two entrypoints need belongs in utils/').toEqual([]);
  });

  it('only ort-networks imports onnxruntime-web', () => {
    const users = sources.filter((path) => importsOf(path).some((target) => target.startsWith('onnxruntime-web')));
    expect(users).toEqual(['utils/inference/ort-networks.ts']);
  });

  it('crypto libraries stay in the vault, the password judge in one file', () => {
    const users = sources.filter((path) => importsOf(path).some((t) => /^(@hpke|hash-wasm|@zxcvbn-ts)/.test(t)));
    expect(users.sort()).toEqual(['utils/account/strength.ts', 'utils/vault/argon2.ts', 'utils/vault/hpke.ts']);
  });

  it.each([
    ['jose', 'utils/vouchers/jws.ts'],
    ['qr', 'utils/vouchers/read-qr.ts'],
  ])('%s is imported by one file', (library, file) => {
    const users = sources.filter((path) => importsOf(path).some((target) => target.startsWith(`${library}/`)));
    expect(users).toEqual([file]);
  });

  it('nothing of the benchmarks gets into the product', () => {
    const users = sources.filter((path) => importsOf(path).some((target) => /^bench\/|^(@imgly|webgpu)/.test(target)));
    expect(users).toEqual([]);
  });

  it('browser adapters take types only from messaging and job', () => {
    const runtime = sources
      .filter((path) => path.startsWith('utils/browser/'))
      .filter((path) => /import (?!type)[^;]*from '\.\.\/(messaging|jobs\/job)'/.test(read(path)));
    expect(runtime).toEqual([]);
  });
});

describe('files', () => {
  it.each([...sources, ...scripts, ...benches])(`%s has at most ${MAX_LINES} lines`, (path) => {
    expect(linesOf(path)).toBeLessThanOrEqual(MAX_LINES);
  });

  it('the median source file is about 50 lines', () => {
    const lengths = sources.map(linesOf).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(65);
  });

  it.each(sources.filter((path) => path.endsWith('.ts') && linesOf(path) > 40))('%s says what it is for', (path) => {
    expect(read(path), 'begin with a comment: the job, and what it refuses to do').toMatch(
      /^\/\*\*|^(import[^;]*;\n)+\n\/[/*]/,
    );
  });

  it('no file is called helpers, common, types or index beside the entrypoints', () => {
    const vague = sources.filter((path) => /\/(helpers?|common|types|misc)\.tsx?$|^utils\/.*\/index\.ts$/.test(path));
    expect(vague).toEqual([]);
  });
});

describe('promises', () => {
  it('no source names a remote host: Matte makes no request of its own [P-LOCAL] [P-NO-SHARING]', () => {
    const remote = sources.filter((path) => /['"`]https?:\/\/(?!\*)[a-z0-9]/i.test(code(path)));
    expect(remote).toEqual([]);
  });

  it('content scripts never send messages', () => {
    const content = sources.filter((path) => /^entrypoints\/(content|page-drop|page-images)/.test(path));
    expect(content.filter((path) => /sendMessage|runtime\.connect/.test(code(path)))).toEqual([]);
  });
});

function importsOf(path: string): string[] {
  const specifiers = [...code(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return specifiers.map((specifier) => {
    if (specifier.startsWith('@/')) return specifier.slice(2);
    return specifier.startsWith('.') ? join(path, '..', specifier).replace(/\.(tsx?|json)$/, '') : specifier;
  });
}

function code(path: string): string {
  return read(path).replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
}

function linesOf(path: string): number {
  return read(path).split('\n').length - 1;
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}
