/** docs/support-codes.md is made of what Matte says: `npx vitest run tests/unit/ui/support-codes.test.ts -u` writes it anew. */
import { expect, it } from 'vitest';
import { type ErrorCode, RETRY } from '@/utils/errors';
import { sentenceOf } from '@/utils/i18n/sentence-of';

it('the list of codes in the documents says what Matte says [P-SUPPORT]', async () => {
  const rows = Object.entries(RETRY).map(
    ([code, retry]) => `| \`${code}\` | ${sentenceOf(code as ErrorCode)} | ${retry ? 'yes' : 'no'} |`,
  );
  const head = [
    '# What the codes mean',
    '',
    'Generated from `utils/errors.ts` and `locales/en/errors.json`; a test holds it to that.',
    '',
    '| code | what Matte says | may trying again help? |',
    '|---|---|---|',
  ];
  await expect(`${[...head, ...rows].join('\n')}\n`).toMatchFileSnapshot('../../../docs/support-codes.md');
});
