import type { FileLine } from "./file-line.ts";

/** Null is a line that is not there. */
export interface Difference {
  readonly at: string;
  readonly issued: string | null;
  readonly found: string | null;
  /** A blank that was left open to write, and was written into. */
  readonly isFilledIn: boolean;
}

/** Cells, by their address: a figure that moved is two differences. */
export function compareByPlace(issued: readonly FileLine[], found: readonly FileLine[]): Difference[] {
  const theirs = new Map(found.map(({ at, text }) => [at, text]));
  const ours = new Set(issued.map(({ at }) => at));
  return [
    ...issued.flatMap(({ at, text }) => differ(at, text, theirs.get(at) ?? null)),
    ...found.filter(({ at }) => !ours.has(at)).flatMap(({ at, text }) => differ(at, null, text)),
  ];
}

/** Lines in their order: what is the same stands still, what changed between is told pair by pair. */
export function compareInOrder(issued: readonly FileLine[], found: readonly FileLine[]): Difference[] {
  const differences: Difference[] = [];
  const kept = commonLines(issued, found);
  let [from, to] = [0, 0];
  for (const [left, right] of [...kept, [issued.length, found.length] as const]) {
    const gone = issued.slice(from, left);
    const come = found.slice(to, right);
    for (let index = 0; index < Math.max(gone.length, come.length); index += 1) {
      const at = come[index]?.at ?? gone[index]?.at ?? "";
      differences.push(...differ(at, gone[index]?.text ?? null, come[index]?.text ?? null));
    }
    [from, to] = [left + 1, right + 1];
  }
  return differences;
}

function differ(at: string, issued: string | null, found: string | null): Difference[] {
  return issued === found ? [] : [{ at, issued, found, isFilledIn: isFilledIn(issued, found) }];
}

const LONGEST_FILLING = 40;
/** The number before "/…" and the day, both left open by the office's own printing. */
const BLANKS: readonly (readonly [RegExp, string])[] = [
  [/Số: \//g, "Số: [^/]{1,12}/"],
  [/số \//g, "số [^/]{1,12}/"],
  [/ngày tháng/g, "ngày \\d{1,2} tháng"],
  [/tháng năm/g, "tháng \\d{1,2} năm"],
  [/[….]{3,}/g, `.{0,${LONGEST_FILLING}}`],
];

/** Only where the paper itself left room, and nothing else of the line changed. */
function isFilledIn(issued: string | null, found: string | null): boolean {
  if (issued === null || found === null) return false;
  const marks = new Map<string, string>();
  let marked = issued;
  for (const [blank, pattern] of BLANKS) {
    marked = marked.replace(blank, () => {
      const mark = `\uE000${marks.size}\uE000`;
      marks.set(mark, pattern);
      return mark;
    });
  }
  if (marks.size === 0) return false;
  const source = marked
    .split(/(\uE000\d+\uE000)/)
    .map((part) => marks.get(part) ?? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("");
  return new RegExp(`^${source}$`).test(found);
}

/** Pairs of equal lines, in both orders the most there are (Hunt and Szymanski would be faster; papers have hundreds of lines). */
function commonLines(left: readonly FileLine[], right: readonly FileLine[]): (readonly [number, number])[] {
  let start = 0;
  while (start < left.length && start < right.length && left[start]?.text === right[start]?.text) start += 1;
  let end = 0;
  const room = Math.min(left.length, right.length) - start;
  while (end < room && left[left.length - 1 - end]?.text === right[right.length - 1 - end]?.text) end += 1;
  const a = left.slice(start, left.length - end);
  const b = right.slice(start, right.length - end);
  const middle = longestCommon(a, b).map(([i, j]) => [i + start, j + start] as const);
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...middle,
    ...Array.from(
      { length: end },
      (_, index) => [left.length - end + index, right.length - end + index] as const,
    ),
  ];
}

const MOST_CELLS = 16_000_000;

function longestCommon(a: readonly FileLine[], b: readonly FileLine[]): (readonly [number, number])[] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST_CELLS) return [];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i]?.text === b[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.text === b[j]?.text) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
