import type { Tx } from "#app/platform/db/database.ts";
import type { TestOffice } from "../communes/office.ts";
import { type Commune, freshId, makeCommune } from "../roster/rosterers.ts";

/** Somebody of the team with an account. */
export interface Person {
  readonly memberId: string;
  readonly accountId: string;
}

export interface VerifyingTeam {
  readonly commune: Commune;
  readonly teamId: number;
  readonly villageId: number;
  readonly leader: Person;
  readonly deputy: Person;
  readonly lan: Person;
  readonly minh: Person;
}

export async function makeTeam(office: TestOffice, village = "Thôn 1"): Promise<VerifyingTeam> {
  const commune = await makeCommune(office, ["Thôn 1", "Thôn 2"]);
  const teamId = await commune.team(village);
  return {
    commune,
    teamId,
    villageId: commune.villages.get(village) ?? 0,
    leader: await makePerson(commune, teamId, "Cầm Văn Tiến", "leader"),
    deputy: await makePerson(commune, teamId, "Lò Thị Hạnh", "deputy"),
    lan: await makePerson(commune, teamId, "Vì Thị Lan", "member"),
    minh: await makePerson(commune, teamId, "Quàng Văn Minh", "member"),
  };
}

export async function makePerson(
  commune: Commune,
  teamId: number,
  fullName: string,
  role: "leader" | "deputy" | "member",
): Promise<Person> {
  const memberId = await commune.member({ fullName });
  await commune.join(memberId, teamId, { role });
  return { memberId, accountId: await commune.account(memberId) };
}

export interface ClaimWish {
  readonly by: Person;
  readonly id?: string;
  readonly helpers?: readonly Person[];
  readonly teachers?: readonly Person[];
  readonly enteredBy?: string;
  readonly deviceId?: string;
  readonly workDate?: string;
  readonly submittedAt?: Date;
  readonly activityKey?: string;
  readonly visits?: number;
  readonly unit?: { readonly householdId: string; readonly slot: number };
}

/** A claim that waits, as the log writes it, without its revision. */
export async function plantClaim(office: TestOffice, team: VerifyingTeam, wish: ClaimWish): Promise<string> {
  const { commune, teamId, villageId } = team;
  const { communeId } = commune;
  const id = wish.id ?? freshId();
  const now = wish.submittedAt ?? office.platform.clock.now();
  const day = new Date(`${wish.workDate ?? "2026-11-19"}T00:00:00Z`);
  await office.platform.db.withCommunes(commune.scope, async (tx: Tx) => {
    await tx.claim.create({
      data: {
        communeId,
        id,
        state: "submitted",
        memberId: wish.by.memberId,
        teamId,
        villageId,
        activityKey: wish.activityKey ?? "assist",
        workDate: day,
        mode: "home_visit",
        visits: wish.visits ?? 1,
        enteredBy: wish.enteredBy ?? wish.by.accountId,
        deviceId: wish.deviceId ?? null,
        receivedAt: now,
        submittedAt: now,
      },
      select: { id: true },
    });
    const parts = [
      { who: wish.by, part: "claimant" },
      ...(wish.helpers ?? []).map((who) => ({ who, part: "helper" })),
      ...(wish.teachers ?? []).map((who) => ({ who, part: "teacher" })),
    ];
    await tx.claimParticipant.createMany({
      data: parts.map(({ who, part }) => ({
        communeId,
        claimId: id,
        memberId: who.memberId,
        part,
        teamId,
        villageId,
        joinedAt: now,
      })),
    });
    await tx.claimUnit.create({
      data: { communeId, claimId: id, ordinal: 1, villageId, ...wish.unit },
      select: { ordinal: true },
    });
  });
  return id;
}
