import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, type ErrorCode, isMatteError, matteError, RETRY } from '@/utils/errors';
import { sentenceOf } from '@/utils/i18n/sentence-of';

const CODES = Object.keys(RETRY) as ErrorCode[];

/** What a person can do. A next step begins with one of these, so "Please wait" or "Sorry" would not count. */
const ACTIONS = /^(Click|Close|Copy|Download|Free|Make|Open|Reconnect|Reload|Remove|Right-click|Save|Try)\b/;
/** Words for those who build Matte, not for those who use it. */
const JARGON =
  /\b(blob|cors|csp|dexie|document|exception|fetch|gpu|https?|indexeddb|inference|mask|mime|null|offscreen|onnx|ort|promise|quota|runtime|session|tensor|timeout|undefined|url|wasm|webgpu|worker|\d{3} error)\b/i;

/** "What happened. What to do next." */
function partsOf(code: ErrorCode): string[] {
  return sentenceOf(code).split(/(?<=\.) /);
}

describe.each(CODES)('the advice for %s', (code) => {
  it('says what happened, then what to do', () => {
    const [happened, next, ...more] = partsOf(code);
    expect(happened).toMatch(/^[A-Z].*\.$/);
    expect(happened).not.toMatch(ACTIONS);
    expect(next).toMatch(ACTIONS);
    expect(next).toMatch(/\.$/);
    expect(more).toEqual([]);
  });

  it('is said in one breath', () => {
    expect(sentenceOf(code).split(' ').length).toBeLessThanOrEqual(25);
  });

  it('uses no jargon and does not show its code', () => {
    expect(sentenceOf(code)).not.toMatch(JARGON);
    if (code.includes('-')) expect(sentenceOf(code)).not.toContain(code);
  });

  it('offers a retry where the next step is to try again', () => {
    if (/^Try again/.test(partsOf(code)[1] ?? '')) expect(RETRY[code]).toBe(true);
  });
});

it('no two codes say the same', () => {
  expect(new Set(CODES.map((code) => sentenceOf(code))).size).toBe(CODES.length);
});

describe('an error', () => {
  it('keeps its code, its detail for the console, and its cause', () => {
    const cause = new TypeError('Failed to fetch');
    const error = matteError('offline', 'https://a.test/boat.png', cause);
    expect(error).toMatchObject({ code: 'offline', message: 'offline: https://a.test/boat.png', cause });
  });

  it.each<[string, (error: Error) => unknown]>([
    ['as thrown', (error) => error],
    ['after a message', (error) => JSON.parse(JSON.stringify({ ...error, message: error.message }))],
    ['after a structured clone of its fields', (error) => structuredClone({ ...error })],
  ])('is recognised by its code: %s', (_, travel) => {
    const arrived = travel(matteError('decode-failed', 'cut off'));
    expect(isMatteError(arrived)).toBe(true);
    expect(codeOf(arrived)).toBe('decode-failed');
  });

  it('is what Dexie wraps when a database does not open', () => {
    const wrapped = Object.assign(new Error('closed'), {
      name: 'DatabaseClosedError',
      inner: matteError('data-newer'),
    });
    expect(codeOf(wrapped)).toBe('data-newer');
    expect(codeOf(Object.assign(wrapped, { inner: new Error('other') }))).toBe('internal');
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text that happens to be a code', 'offline'],
    ['an error without code', new TypeError('offline')],
    ['an AbortError, whose code is a number', new DOMException('stopped', 'AbortError')],
    ['a code of somebody else', { code: 'ENOENT' }],
    ['a name that every object has', { code: 'constructor' }],
    ['a list', { code: ['offline'] }],
  ])('is internal when it is %s', (_, thrown) => {
    expect(isMatteError(thrown)).toBe(false);
    expect(codeOf(thrown)).toBe('internal');
  });

  it('has a code of the list whatever was thrown', () => {
    const anything = fc.anything({ withNullPrototype: true });
    const thrown = fc.oneof(anything, fc.record({ code: fc.oneof(anything, fc.constantFrom(...CODES)) }));
    fc.assert(
      fc.property(thrown, (value) => {
        expect(CODES).toContain(codeOf(value));
      }),
    );
  });
});
