import { describe, expect, it } from 'vitest';
import { load } from './load';

const { isInstalled } = await load('setup/packages.mjs');
const { isModern } = await load('setup/node.mjs');
const { isBranded } = await load('setup/chromium.mjs');

describe('whether npm ci is due', () => {
  const entry = (version: string, more = {}) => ({ version, integrity: `sha512-${version}`, ...more });
  const wanted = {
    '': { name: 'matte' },
    'node_modules/a': entry('1.0.0'),
    'node_modules/b': entry('2.0.0', { optional: true }),
  };

  it('is not when all is there', () => {
    expect(isInstalled(wanted, { 'node_modules/a': entry('1.0.0'), 'node_modules/b': entry('2.0.0') })).toBe(true);
  });

  it('is not when only a package for another platform is absent', () => {
    expect(isInstalled(wanted, { 'node_modules/a': entry('1.0.0') })).toBe(true);
  });

  it.each([
    ['a package is missing', {}],
    ['a version differs', { 'node_modules/a': entry('1.0.1') }],
    ['the contents differ', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-other' } }],
    ['an optional version differs', { 'node_modules/a': entry('1.0.0'), 'node_modules/b': entry('2.0.1') }],
  ])('is when %s', (_, present) => {
    expect(isInstalled(wanted, present)).toBe(false);
  });
});

describe('which Node will do', () => {
  it.each([
    ['20.20.2', false],
    ['22.17.1', false],
    ['22.18.0', true],
    ['24.1.0', true],
    ['100.0.0', true],
  ])('%s: %s', (version, expected) => expect(isModern(version)).toBe(expected));
});

describe('which browser ignores --load-extension', () => {
  it.each([
    ['/usr/bin/google-chrome-stable', true],
    ['/opt/google/chrome/chrome', true],
    ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', true],
    ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', true],
    ['/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', false],
    ['/usr/bin/chromium', false],
    ['/opt/microsoft/msedge/msedge', false],
    ['/root/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome', false],
  ])('%s: %s', (path, expected) => expect(isBranded(path)).toBe(expected));
});
