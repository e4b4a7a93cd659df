/** The job whose cutout `#copy=<jobId>` asks for, if any. */
export function copyRequest(hash: string): string | null {
  return /^#copy=([\w-]{1,64})$/.exec(hash)?.[1] ?? null;
}
