/**
 * Which Node runs what. A newcomer's Node may be 20; WXT and Vitest want 22.12 and reading utils/*.ts wants 22.18.
 * On Linux x64 the project brings Node 24 as an optional dependency, elsewhere the installed one must be new enough.
 */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { Stop } from './say.mjs';

const BIN = join(ROOT, 'node_modules', '.bin');
const BROUGHT = join(BIN, 'node');
const LEAST = [22, 18];

/** True for "22.18.0" and everything newer. */
export function isModern(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}

/** Path of a Node that is new enough; call it after the dependencies are in. */
export function nodeBinary() {
  if (isModern(process.versions.node)) return process.execPath;
  if (existsSync(BROUGHT)) return BROUGHT;
  throw new Stop(`Matte needs Node ${LEAST.join('.')} or newer here, and this is ${process.versions.node}.`);
}

/** The environment of children: tools from node_modules and the right `node` come first. */
export function childEnv(extra = {}) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [key]: `${BIN}${delimiter}${process.env[key] ?? ''}`, ...extra };
}

/** Runs a package's command with our Node: no shell, no .cmd shims, the same on every system. */
export function runTool(name, args, options = {}) {
  return run(nodeBinary(), [toolPath(name), ...args], { ...options, env: childEnv(options.env) });
}

/** Repeats this script under the brought Node when the present one is too old; gives the exit code or null. */
export async function repeatOnModernNode() {
  if (isModern(process.versions.node)) return null;
  return run(nodeBinary(), process.argv.slice(1), { env: childEnv(), input: 'inherit', output: 'inherit' });
}

const PACKAGE_OF = {
  asc: 'assemblyscript',
  biome: '@biomejs/biome',
  playwright: '@playwright/test',
  tsc: 'typescript',
};

function toolPath(name) {
  const folder = join(ROOT, 'node_modules', PACKAGE_OF[name] ?? name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}
