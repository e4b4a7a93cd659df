import { describe, expect, it } from 'vitest';
import { type Asked, answer } from '@/utils/account/secrets-desk';
import { createSecretsHost } from '@/utils/account/secrets-host';
import { argon2id } from '@/utils/vault/argon2';
import { utf8 } from '@/utils/vault/bytes';
import { CHEAP } from '../vault/cheap';

const SALT = utf8('0123456789abcdef');

/** Works off what it is asked, through structured clones as a real one, until it is told to die. */
class DeskWorker extends EventTarget {
  terminated = false;
  deaf = false;

  async postMessage(asked: Asked): Promise<void> {
    if (this.deaf) return;
    const data = structuredClone(await answer(structuredClone(asked)));
    if (!this.terminated) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  terminate(): void {
    this.terminated = true;
  }
}

function createOffice() {
  const made: DeskWorker[] = [];
  const host = createSecretsHost(() => {
    const worker = new DeskWorker();
    made.push(worker);
    return worker as unknown as Worker;
  });
  return { host, made };
}

describe('the secrets worker', () => {
  it('is started by the first question, and answers each with its own answer', async () => {
    const { host, made } = createOffice();
    expect(made).toHaveLength(0);
    const [one, verdict, two] = await Promise.all([
      host.derive('one', SALT, CHEAP),
      host.judge('password1', []),
      host.derive('two', SALT, CHEAP),
    ]);
    expect(one).toEqual(await argon2id('one', SALT, CHEAP));
    expect(two).toEqual(await argon2id('two', SALT, CHEAP));
    expect(verdict.strong).toBe(false);
    expect(made).toHaveLength(1);
  });

  it('hands on what went wrong as an error with its code', async () => {
    const { host } = createOffice();
    await expect(host.derive('x', SALT, { ...CHEAP, passes: 0 })).rejects.toMatchObject({ code: 'account-damaged' });
  });

  it('that dies fails what it was asked; the next question gets another', async () => {
    const { host, made } = createOffice();
    await host.derive('x', SALT, CHEAP);
    const [worker] = made;
    if (worker) worker.deaf = true;
    const lost = host.derive('x', SALT, CHEAP);
    worker?.dispatchEvent(new Event('error'));
    await expect(lost).rejects.toMatchObject({ code: 'key-failed' });
    expect(await host.derive('x', SALT, CHEAP)).toHaveLength(32);
    expect(made.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it('can be sent away, and nobody waits for ever', async () => {
    const { host, made } = createOffice();
    const lost = host.derive('x', SALT, CHEAP);
    host.close();
    await expect(lost).rejects.toMatchObject({ code: 'key-failed' });
    expect(made[0]?.terminated).toBe(true);
  });
});
