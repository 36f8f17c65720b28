import { beforeEach, describe, expect, it } from "vitest";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { amendClaim } from "#app/features/ledger/amend-claim.server.ts";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { reverseClaim } from "#app/features/ledger/reverse-claim.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { makeBatches } from "#app/platform/coalesce/make-batches.server.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { approval, expectBooksInOrder } from "./books.ts";

const office = testOffice();
let team: LoggingTeam;

const EARLIER = new Date("2026-11-12T02:00:00Z");
const DAYS = ["2026-11-10", "2026-11-11", "2026-11-12"].map(day);
const KINDS = ["online-public-service", "social-service", "online-safety", "first-visit", "return-visit"];

beforeEach(async () => {
  office.setNow(EARLIER);
  team = await makeLoggingTeam(office);
});

/** Small numbers out of a seed, so that a failure can be run again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** A session in a process of its own: it queues for itself and meets the others in the database. */
function elsewhere(caller: Caller): Caller {
  return { ...caller, platform: { ...caller.platform, batches: makeBatches() } };
}

async function sendMany(count: number, roll: (sides: number) => number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const activityKey = KINDS[roll(KINDS.length)] ?? "";
    const start = roll(3);
    const isService = activityKey.endsWith("service");
    const units = Array.from({ length: 1 + roll(3) }, (_, each) => ({
      householdId: team.households[start + each] ?? "",
      slot: activityKey === "first-visit" ? null : 1 + roll(2),
      serviceKey: isService ? "civil-status" : null,
      outcome: isService ? ((["knows", "with_help", "proficient"] as const)[roll(3)] ?? null) : null,
    }));
    const helpers = roll(3) === 0 ? [{ memberId: team.minh.memberId, part: "helper" as const }] : [];
    const content = work(units, {
      activityKey,
      workDate: DAYS[roll(DAYS.length)] ?? DAYS[0],
      visits: 6,
      helpers,
    } as never);
    ids.push(await send(team.lan, content));
  }
  return ids;
}

describe("eight at once", () => {
  it.each([1, 2, 3])(
    "C32: whatever they decide, reverse and amend while a month closes, the books are in order (seed %i)",
    async (seed) => {
      const roll = dice(seed);
      const ids = await sendMany(24, roll);
      const actors = [
        ...(await Promise.all([0, 1, 2].map(() => team.leader.caller()))),
        ...(await Promise.all([0, 1, 2].map(async () => elsewhere(await team.leader.caller())))),
        await team.officer.caller(),
        elsewhere(await team.officer.caller()),
      ];
      const act = async (caller: Caller) => {
        for (let turn = 0; turn < 14; turn++) {
          const claimId = ids[roll(ids.length)] ?? "";
          const correction = { decisionId: freshId(), claimId, reasonCode: null, reason: "Xem lại" };
          const revision = 1 + roll(2);
          const kind = roll(10);
          if (kind < 5) {
            const some = [claimId, ids[roll(ids.length)] ?? ""].map((id) => approval(id));
            await decideClaims(caller, some);
          } else if (kind < 7) await reverseClaim(caller, { ...correction, revision });
          else if (kind < 9) {
            const change = { visits: 6 + roll(4), workDate: DAYS[roll(3)] ?? DAYS[0] };
            await amendClaim(caller, { ...correction, revision, change } as never);
          } else if (turn > 6) {
            office.setNow(NOW);
            await advanceMonths(office.platform, team.commune.communeId, NOW);
          }
        }
      };
      await Promise.all(actors.map(act));
      const [counts] = await rowsOf(
        office,
        team,
        `select count(*) filter (where corrects_seq is not null)::int as undone,
                count(*) filter (where kind = 'repeat')::int as repeats,
                count(*) filter (where is_adjustment)::int as late from ledger_line`,
      );
      expect(Math.min(counts.undone, counts.repeats, counts.late)).toBeGreaterThan(0);
      await expectBooksInOrder(office, team);
    },
  );

  it("rule 3: the same approval from eight hands counts once, and each is told the same", async () => {
    const id = await send(
      team.lan,
      work([{ householdId: team.households[0] ?? "", slot: 1 }], { workDate: DAYS[0] as never }),
    );
    const decision = approval(id);
    const callers = await Promise.all(
      Array.from({ length: 8 }, async () => elsewhere(await team.leader.caller())),
    );
    const answers = await Promise.all(callers.map((caller) => decideClaims(caller, [decision])));
    for (const [answer] of answers)
      expect(answer?.outcome).toMatchObject({ ok: true, value: { points: 400 } });
    expect(await rowsOf(office, team, "select seq from ledger_line")).toHaveLength(1);
  });

  it("one that the database refuses spoils nobody else's: the batch is run again one by one", async () => {
    const ids = await sendMany(3, dice(7));
    const [bad = "", ...good] = ids;
    await office.db.owner.query(`
      create function break_one() returns trigger language plpgsql as $$
      begin
        if exists (select from new_rows where claim_id = '${bad}') then raise exception 'broken on purpose'; end if;
        return null;
      end $$;
      create trigger break_one after insert on claim_decision referencing new table as new_rows
        for each statement execute function break_one()`);
    const callers = await Promise.all(ids.map(() => team.leader.caller()));
    const answers = await Promise.allSettled(
      [good[0] ?? "", bad, good[1] ?? ""].map((id, index) =>
        decideClaims(callers[index] as Caller, [approval(id)]),
      ),
    );
    await office.db.owner.query("drop trigger break_one on claim_decision; drop function break_one()");
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    await expectBooksInOrder(office, team);
  });
});
