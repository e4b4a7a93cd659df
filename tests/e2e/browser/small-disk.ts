/** A disk so small that a test can fill it. Needs the right to mount (root, as in CI). */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly path: string;
  /** Writes until so many bytes are left. */
  fill(left: number): void;
  remove(): void;
}

/** @returns null where nobody may mount. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'matte-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    rmdirSync(path);
    return null;
  }
  const ballast = join(path, 'ballast');
  return {
    path,
    fill: (left) => fill(path, ballast, left),
    remove: () => {
      rmSync(ballast, { force: true });
      execFileSync('umount', ['-l', path]);
      rmdirSync(path);
    },
  };
}

function fill(path: string, ballast: string, left: number): void {
  try {
    appendFileSync(ballast, Buffer.alloc(Math.max(0, freeBytes(path) - left)));
  } catch (error) {
    // The browser writes too: what it took meanwhile is not there any more, and then the disk is as full as can be.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
