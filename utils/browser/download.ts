/** Saves files the way a link does: no permission needed, the browser's own download settings apply. */
import { safeName } from './picture-name';

/** The browser reads the URL after the click has returned; a minute covers slow disks and "ask where to save". */
const REVOKE_AFTER_MS = 60_000;
/** Four bytes a character at worst: with the ending it stays below the 255 bytes that file systems allow. */
const MAX_CHARACTERS = 60;

export function downloadCutout(cutout: Blob, name: string): void {
  downloadFile(cutout, cutoutFileName(name, cutout.type));
}

/** @param fileName with its ending */
export function downloadFile(file: Blob, fileName: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}

/** `boat` → `boat-cutout.png`, by the file's type. Names come from web pages and clipboards, so they are made harmless first. */
export function cutoutFileName(name: string, type = 'image/png'): string {
  const stem = [...safeName(name.toWellFormed())].slice(0, MAX_CHARACTERS).join('');
  return `${stem.replace(/[. ]+$/, '')}-cutout.${ENDINGS[type] ?? 'png'}`;
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/webp': 'webp', 'image/jpeg': 'jpg' };
