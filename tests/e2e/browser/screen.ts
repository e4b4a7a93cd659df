/** An X screen without a monitor, a hand on its mouse and keyboard, and another program's view of its clipboard. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const TOOLS = ['Xvfb', 'xdotool', 'xclip'];
/** The menu opens with an animation, and swallows keys until then. */
const MENU_MS = 1000;
const KEY_MS = 200;

export class Screen {
  private constructor(
    private readonly server: ChildProcess,
    readonly display: string,
  ) {}

  /** @returns the tool that is missing on this machine, if any. */
  static missing(): string | undefined {
    return TOOLS.find((tool) => {
      try {
        execFileSync('which', [tool], { stdio: 'ignore' });
        return false;
      } catch {
        return true;
      }
    });
  }

  static async open(): Promise<Screen> {
    const size = ['-screen', '0', '1280x900x24'];
    const server = spawn('Xvfb', ['-displayfd', '3', ...size, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const number = await new Promise<string>((resolve, reject) => {
      server.once('exit', () => reject(new Error('Xvfb did not start')));
      server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    });
    return new Screen(server, `:${number}`);
  }

  close(): void {
    this.server.kill();
  }

  async rightClick(x: number, y: number): Promise<void> {
    this.xdotool('mousemove', `${Math.round(x)}`, `${Math.round(y)}`, 'click', '3');
    await sleep(MENU_MS);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.xdotool('key', key);
      await sleep(KEY_MS);
    }
  }

  /** What xclip, a program that knows nothing of browsers, is given as PNG. */
  clipboardPng(): Buffer {
    const ask = ['-selection', 'clipboard', '-target', 'image/png', '-out'];
    return execFileSync('xclip', ask, { env: this.env(), maxBuffer: 1 << 28 });
  }

  private xdotool(...words: string[]): void {
    execFileSync('xdotool', words, { env: this.env() });
  }

  private env(): NodeJS.ProcessEnv {
    return { ...process.env, DISPLAY: this.display };
  }
}
