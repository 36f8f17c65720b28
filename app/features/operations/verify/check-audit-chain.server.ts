import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import {
  type AuditFault,
  type AuditRow,
  type ChainEnd,
  checkAuditHead,
  checkAuditRow,
  emptyChain,
} from "#app/domain/audit/audit-chain.ts";
import { streamRows } from "../stream-rows.server.ts";
import type { Check, Finding, VerifyContext } from "./check.ts";

const READ_HEADS = `
select coalesce(h.commune_id, l.commune_id) as "communeId", h.seq::text as seq, encode(h.hash, 'hex') as hash
  from audit_head h full join (select distinct commune_id from audit_log) l using (commune_id)
 order by 1`;

const READ_CHAIN = `
select commune_id as "communeId", seq::text as seq, (extract(epoch from at) * 1000000)::bigint::text as "atMicroseconds",
       login, actor_id as "actorId", verb, request_id as "requestId", table_name as "tableName", op, body,
       encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash
  from audit_log where commune_id = $1 order by audit_log.seq`;

/** V13: each commune's chain links from its first row to its head, and still holds every anchor. */
export const auditChainCheck: Check = {
  id: "V13",
  title: "the audit log is whole: every row, every link, every head, every anchor",
  async *run({ client, anchors }: VerifyContext) {
    const { rows } = await client.query<{ communeId: number; seq: string | null; hash: string | null }>(
      READ_HEADS,
    );
    for (const { communeId, seq, hash } of rows) {
      const own = anchors.filter((anchor) => anchor.communeId === communeId);
      if (seq === null || hash === null) yield finding(communeId, 0, "the chain has rows and no head");
      else yield* checkChain(client, { communeId, seq: Number(seq), hash }, own);
    }
    const known = new Set(rows.map(({ communeId }) => communeId));
    for (const anchor of anchors.filter(({ communeId }) => !known.has(communeId))) {
      yield finding(anchor.communeId, anchor.seq, "the anchor names a chain that is not there");
    }
  },
};

async function* checkChain(
  client: PoolClient,
  head: ChainEnd,
  anchors: readonly ChainEnd[],
): AsyncGenerator<Finding> {
  const { communeId } = head;
  const met = new Set(anchors.filter((anchor) => anchor.seq === 0));
  let end = emptyChain(communeId);
  for await (const row of streamRows<Omit<AuditRow, "seq"> & { seq: string }>(client, READ_CHAIN, [
    communeId,
  ])) {
    const link: AuditRow = { ...row, seq: Number(row.seq) };
    const verdict = checkAuditRow(end, link, sha256Hex);
    if (!verdict.ok) yield findingOf(verdict);
    // Goes on from what the row says of itself, so that one bad row does not hide the next.
    end = { communeId, seq: link.seq, hash: link.hash };
    for (const anchor of anchors) if (anchor.seq === end.seq && anchor.hash === end.hash) met.add(anchor);
  }
  const verdict = checkAuditHead(end, head);
  if (!verdict.ok) yield findingOf(verdict);
  for (const anchor of anchors.filter((each) => !met.has(each))) {
    yield findingOf({ code: "audit_anchor_differs", communeId, seq: anchor.seq });
  }
}

function sha256Hex(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function findingOf(fault: AuditFault): Finding {
  switch (fault.code) {
    case "audit_row_missing":
      return finding(
        fault.communeId,
        fault.seq,
        `a row is missing or out of place: the next one is ${fault.foundSeq}`,
      );
    case "audit_link_broken":
      return finding(fault.communeId, fault.seq, "the row does not follow the one before it");
    case "audit_row_changed":
      return finding(fault.communeId, fault.seq, "the row was changed after it was written");
    case "audit_head_differs":
      return finding(
        fault.communeId,
        fault.seq,
        `the rows end here, but the head names row ${fault.headSeq}`,
      );
    case "audit_anchor_differs":
      return finding(
        fault.communeId,
        fault.seq,
        "the chain no longer holds the anchor that was written down",
      );
  }
}

function finding(communeId: number, seq: number, says: string): Finding {
  return { table: "audit_log", row: `commune ${communeId}, seq ${seq}`, says };
}
