/**
 * Places among many by one whole number: who is where, who stands around, who leads, and all of it again after one of
 * them has moved. One sorted row of numbers is enough for a province: a search halves it fourteen times, a move shifts
 * at most a hundred kilobytes. Equal points share a rank, 1 2 2 4, and stand in the order of their numbers.
 */
export class PlaceIndex {
  /** Points of each, by their number from 0. */
  readonly #points: Int32Array;
  /** points x 2^21 + what makes it the only one of its kind, smallest first: exact in a double. */
  readonly #keys: Float64Array;

  constructor(points: ArrayLike<number>) {
    if (points.length > MOST_MEMBERS) throw new Error(`an index holds at most ${MOST_MEMBERS}`);
    this.#points = Int32Array.from(points);
    this.#keys = Float64Array.from(points, keyOf).sort();
  }

  /** 1 + how many have more. */
  rankOf(member: number): number {
    return this.#keys.length - this.#countBelow(keyOf(this.#pointsOf(member) + 1, MOST_MEMBERS - 1)) + 1;
  }

  /** Members in order, the best first, from a position counted from 0. */
  slice(from: number, to: number): number[] {
    const { length } = this.#keys;
    const within = (position: number) => Math.min(length, Math.max(0, position));
    const [first, last] = [length - within(to), length - within(from)];
    return Array.from(this.#keys.subarray(first, Math.max(first, last)), memberOf).reverse();
  }

  /** Where in the order a member stands, counted from 0. */
  positionOf(member: number): number {
    return this.#keys.length - 1 - this.#countBelow(keyOf(this.#pointsOf(member), member));
  }

  move(member: number, points: number): void {
    const from = this.#countBelow(keyOf(this.#pointsOf(member), member));
    const key = keyOf(points, member);
    const to = this.#countBelow(key);
    if (to > from) {
      this.#keys.copyWithin(from, from + 1, to);
      this.#keys[to - 1] = key;
    } else {
      this.#keys.copyWithin(to + 1, to, from);
      this.#keys[to] = key;
    }
    this.#points[member] = points;
  }

  #pointsOf(member: number): number {
    const points = this.#points[member];
    if (points === undefined) throw new Error(`nobody has the number ${member}`);
    return points;
  }

  #countBelow(key: number): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Room for the members of the largest province, many times over. */
const MOST_MEMBERS = 2 ** 21;

/** The smaller number stands first among equals, and so has the larger key. */
function keyOf(points: number, member: number): number {
  return points * MOST_MEMBERS + (MOST_MEMBERS - 1 - member);
}

function memberOf(key: number): number {
  return MOST_MEMBERS - 1 - (key - Math.floor(key / MOST_MEMBERS) * MOST_MEMBERS);
}
