import { beforeEach, describe, expect, it } from "vitest";
import type { DoorHousehold } from "#app/domain/households/door-household.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { decideHeld } from "#app/features/envelopes/decide-held.server.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf, work, YESTERDAY } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { makePhone, type Said } from "./phones.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const at = (moment: Date) => moment.toISOString();
const codes = (answer: Said) => answer.answers.map(({ outcome }) => outcome.code ?? "ok");
const door = (wish: Partial<DoorHousehold> = {}): DoorHousehold => ({
  id: freshId(),
  villageId: team.villageId,
  head: "Cà Văn Păn",
  lane: "Xóm cuối",
  adults: 3,
  isAnother: false,
  ...wish,
});
const about = ({ id }: DoorHousehold, slot = 1) => work([{ householdId: id, slot }]);
const listed = () => rowsOf(office, team, "select id from household where lane = 'Xóm cuối' order by id");
const claims = () => rowsOf(office, team, "select id, work_date::text as day from claim order by id");

describe("households met without a network", () => {
  it("C33, G4: come with the first record about them, once, however often and with however many records they are sent", async () => {
    const phone = await makePhone(office, team.lan, at(NOW));
    const household = door();
    const households = [household];
    const sealed = [
      await phone.seal(about(household), { households }),
      await phone.seal(about(household, 2), { households }),
    ];
    expect(codes(await phone.send(sealed))).toEqual(["ok", "ok"]);
    await Promise.all([phone.send(sealed), phone.send([...sealed].reverse())]);
    expect(await listed()).toEqual([{ id: household.id }]);
    expect(await claims()).toHaveLength(2);
    // Signed with its record: another head under the same letter is no letter of this phone.
    const changed = { ...sealed[0], households: [{ ...household, head: "Ai khác" }] };
    expect(codes(await phone.send([changed]))).toEqual(["envelope_not_signed"]);
  });

  it("T15, C33: one that is listed already, of another village or with a telephone number is refused in words, and its record is not taken", async () => {
    const phone = await makePhone(office, team.lan, at(NOW));
    const first = door();
    expect(codes(await phone.send([await phone.seal(about(first), { households: [first] })]))).toEqual([
      "ok",
    ]);
    const wrong = [
      door(),
      door({ head: "Bà Lan 0912 345 678" }),
      door({ villageId: team.villageId + 999 }),
      door({ adults: 4_000 }),
    ];
    const sealed = await Promise.all(
      wrong.map(async (household) => await phone.seal(about(household), { households: [household] })),
    );
    expect(codes(await phone.send(sealed))).toEqual([
      "household_known",
      "slot_name_holds_number",
      "claim_not_readable",
      "claim_not_readable",
    ]);
    const another = door({ isAnother: true });
    expect(codes(await phone.send([await phone.seal(about(another), { households: [another] })]))).toEqual([
      "ok",
    ]);
    expect(await listed()).toHaveLength(2);
    expect(await claims()).toHaveLength(2);
  });

  it("T15: what a lost phone names waits with its record, and is listed when another person takes it", async () => {
    const phone = await makePhone(office, team.lan, at(NOW));
    const household = door();
    const sealed = await phone.seal(about(household), { households: [household] });
    await office.platform.db.pool.query("update device_key set revoked_at = $2 where id = $1", [
      phone.keyId,
      NOW,
    ]);
    expect((await phone.send([sealed])).answers[0]?.outcome.held).toMatchObject({ reason: "phone_revoked" });
    expect(await listed()).toEqual([]);
    const { cookie } = await office.signIn(team.leader.accountId);
    const request = new Request("http://localhost:3000/", { headers: { Cookie: cookie } });
    const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };
    const leader = await allow(
      { request, context: { platform: office.platform, visit } } as never,
      "activity.look-at-held",
    );
    const wish = { id: sealed.claimId, verdict: "accept", workDate: YESTERDAY } as const;
    expect(await decideHeld(leader, wish)).toEqual({ ok: true, value: null });
    expect(await listed()).toEqual([{ id: household.id }]);
    expect(await claims()).toEqual([{ id: sealed.claimId, day: YESTERDAY }]);
  });
});
