/** A place on the disk that the user chooses, to be written to as the file grows; where the browser has that. */

interface Picker {
  showSaveFilePicker?(wish: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileSystemFileHandle>;
}

export type Place =
  | { readonly kind: 'file'; readonly stream: FileSystemWritableFileStream }
  /** The user has thought better of it. */
  | { readonly kind: 'none' }
  /** No such dialog here: the file is made whole, and then downloaded. */
  | { readonly kind: 'download' };

/** Only in answer to a click. */
export async function choosePlace(suggestedName: string): Promise<Place> {
  const { showSaveFilePicker } = window as Picker;
  if (!showSaveFilePicker) return { kind: 'download' };
  try {
    const types = [{ accept: { 'application/zip': ['.zip'] } }];
    const handle = await showSaveFilePicker.call(window, { suggestedName, types });
    return { kind: 'file', stream: await handle.createWritable() };
  } catch (error) {
    return { kind: error instanceof DOMException && error.name === 'AbortError' ? 'none' : 'download' };
  }
}
