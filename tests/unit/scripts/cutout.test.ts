import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUALITIES } from '@/utils/jobs/job';
import { BACKEND_CHOICES } from '@/utils/jobs/rungs';
import { load } from './load';

const { readArgs, USAGE } = await load('cutout/args.mjs');
const { outputPaths } = await load('cutout/names.mjs');
const { checkInput } = await load('cutout/input.mjs');

describe('the command line of cutout', () => {
  it('has defaults', () => {
    expect(readArgs(['a.png'])).toMatchObject({
      matte: false,
      quality: 'balanced',
      backend: 'auto',
      out: 'out',
      files: ['a.png'],
      problem: null,
    });
  });

  it('takes its flags before and after the files', () => {
    const wish = readArgs(['--matte', 'a.png', '--backend', 'wasm', '--out', 'd', '--quality', 'best', 'b.png']);
    const flags = { matte: true, backend: 'wasm', quality: 'best', out: 'd' };
    expect(wish).toMatchObject({ ...flags, files: ['a.png', 'b.png'], problem: null });
  });

  it.each(QUALITIES)('takes the quality %s', (quality) => {
    expect(readArgs(['--quality', quality, 'a.png'])).toMatchObject({ quality, problem: null });
  });

  it.each(BACKEND_CHOICES)('takes the backend %s, and its usage names it', (backend) => {
    expect(readArgs(['--backend', backend, 'a.png'])).toMatchObject({ backend, problem: null });
    expect(USAGE).toContain(backend);
  });

  it('takes a file that begins with a dash after --', () => {
    expect(readArgs(['--', '-a.png'])).toMatchObject({ files: ['-a.png'], problem: null });
  });

  it.each([
    [[], 'Name at least one picture.'],
    [['--bogus', 'a.png'], "Unknown option '--bogus'"],
    [['--backend', 'cuda', 'a.png'], 'Unknown backend: cuda'],
    [['--backend', 'only:cuda', 'a.png'], 'Unknown backend: only:cuda'],
    [['--quality', 'ultra', 'a.png'], 'Unknown quality: ultra'],
    [['--quality', '', 'a.png'], 'Unknown quality: '],
    [['--out', '', 'a.png'], '--out needs a folder'],
  ])('refuses %j', (args, problem) => {
    expect(readArgs(args).problem).toBe(problem);
  });
});

describe('output names', () => {
  it('say what is in the file', () => {
    expect(outputPaths(['in/a.b.png'], { out: 'out', matte: false })).toEqual([join('out', 'a.b-cutout.png')]);
    expect(outputPaths(['in/a.b.png'], { out: 'out', matte: true })).toEqual([join('out', 'a.b-matte.png')]);
  });

  it('differ for inputs of one name, whatever their case and order', () => {
    const files = ['x/cat.png', 'y/cat.jpg', 'CAT.webp', 'cat-2.png', 'x/cat.png'];
    const names = outputPaths(files, { out: 'o', matte: false });
    expect(new Set(names.map((name: string) => name.toLowerCase())).size).toBe(files.length);
  });

  it('never fall on an input', () => {
    const files = [join('o', 'cat.png'), join('o', 'cat-cutout.png')];
    const names = outputPaths(files, { out: 'o', matte: false });
    expect(names).toEqual([join('o', 'cat-2-cutout.png'), join('o', 'cat-cutout-cutout.png')]);
  });
});

describe('inputs that cannot be a picture', () => {
  it.each([
    ['no/such/file.png', 'not-found'],
    ['tests', 'bad-request'],
  ])('%s is %s', async (path, code) => {
    await expect(checkInput(path)).rejects.toMatchObject({ code });
  });
});
