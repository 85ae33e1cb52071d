import { v7 } from 'uuid';

const idBytes = 16;
/** Random bytes are asked for a thousand identifiers at a time: one by one, the asking was a third of a long write. */
const pool = new Uint8Array(idBytes * 1024);
let used = pool.length;

function randomBytes(): Uint8Array {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += idBytes;
  return pool.subarray(used - idBytes, used);
}

const clock = { msecs: 0, counter: 0 };

/**
 * A new UUIDv7 (RFC 9562). Those of one process grow, also within a millisecond (section 6.2, method 1: a counter of 32
 * bits, begun at random), so that a bulk write appends to its indexes.
 */
export function newId(): string {
  const random = randomBytes();
  const now = Date.now();
  if (now > clock.msecs) {
    clock.msecs = now;
    // The top bit stays free, so that the counter has room for two thousand million identifiers in the millisecond.
    clock.counter = (((random[6] ?? 0) & 0x7f) << 24) | ((random[7] ?? 0) << 16) | ((random[8] ?? 0) << 8) | (random[9] ?? 0);
  } else {
    clock.counter = (clock.counter + 1) >>> 0;
    if (clock.counter === 0) clock.msecs += 1;
  }
  return v7({ random, msecs: clock.msecs, seq: clock.counter });
}
