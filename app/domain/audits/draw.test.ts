import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type DrawableClaim, drawClaims, LOOKS_PER_PAIR, quotaOf, rootOf } from "./draw.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const SECRET = "ab".repeat(32);

const claims = (count: number, wish: Partial<DrawableClaim> = {}): DrawableClaim[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `claim-${String(index).padStart(3, "0")}`,
    villageId: index % 2 === 0 ? 1 : 2,
    isLate: false,
    pair: null,
    ...wish,
  }));

describe("the lot", () => {
  it("T2: is drawn again by anybody from the secret and the list, in whatever order the list comes", () => {
    const list = claims(40);
    const draw = drawClaims(SECRET, list, () => 3, hash);
    expect(drawClaims(SECRET, list.toReversed(), () => 3, hash)).toEqual(draw);
    expect(draw.items).toHaveLength(6);
    // The same with nothing of ours: what a third party does with sha256sum.
    const root = hash(
      list
        .map(({ id, villageId }) => `${id} ${villageId}`)
        .sort()
        .join("\n"),
    );
    const lowest = list
      .filter(({ villageId }) => villageId === 1)
      .map(({ id }) => ({ id, ticket: hash(`${SECRET}\n${root}\n${id}`) }))
      .sort((left, right) => left.ticket.localeCompare(right.ticket))
      .slice(0, 3)
      .map(({ id }) => id);
    expect(draw.root).toBe(root);
    expect(draw.items.map(({ claimId }) => claimId)).toEqual(expect.arrayContaining(lowest));
  });

  it("T2: another secret draws others, and one claim more or less changes the draw", () => {
    const list = claims(60);
    const ids = (secret: string, of: readonly DrawableClaim[]) =>
      drawClaims(secret, of, () => 5, hash).items.map(({ claimId }) => claimId);
    expect(ids("cd".repeat(32), list)).not.toEqual(ids(SECRET, list));
    expect(ids(SECRET, list.slice(1))).not.toEqual(ids(SECRET, list));
    expect(rootOf(list, hash)).not.toBe(rootOf(list.slice(1), hash));
  });

  it("T7: takes every claim of the last hours besides, and says why", () => {
    const late = claims(10).map((claim, index) => ({ ...claim, isLate: index < 4 }));
    const draw = drawClaims(SECRET, late, () => 0, hash);
    expect(draw.items.map(({ claimId, reason }) => `${claimId} ${reason}`).sort()).toEqual(
      [0, 1, 2, 3].map((index) => `claim-00${index} deadline`),
    );
  });

  it("looks at some claims of an odd pair, never at one claim twice", () => {
    const list = claims(30, { pair: "a/b", isLate: true });
    const { items } = drawClaims(SECRET, list, () => 2, hash);
    expect(new Set(items.map(({ claimId }) => claimId)).size).toBe(30);
    const count = (wanted: string) => items.filter(({ reason }) => reason === wanted).length;
    expect(count("lot")).toBe(4);
    expect(count("pair")).toBeGreaterThanOrEqual(LOOKS_PER_PAIR - 4);
    expect(count("lot") + count("pair") + count("deadline")).toBe(30);
  });
});

describe("twenty in a year", () => {
  const year = (firstMonth: number, claimsOf: (month: number) => number) => {
    let drawn = 0;
    for (let month = firstMonth % 100; month <= 12; month++) {
      const wanted = quotaOf({ month: 202_600 + month, firstMonth, drawnBefore: drawn }, 20);
      drawn += Math.min(wanted, claimsOf(month));
    }
    return drawn;
  };

  it("is the same for every village, and for a year that began in May or in December", () => {
    expect([202_601, 202_605, 202_612].map((first) => year(first, () => 500))).toEqual([20, 20, 20]);
  });

  it("makes up for quiet months and is spread evenly otherwise", () => {
    expect(year(202_601, (month) => (month < 6 ? 0 : 50))).toBe(20);
    const monthly = Array.from({ length: 12 }, (_, index) =>
      quotaOf({ month: 202_601 + index, firstMonth: 202_601, drawnBefore: Math.ceil((20 * index) / 12) }, 20),
    );
    expect(monthly.every((count) => count === 1 || count === 2)).toBe(true);
  });
});
