/** Who asks the studio's worker faster than it draws gets the newest look, and everything else in its turn. */
import { expect, it, vi } from 'vitest';
import type { Question } from '@/entrypoints/studio/desk';
import { createQuestionLine } from '@/entrypoints/studio/question-line';

const question = (kind: 'look' | 'before', id: number) => ({ id, kind, given: {} }) as unknown as Question;

function worker() {
  const told: string[] = [];
  let go = () => {};
  const ask = createQuestionLine({
    async answer({ kind, id }) {
      told.push(`${kind} ${id}`);
      await new Promise<void>((resolve) => {
        go = resolve;
      });
    },
    passOver: ({ id }) => told.push(`passed over ${id}`),
    heard: () => new Promise((resolve) => setTimeout(resolve)),
  });
  /** Until so many lines have been told. */
  const until = (count: number) => vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(count));
  return { ask, told, until, finish: () => go() };
}

it('makes the first look and the newest, and says of each between that it is passed over', async () => {
  const { ask, told, until, finish } = worker();
  ask(question('look', 1));
  await until(1);
  for (const id of [2, 3, 4]) ask(question('look', id));
  expect(told).toEqual(['look 1', 'passed over 2', 'passed over 3']);
  finish();
  await until(4);
  expect(told.at(-1)).toBe('look 4');
});

it('hears what arrived while one was made, before it makes the next', async () => {
  const { ask, told, until } = worker();
  ask(question('look', 1));
  // As messages do: in a task of its own.
  setTimeout(() => ask(question('look', 2)));
  await until(2);
  expect(told).toEqual(['passed over 1', 'look 2']);
});

it('keeps looks before and after another question apart', async () => {
  const { ask, told, until, finish } = worker();
  ask(question('look', 1));
  ask(question('before', 2));
  ask(question('look', 3));
  ask(question('look', 4));
  await until(2);
  finish();
  await until(3);
  finish();
  await until(4);
  expect(told).toEqual(['passed over 3', 'look 1', 'before 2', 'look 4']);
});
