/**
 * Threads. An operation's rows are handed out by a counter; whoever finds none left waits until all are done, and goes on
 * to the next operation. So it does not matter how many threads there are, nor when they come.
 */
import { addRow } from './add';
import { clearRow } from './clear';
import { convolveRow } from './convolve';
import {
  ADD_BYTES,
  ADD_FLOATS,
  CLEAR,
  CONV_BYTES,
  CONV_FLOATS,
  items,
  kind,
  OPERATION_BYTES,
  POOL_BYTES,
  POOL_FLOATS,
  RESIZE_BYTES,
  RESIZE_FLOATS,
} from './operation';
import { poolRow } from './pool';
import { resizeRow } from './resize';
import { ONES } from './tile-bytes';

/** What threads tell each other, in the memory's first page; utils/inference/cpu/kernels.ts keeps it free. */
const ROUND: usize = 64;
const OPEN: usize = 68;
const INSIDE: usize = 72;
const PROGRAM: usize = 76;
const OPERATIONS: usize = 80;
const COUNTERS: usize = 84;

const FOR_EVER: i64 = -1;

/** Per operation: rows begun, rows done. */
const COUNTER_BYTES: usize = 8;

/** Runs a program, with all helpers that there are. */
export function run(program: usize, operations: i32, counters: usize): void {
  awaitLatecomers();
  v128.store(ONES, i16x8.splat(1));
  memory.fill(counters, 0, <usize>operations * COUNTER_BYTES);
  store<usize>(PROGRAM, program);
  store<i32>(OPERATIONS, operations);
  store<usize>(COUNTERS, counters);
  atomic.store<i32>(OPEN, 1);
  atomic.add<i32>(ROUND, 1);
  atomic.notify(ROUND);
  work();
  atomic.store<i32>(OPEN, 0);
}

/** A helper that woke late may still walk through the last program: its counters must stay until it has left. */
function awaitLatecomers(): void {
  for (let inside = atomic.load<i32>(INSIDE); inside !== 0; inside = atomic.load<i32>(INSIDE)) {
    atomic.wait<i32>(INSIDE, inside, FOR_EVER);
  }
}

/** A helper's life. */
export function help(): void {
  for (let seen = 0; ; ) {
    atomic.wait<i32>(ROUND, seen, FOR_EVER);
    seen = atomic.load<i32>(ROUND);
    atomic.add<i32>(INSIDE, 1);
    if (atomic.load<i32>(OPEN) === 1) work();
    atomic.sub<i32>(INSIDE, 1);
    atomic.notify(INSIDE);
  }
}

function work(): void {
  const program = load<usize>(PROGRAM),
    counters = load<usize>(COUNTERS),
    operations = load<i32>(OPERATIONS);
  for (let i: usize = 0; i < <usize>operations; i++) {
    const op = program + i * OPERATION_BYTES,
      begun = counters + i * COUNTER_BYTES,
      done = begun + 4;
    const rows = items(op);
    for (let row = atomic.add<i32>(begun, 1); row < rows; row = atomic.add<i32>(begun, 1)) {
      execute(op, <usize>row);
      if (atomic.add<i32>(done, 1) + 1 === rows) atomic.notify(done);
    }
    for (let seen = atomic.load<i32>(done); seen < rows; seen = atomic.load<i32>(done)) {
      atomic.wait<i32>(done, seen, FOR_EVER);
    }
  }
}

function execute(op: usize, row: usize): void {
  const what = kind(op);
  if (what === CONV_BYTES || what === CONV_FLOATS) convolveRow(op, row, what === CONV_BYTES);
  else if (what === POOL_BYTES || what === POOL_FLOATS) poolRow(op, row, what === POOL_BYTES);
  else if (what === RESIZE_BYTES || what === RESIZE_FLOATS) resizeRow(op, row, what === RESIZE_BYTES);
  else if (what === ADD_BYTES || what === ADD_FLOATS) addRow(op, row, what === ADD_BYTES);
  else if (what === CLEAR) clearRow(op, row);
}
