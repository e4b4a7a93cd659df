/**
 * What a dragged picture carries: itself alone. Its address and markup would tell the other page whose extension this is.
 * The drag must be the browser's own, of an `<img>`: its bytes reach other processes, files that a script adds do not.
 */
export function carryPicture(dataTransfer: DataTransfer): void {
  for (const type of dataTransfer.types) if (type !== 'Files') dataTransfer.clearData(type);
  dataTransfer.effectAllowed = 'copy';
}
