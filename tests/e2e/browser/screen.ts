/** An X screen without a monitor, a hand on its mouse and keyboard, and another program's view of its clipboard. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const TOOLS = ['Xvfb', 'xdotool', 'xclip'];
/** The menu opens with an animation, and swallows keys until then. */
const MENU_MS = 1000;
const KEY_MS = 200;
/** For a page to notice that the pointer is there, and for a frame to come over it. */
const REST_MS = 600;
const DRAG_MS = 600;
const DRAG_STEPS = 12;
const HOVER_MS = 100;

export interface Point {
  readonly x: number;
  readonly y: number;
}

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
    const size = ['-screen', '0', '1840x900x24'];
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

  async rightClick(at: Point): Promise<void> {
    this.moveTo(at);
    this.xdotool('click', '3');
    await sleep(MENU_MS);
  }

  async click(at: Point): Promise<void> {
    this.moveTo(at);
    this.xdotool('click', '1');
    await sleep(KEY_MS);
  }

  /** Slowly, as a hand does it. @param before the button is let go */
  async drag(from: Point, to: Point, before: () => Promise<void>): Promise<void> {
    this.moveTo(from);
    await sleep(REST_MS);
    this.xdotool('mousedown', '1');
    for (let step = 1; step <= DRAG_STEPS; step++) {
      const share = step / DRAG_STEPS;
      this.moveTo({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      await sleep(DRAG_MS / DRAG_STEPS);
    }
    await this.hover(to, before());
    await this.hover(to, sleep(REST_MS));
    this.xdotool('mouseup', '1');
    await sleep(REST_MS);
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

  /** No hand is quite still, and X tells of a drag only what moves. */
  private async hover({ x, y }: Point, until: Promise<void>): Promise<void> {
    let isOver = false;
    const over = until.finally(() => {
      isOver = true;
    });
    for (let step = 0; !isOver; step++) {
      this.moveTo({ x: x + (step % 2) * 2, y });
      await sleep(HOVER_MS);
    }
    await over;
  }

  private moveTo({ x, y }: Point): void {
    this.xdotool('mousemove', `${Math.round(x)}`, `${Math.round(y)}`);
  }

  private xdotool(...words: string[]): void {
    execFileSync('xdotool', words, { env: this.env() });
  }

  private env(): NodeJS.ProcessEnv {
    return { ...process.env, DISPLAY: this.display };
  }
}
