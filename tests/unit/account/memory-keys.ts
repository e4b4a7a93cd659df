import type { KeySession } from '@/utils/account/ports';
import type { Bytes } from '@/utils/vault/bytes';

/** What `storage.session` is to the product. */
export function memoryKeys(): KeySession & { readonly held: ReadonlyMap<string, Bytes> } {
  const held = new Map<string, Bytes>();
  return {
    held,
    get: async (id) => held.get(id) ?? null,
    put: async (id, key) => void held.set(id, key.slice()),
    drop: async (id) => void held.delete(id),
  };
}
