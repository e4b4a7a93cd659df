/**
 * A full disk, as browsers report it: Chrome lets each write pass and aborts the transaction when it is committed; the
 * specification also allows a single write to fail. Reaches into fake-indexeddb, which knows no quota.
 */
import { IDBObjectStore } from 'fake-indexeddb';

interface FakeTransaction {
  _markFinished(): void;
  _abort(errorName: string): void;
  _execRequestAsync(request: { source: unknown; operation: () => never }): IDBRequest;
}

interface FakeStore {
  readonly name: string;
  readonly transaction: FakeTransaction;
}

export type FullWay = 'commit' | 'write';

/** The next `times` transactions that store pictures fail. @returns how many have failed so far, and the way back. */
export function fillDisk(way: FullWay, times: number) {
  const put = IDBObjectStore.prototype.put;
  const hit = new Set<FakeTransaction>();
  IDBObjectStore.prototype.put = function (this: FakeStore & IDBObjectStore, value: unknown, key?: IDBValidKey) {
    const { name, transaction } = this as FakeStore;
    const full = name === 'blobs' && (hit.has(transaction) || hit.size < times);
    if (full && way === 'write') {
      hit.add(transaction);
      return transaction._execRequestAsync({ source: this, operation: quotaExceeded });
    }
    if (full && !hit.has(transaction)) failToCommit(transaction);
    if (full) hit.add(transaction);
    return put.call(this, value, key);
  } as typeof put;
  return {
    failures: () => hit.size,
    makeRoom: () => {
      IDBObjectStore.prototype.put = put;
    },
  };
}

function failToCommit(transaction: FakeTransaction): void {
  const finish = transaction._markFinished;
  transaction._markFinished = () => {
    transaction._markFinished = finish;
    transaction._abort('QuotaExceededError');
  };
}

function quotaExceeded(): never {
  throw new DOMException('The disk is full.', 'QuotaExceededError');
}
