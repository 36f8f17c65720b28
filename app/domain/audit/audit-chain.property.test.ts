import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AuditRow, auditText, type ChainEnd, checkAuditChain, emptyChain } from "./audit-chain.ts";

const sha256Hex = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const COMMUNE = 7;

type Content = Pick<
  AuditRow,
  "atMicroseconds" | "login" | "actorId" | "verb" | "requestId" | "tableName" | "op" | "body"
>;

const word = fc.string({ unit: "grapheme", maxLength: 12 });
const content: fc.Arbitrary<Content> = fc.record({
  atMicroseconds: fc.bigInt({ min: 0n, max: 10n ** 16n }).map(String),
  login: word,
  actorId: fc.option(fc.uuid(), { nil: null }),
  verb: word,
  requestId: word,
  tableName: word,
  op: fc.constantFrom("insert", "update", "delete"),
  body: fc.json(),
});

function chainOf(contents: readonly Content[]): { rows: AuditRow[]; head: ChainEnd } {
  const rows: AuditRow[] = [];
  let head = emptyChain(COMMUNE);
  for (const each of contents) {
    const draft = { ...each, communeId: COMMUNE, seq: head.seq + 1, prevHash: head.hash, hash: "" };
    const row = { ...draft, hash: sha256Hex(auditText(draft)) };
    rows.push(row);
    head = { communeId: COMMUNE, seq: row.seq, hash: row.hash };
  }
  return { rows, head };
}

const chain = fc.array(content, { minLength: 1, maxLength: 20 }).map(chainOf);
const FIELDS = [
  "communeId",
  "seq",
  "atMicroseconds",
  "login",
  "actorId",
  "verb",
  "requestId",
  "tableName",
  "op",
  "body",
  "prevHash",
  "hash",
] as const;

function altered(row: AuditRow, field: (typeof FIELDS)[number]): AuditRow {
  const value = row[field];
  if (typeof value === "number") return { ...row, [field]: value + 1 };
  return { ...row, [field]: `${value ?? ""}x` };
}

describe("an audit chain", () => {
  it("that nobody touched is whole, and its end is its head", () => {
    fc.assert(
      fc.property(chain, ({ rows, head }) => {
        expect(checkAuditChain({ rows, head }, sha256Hex)).toEqual({ ok: true, value: head });
      }),
    );
  });

  it("gives away a change of any field of any row, and names the row", () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.constantFrom(...FIELDS), ({ rows, head }, at, field) => {
        const index = at % rows.length;
        const changed = rows.map((row, position) => (position === index ? altered(row, field) : row));
        expect(checkAuditChain({ rows: changed, head }, sha256Hex)).toMatchObject({
          ok: false,
          seq: index + 1,
        });
      }),
      { numRuns: 500 },
    );
  });

  it("gives away a row whose own hash was made anew: the next row or the head still knows the old one", () => {
    fc.assert(
      fc.property(chain, fc.nat(), ({ rows, head }, at) => {
        const index = at % rows.length;
        const forged = rows.map((row, position) => {
          if (position !== index) return row;
          const draft = { ...row, body: `${row.body} ` };
          return { ...draft, hash: sha256Hex(auditText(draft)) };
        });
        expect(checkAuditChain({ rows: forged, head }, sha256Hex).ok).toBe(false);
      }),
    );
  });

  it("gives away a removed, doubled or exchanged row", () => {
    fc.assert(
      fc.property(
        chain,
        fc.nat(),
        fc.constantFrom("remove", "double", "exchange"),
        ({ rows, head }, at, deed) => {
          const index = at % rows.length;
          const changed = [...rows];
          const [row, next] = [rows[index], rows[index + 1]];
          if (row === undefined || (deed === "exchange" && next === undefined)) return;
          if (deed === "remove") changed.splice(index, 1);
          else if (deed === "double") changed.splice(index, 0, row);
          else if (next) changed.splice(index, 2, next, row);
          expect(checkAuditChain({ rows: changed, head }, sha256Hex).ok).toBe(false);
        },
      ),
    );
  });

  it("whose tail was cut together with its head is only given away by an anchor", () => {
    fc.assert(
      fc.property(chain, fc.nat(), ({ rows, head }, at) => {
        const kept = rows.slice(0, at % rows.length);
        const last = kept.at(-1);
        const cut = last ? { communeId: COMMUNE, seq: last.seq, hash: last.hash } : emptyChain(COMMUNE);
        expect(checkAuditChain({ rows: kept, head: cut }, sha256Hex).ok).toBe(true);
        expect(checkAuditChain({ rows: kept, head: cut, anchors: [head] }, sha256Hex)).toEqual({
          ok: false,
          code: "audit_anchor_differs",
          communeId: COMMUNE,
          seq: head.seq,
        });
      }),
    );
  });

  it("meets an anchor taken at any of its rows, however it grew since", () => {
    fc.assert(
      fc.property(chain, fc.nat(), ({ rows, head }, at) => {
        const row = rows[at % rows.length];
        if (!row) return;
        const anchor = { communeId: COMMUNE, seq: row.seq, hash: row.hash };
        const ofAnother = { communeId: COMMUNE + 1, seq: 900, hash: row.hash };
        expect(checkAuditChain({ rows, head, anchors: [anchor, ofAnother] }, sha256Hex).ok).toBe(true);
        const moved = { ...anchor, hash: sha256Hex(anchor.hash) };
        expect(checkAuditChain({ rows, head, anchors: [moved] }, sha256Hex).ok).toBe(false);
      }),
    );
  });

  it("hashes a text in which no two rows read alike", () => {
    fc.assert(
      fc.property(content, content, (left, right) => {
        fc.pre(JSON.stringify(left) !== JSON.stringify(right));
        const place = { communeId: 1, seq: 1, prevHash: "", hash: "" };
        // A missing actor and an empty one are the same person: nobody.
        expect(auditText({ ...left, ...place })).not.toBe(auditText({ ...right, ...place }));
      }),
    );
  });
});
