/**
 * The audit log as a chain: each row's hash covers its content and the hash before it, so no row can be changed,
 * removed, added or moved without the next one giving it away. The newest rows have no next one: what guards
 * them is the head, and an anchor kept outside the database.
 */
import { allowed, type Verdict } from "../verdict.ts";

export interface AuditRow {
  readonly communeId: number;
  readonly seq: number;
  /** Microseconds since 1970 in decimal: more than a Date can hold. */
  readonly atMicroseconds: string;
  readonly login: string;
  readonly actorId: string | null;
  readonly verb: string;
  readonly requestId: string;
  readonly tableName: string;
  readonly op: string;
  readonly body: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** A chain as far as it is known: the number of its last row, which is also their count, and that row's hash. */
export interface ChainEnd {
  readonly communeId: number;
  readonly seq: number;
  readonly hash: string;
}

export type AuditFault =
  /** The row does not follow the one before it: something between them was removed, added or moved. */
  | {
      readonly code: "audit_row_missing";
      readonly communeId: number;
      readonly seq: number;
      readonly foundSeq: number;
    }
  | { readonly code: "audit_link_broken"; readonly communeId: number; readonly seq: number }
  /** The row's content is not what was hashed. */
  | { readonly code: "audit_row_changed"; readonly communeId: number; readonly seq: number }
  /** The rows end elsewhere than the head says: the tail was cut, or the head was changed. */
  | {
      readonly code: "audit_head_differs";
      readonly communeId: number;
      readonly seq: number;
      readonly headSeq: number;
    }
  /** The chain no longer contains what was once written down outside the database. */
  | { readonly code: "audit_anchor_differs"; readonly communeId: number; readonly seq: number };

/** Hex SHA-256 of the text's UTF-8 bytes. */
export type Sha256Hex = (text: string) => string;

const NOTHING_BEFORE = "0".repeat(64);

export function emptyChain(communeId: number): ChainEnd {
  return { communeId, seq: 0, hash: NOTHING_BEFORE };
}

/** Judges the next row of a chain. Rows come in the order of their numbers, however many there are. */
export function checkAuditRow(
  end: ChainEnd,
  row: AuditRow,
  sha256Hex: Sha256Hex,
): Verdict<ChainEnd, AuditFault> {
  const { communeId } = end;
  const seq = end.seq + 1;
  if (row.communeId !== communeId || row.seq !== seq) {
    return faulty({ code: "audit_row_missing", communeId, seq, foundSeq: row.seq });
  }
  if (row.prevHash !== end.hash) return faulty({ code: "audit_link_broken", communeId, seq });
  if (sha256Hex(auditText(row)) !== row.hash) return faulty({ code: "audit_row_changed", communeId, seq });
  return allowed({ communeId, seq, hash: row.hash });
}

/** After the last row: the head must name it. */
export function checkAuditHead(end: ChainEnd, head: ChainEnd): Verdict<ChainEnd, AuditFault> {
  if (head.seq === end.seq && head.hash === end.hash && head.communeId === end.communeId) return allowed(end);
  return faulty({ code: "audit_head_differs", communeId: end.communeId, seq: end.seq, headSeq: head.seq });
}

export interface AuditChain {
  readonly head: ChainEnd;
  readonly rows: Iterable<AuditRow>;
  /** Ends of this chain that were written down outside the database, such as on a signed report. */
  readonly anchors?: readonly ChainEnd[];
}

/** A whole chain: every row, the head, and every anchor of it. The first fault found is named. */
export function checkAuditChain(chain: AuditChain, sha256Hex: Sha256Hex): Verdict<ChainEnd, AuditFault> {
  const { communeId } = chain.head;
  const anchors = (chain.anchors ?? []).filter((anchor) => anchor.communeId === communeId);
  const isAnchorMet = new Map(anchors.map((anchor) => [anchor, anchor.seq === 0]));
  let end = emptyChain(communeId);
  for (const row of chain.rows) {
    const verdict = checkAuditRow(end, row, sha256Hex);
    if (!verdict.ok) return verdict;
    end = verdict.value;
    for (const anchor of anchors) {
      if (anchor.seq === end.seq) isAnchorMet.set(anchor, anchor.hash === end.hash);
    }
  }
  const head = checkAuditHead(end, chain.head);
  if (!head.ok) return head;
  const lost = anchors.find((anchor) => !isAnchorMet.get(anchor));
  return lost ? faulty({ code: "audit_anchor_differs", communeId, seq: lost.seq }) : allowed(end);
}

/** A finding about the records, for those who run the house; no person's wish was refused. */
function faulty(fault: AuditFault): { ok: false } & AuditFault {
  return { ok: false, ...fault };
}

/** What is hashed, as tds_audit_text of the first migration makes it: no field can pretend to be two. */
export function auditText(row: AuditRow): string {
  const fields = [
    String(row.communeId),
    String(row.seq),
    row.atMicroseconds,
    row.login,
    row.actorId ?? "",
    row.verb,
    row.requestId,
    row.tableName,
    row.op,
    row.prevHash,
    row.body,
  ];
  const encoder = new TextEncoder();
  return fields.map((field) => `${encoder.encode(field).length}:${field},`).join("");
}
