/**
 * Places among many by one whole number: who is where, who stands around, who leads, and all of it again after one of
 * them has moved. The numbers stand sorted in blocks that are never long: a move shifts at most one block, and a place
 * is the length of the blocks before it. Equal points share a rank, 1 2 2 4, and stand in the order of their numbers.
 */
export class PlaceIndex {
  /** Points of each, by their number from 0. */
  readonly #points: Int32Array;
  /** Smallest first, none empty but where nobody is at all. */
  readonly #blocks: Block[];

  constructor(points: ArrayLike<number>) {
    if (points.length > MOST_MEMBERS) throw new Error(`an index holds at most ${MOST_MEMBERS}`);
    this.#points = new Int32Array(points);
    this.#blocks = inBlocks(sortedKeys(this.#points));
  }

  /** 1 + how many have more. */
  rankOf(member: number): number {
    return this.#points.length - this.#countBelow(keyOf(this.#pointsOf(member) + 1, MOST_MEMBERS - 1)) + 1;
  }

  /** Members in order, the best first, from a position counted from 0. */
  slice(from: number, to: number): number[] {
    const members: number[] = [];
    let skipped = Math.max(0, from);
    let wanted = Math.min(to, this.#points.length) - skipped;
    for (let index = this.#blocks.length - 1; index >= 0 && wanted > 0; index--) {
      const { keys, count } = this.#blocks[index] as Block;
      for (let at = count - 1 - skipped; at >= 0 && wanted > 0; at--, wanted--)
        members.push(memberOf(keys[at] as number));
      skipped = Math.max(0, skipped - count);
    }
    return members;
  }

  /** Where in the order a member stands, counted from 0. */
  positionOf(member: number): number {
    return this.#points.length - 1 - this.#countBelow(keyOf(this.#pointsOf(member), member));
  }

  move(member: number, points: number): void {
    this.#remove(keyOf(this.#pointsOf(member), member));
    this.#insert(keyOf(points, member));
    this.#points[member] = points;
  }

  #pointsOf(member: number): number {
    const points = this.#points[member];
    if (points === undefined) throw new Error(`nobody has the number ${member}`);
    return points;
  }

  #countBelow(key: number): number {
    const index = this.#blockFor(key);
    let count = 0;
    for (let before = 0; before < index; before++) count += (this.#blocks[before] as Block).count;
    return count + countWithin(this.#blocks[index] as Block, key);
  }

  /** The last block that begins at or below the key; the first where none does. */
  #blockFor(key: number): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (((this.#blocks[middle] as Block).keys[0] as number) <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #remove(key: number): void {
    const index = this.#blockFor(key);
    const block = this.#blocks[index] as Block;
    const at = countWithin(block, key);
    block.keys.copyWithin(at, at + 1, block.count);
    block.count -= 1;
    if (block.count === 0 && this.#blocks.length > 1) this.#blocks.splice(index, 1);
  }

  #insert(key: number): void {
    const index = this.#blockFor(key);
    const block = this.#blocks[index] as Block;
    if (block.count === BLOCK) {
      this.#blocks.splice(index, 1, ...inBlocks(block.keys));
      this.#insert(key);
      return;
    }
    const at = countWithin(block, key);
    block.keys.copyWithin(at + 1, at, block.count);
    block.keys[at] = key;
    block.count += 1;
  }
}

/** Sorted keys, of which the first `count` are there. */
interface Block {
  readonly keys: Float64Array;
  count: number;
}

const BLOCK = 4_096;

/** Room for the members of the nation, several times over. */
const MOST_MEMBERS = 2 ** 21;

/**
 * Points x 2^21 + what makes it the only one of its kind: exact in a double. Among equals the smaller number stands
 * first, and so has the larger key.
 */
function keyOf(points: number, member: number): number {
  return points * MOST_MEMBERS + (MOST_MEMBERS - 1 - member);
}

function memberOf(key: number): number {
  return MOST_MEMBERS - 1 - (key - Math.floor(key / MOST_MEMBERS) * MOST_MEMBERS);
}

function countWithin({ keys, count }: Block, key: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Half full, so that each can take some more. */
function inBlocks(sorted: Float64Array): Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from === 0 || from < sorted.length; from += BLOCK / 2) {
    const part = sorted.subarray(from, from + BLOCK / 2);
    const keys = new Float64Array(BLOCK);
    keys.set(part);
    blocks.push({ keys, count: part.length });
  }
  return blocks;
}

const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;
const LAST_DIGIT = DIGITS - 1;

/** Sorted by digits of the points, the last digit first: as many passes as the points are wide, whatever their order. */
function sortedKeys(points: Int32Array): Float64Array {
  const { length } = points;
  let least = points[0] ?? 0;
  let most = least;
  for (let member = 1; member < length; member++) {
    const each = points[member] as number;
    if (each < least) least = each;
    if (each > most) most = each;
  }
  let order = new Int32Array(length);
  for (let place = 0; place < length; place++) order[place] = length - 1 - place;
  let next = new Int32Array(length);
  for (let shift = 0; shift < 32 && (most - least) >>> shift > 0; shift += DIGIT_BITS) {
    const starts = new Int32Array(DIGITS + 1);
    for (let member = 0; member < length; member++) {
      const after = 1 + ((((points[member] as number) - least) >>> shift) & LAST_DIGIT);
      starts[after] = (starts[after] as number) + 1;
    }
    for (let digit = 1; digit < DIGITS; digit++)
      starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
    for (let place = 0; place < length; place++) {
      const member = order[place] as number;
      const digit = (((points[member] as number) - least) >>> shift) & LAST_DIGIT;
      const at = starts[digit] as number;
      next[at] = member;
      starts[digit] = at + 1;
    }
    [order, next] = [next, order];
  }
  const keys = new Float64Array(length);
  for (let place = 0; place < length; place++) {
    const member = order[place] as number;
    keys[place] = keyOf(points[member] as number, member);
  }
  return keys;
}
