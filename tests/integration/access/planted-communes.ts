import { randomBytes } from "node:crypto";
import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { parsePhone } from "#app/domain/people/phone.ts";
import { settingsOfPreset } from "#app/domain/plan/plan-version.ts";
import { settingsOfPlan } from "#app/features/communes/plan-settings.ts";
import { keepMemberPhone } from "#app/features/roster/member-phone.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import type { TestOffice } from "../communes/office.ts";
import { plantAward } from "./planted-award.ts";
import { plantCampaign } from "./planted-campaign.ts";
import { plantCertificate } from "./planted-certificate.ts";
import type { PlantedCommune } from "./planted-commune.ts";
import { plantMerger } from "./planted-merger.ts";
import { plantMonth } from "./planted-month.ts";
import { plantPhoto } from "./planted-photo.ts";
import { plantReport } from "./planted-report.ts";
import { plantStories } from "./planted-stories.ts";
import { plantSurvey } from "./planted-survey.ts";
import { plantTasks } from "./planted-tasks.ts";
import { plantTitles } from "./planted-titles.ts";
import { plantTraining } from "./planted-training.ts";
import { plantYear } from "./planted-year.ts";

export type { PlantedCommune } from "./planted-commune.ts";

/** A commune with one of everything, each text of it carrying the canary. */
export async function plantCommune(
  office: TestOffice,
  communeId: number,
  canary: string,
  name: string,
  phone: string,
): Promise<PlantedCommune> {
  const { platform } = office;
  const now = platform.clock.now();
  const newId = () => makeId(now.getTime(), platform.random.bytes(10));
  const accountId = await office.makeAccount({ name: `Lò Thị ${canary}` });
  const askerId = await office.makeAccount({ name: `Vi Văn ${canary}` });
  const today = localDateAt(now.getTime());
  const planted = await platform.db.withCommunes(office.scope(communeId, null), async (tx) => {
    await plantUnits(tx, { communeId, accountId, now, canary, name });
    const village = await tx.village.findFirstOrThrow({ where: { communeId }, select: { id: true } });
    const organisationId = newId();
    await tx.organisation.create({
      data: {
        communeId,
        id: organisationId,
        kind: "enterprise",
        name: canary,
        validFrom: dayOf("2026-01-01"),
      },
    });
    const team = await tx.team.create({
      data: {
        communeId,
        kind: "village",
        villageId: village.id,
        name: `Tổ ${canary}`,
        decisionNumber: canary,
        decisionDate: dayOf("2026-01-01"),
        zaloGroup: canary,
        validFrom: dayOf("2026-01-01"),
      },
      select: { id: true },
    });
    const people = [newId(), newId()] as const;
    const membershipId = newId();
    for (const [index, memberId] of people.entries()) {
      await tx.member.create({
        data: {
          communeId,
          id: memberId,
          accountId: index === 0 ? accountId : null,
          fullName: `Lò Thị ${canary}`,
          position: canary,
          birthYear: 1999,
          ...keepMemberPhone(platform.keys, communeId, wellFormed(phone, index)),
          createdAt: now,
        },
      });
      await tx.membership.create({
        data: {
          communeId,
          id: index === 0 ? membershipId : newId(),
          memberId,
          teamId: team.id,
          role: index === 0 ? "leader" : "member",
          source: "decision",
          title: canary,
          validFrom: dayOf("2026-01-01"),
          enteredAt: now,
        },
      });
      await tx.affiliation.create({
        data: {
          communeId,
          memberId,
          kind: "youth_union",
          note: canary,
          validFrom: dayOf("2026-01-01"),
        },
      });
    }
    const ids = await plantPapers(tx, { communeId, accountId, askerId, now, today, canary, name, newId });
    const delegationId = newId();
    await tx.delegation.create({
      data: {
        communeId,
        id: delegationId,
        teamId: team.id,
        fromMember: people[0],
        toMember: people[1],
        validFrom: dayOf(today),
        validTo: dayOf(addDays(today, 7)),
        reason: canary,
        madeBy: accountId,
        madeAt: now,
      },
    });
    const householdId = newId();
    await tx.household.create({
      data: {
        communeId,
        id: householdId,
        villageId: village.id,
        code: canary.slice(0, 20),
        lane: canary,
        headLabel: platform.keys.seal(`commune:${communeId}:household`, canary),
        adults: 3,
        validFrom: dayOf("2026-01-01"),
        enteredAt: now,
      },
    });
    const requestId = newId();
    await tx.dataRequest.create({
      data: {
        communeId,
        id: requestId,
        memberId: people[0],
        kind: "access",
        channel: "paper",
        note: canary,
        receivedOn: dayOf(today),
        dueOn: dayOf(addDays(today, 10)),
        recordedBy: accountId,
        recordedAt: now,
      },
    });
    const place = { communeId, accountId, askerId, now, canary, newId };
    const work = { ...place, memberId: people[0], teamId: team.id, villageId: village.id };
    const month = await plantMonth(tx, work);
    const report = await plantReport(tx, work);
    const certificateId = newId();
    await plantCertificate(tx, { communeId, certificateId, memberId: people[0], accountId, canary, now });
    const photoId = newId();
    await plantPhoto(tx, { ...platform.config, communeId, photoId, accountId, claimId: month.claimId, now });
    const awardId = newId();
    await plantAward(tx, { communeId, awardId, memberId: people[0], claimId: month.claimId, canary, now });
    const titles = await plantTitles(tx, work);
    const training = await plantTraining(tx, work);
    const campaigns = await plantCampaign(tx, work);
    const stories = await plantStories(tx, work);
    const survey = await plantSurvey(tx, { ...place, householdId, villageId: village.id });
    const { dataDir } = platform.config;
    const tasks = await plantTasks(tx, { ...work, dataDir, keys: platform.keys, planId: ids.planId });
    const year = await plantYear(tx, { ...work, accountId, fileId: tasks.fileId });
    return {
      villageId: village.id,
      teamId: team.id,
      memberId: people[0],
      membershipId,
      organisationId,
      householdId,
      delegationId,
      requestId,
      photoId,
      certificateId,
      awardId,
      ...month,
      ...report,
      ...titles,
      ...training,
      ...survey,
      ...year,
      ...stories,
      ...campaigns,
      ...tasks,
      ...ids,
    };
  });
  await grant(office, {
    accountId,
    communeId,
    role: "leader",
    place: planted,
    from: "2026-01-01" as LocalDate,
    to: null,
  });
  const mergerId = newId();
  await plantMerger(office, { communeId, mergerId, askerId, accountId, canary, now });
  return { communeId, name, canary, accountId, mergerId, ...planted };
}

interface UnitsToPlant {
  readonly communeId: number;
  readonly accountId: string;
  readonly now: Date;
  readonly canary: string;
  readonly name: string;
}

async function plantUnits(tx: Tx, { communeId, accountId, now, canary, name }: UnitsToPlant): Promise<void> {
  await tx.commune.create({
    data: {
      id: communeId,
      kind: "commune",
      name,
      province: "Tỉnh Thử",
      presetId: "dai-son-2026",
      foundedBy: accountId,
      foundedAt: now,
      setUpAt: now,
    },
    select: { id: true },
  });
  const settings = settingsOfPlan(PRESETS["dai-son-2026"]);
  await tx.communeSetting.createMany({
    data: Object.entries(settings).map(([section, value]) => ({
      communeId,
      section,
      value: { ...value },
      changedBy: accountId,
      changedAt: now,
    })),
  });
  await tx.village.create({
    data: {
      communeId,
      kind: "village",
      name: `Thôn ${canary}`,
      nameKey: `thon ${canary.toLowerCase()}`,
      sortKey: canary,
      createdBy: accountId,
      createdAt: now,
    },
    select: { id: true },
  });
}

interface PapersToPlant extends UnitsToPlant {
  readonly askerId: string;
  readonly today: LocalDate;
  newId(): string;
}

async function plantPapers(
  tx: Tx,
  { communeId, accountId, askerId, now, today, canary, newId }: PapersToPlant,
) {
  const ids = { batchId: newId(), householdBatchId: newId(), planId: newId(), actId: newId() };
  await tx.importBatch.create({
    data: {
      communeId,
      id: ids.batchId,
      kind: "roster",
      fileName: `${canary}.xlsx`,
      fileSha256: new Uint8Array(randomBytes(32)),
      state: "previewed",
      effectiveOn: dayOf(today),
      summary: {
        counts: { create: 0, update: 0, join: 0, same: 0, problem: 0, conflict: 0, ignored: 0 },
        sections: 0,
        totals: 0,
        ignoredCitizenIds: false,
        teams: {},
        teamsMade: [],
        appliedBefore: null,
        years: { oldestBirth: 1926, youngestBirth: 2016 },
      },
      madeBy: accountId,
      madeAt: now,
    },
  });
  await tx.importBatch.create({
    data: {
      communeId,
      id: ids.householdBatchId,
      kind: "household",
      fileName: `${canary}.xlsx`,
      fileSha256: new Uint8Array(randomBytes(32)),
      state: "previewed",
      effectiveOn: dayOf(today),
      summary: {
        counts: { problem: 0, create: 0, update: 0, same: 0, ignored: 0 },
        sections: 0,
        totals: 0,
        ignoredCitizenIds: false,
        hasNoAdults: false,
        appliedBefore: null,
      },
      madeBy: accountId,
      madeAt: now,
    },
  });
  await tx.plan.create({
    data: {
      communeId,
      id: ids.planId,
      number: canary,
      issuedOn: dayOf("2026-01-01"),
      title: canary,
      legalBases: [],
      startsOn: dayOf("2026-01-01"),
      endsOn: dayOf("2026-12-31"),
      enteredBy: accountId,
      enteredAt: now,
    },
  });
  await tx.planDraft.create({
    data: {
      communeId,
      planId: ids.planId,
      settings: JSON.parse(JSON.stringify(settingsOfPreset(PRESETS["dai-son-2026"]))),
      changedBy: accountId,
      changedAt: now,
    },
    select: { planId: true },
  });
  await tx.twoPersonAct.create({
    data: {
      communeId,
      id: ids.actId,
      kind: "break_glass",
      subjectAccountId: accountId,
      payload: {},
      reason: `${canary} ${canary}`,
      askedBy: askerId,
      askedAt: now,
      expiresAt: new Date(now.getTime() + 86_400_000),
    },
    select: { id: true },
  });
  return ids;
}

export interface GrantWish {
  readonly accountId: string;
  readonly communeId: number;
  readonly role: string;
  readonly place: { readonly villageId: number; readonly teamId: number } | null;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export async function grant(
  { platform, scope }: TestOffice,
  { accountId, communeId, role, place, from, to }: GrantWish,
): Promise<void> {
  const now = platform.clock.now();
  await platform.db.withCommunes(scope(communeId, null), (tx) =>
    tx.roleGrant.create({
      data: {
        id: makeId(now.getTime(), platform.random.bytes(10)),
        communeId,
        accountId,
        role,
        villageId: place?.villageId ?? null,
        teamId: place?.teamId ?? null,
        validFrom: dayOf(from),
        validTo: to && dayOf(to),
        grantedAt: now,
      },
      select: { id: true },
    }),
  );
}

function dayOf(day: LocalDate | string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function wellFormed(phone: string, index: number) {
  const parsed = parsePhone(phone.slice(0, -1) + index);
  if (!parsed) throw new Error(`${phone} is no phone`);
  return parsed;
}
