/** docs/support-codes.md is made from ADVICE: `npx vitest run tests/unit/ui/support-codes.test.ts -u` writes it anew. */
import { expect, it } from 'vitest';
import { ADVICE } from '@/utils/errors';

it('the list of codes in the documents says what Matte says [P-SUPPORT]', async () => {
  const rows = Object.entries(ADVICE).map(
    ([code, { sentence, retry }]) => `| \`${code}\` | ${sentence} | ${retry ? 'yes' : 'no'} |`,
  );
  const head = [
    '# What the codes mean',
    '',
    'Generated from `utils/errors.ts`; a test holds it to that.',
    '',
    '| code | what Matte says | may trying again help? |',
    '|---|---|---|',
  ];
  await expect(`${[...head, ...rows].join('\n')}\n`).toMatchFileSnapshot('../../../docs/support-codes.md');
});
