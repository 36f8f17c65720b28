import { CLAIM_COUNTERS } from "#app/domain/activity/claim.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Counted, RosterFigures, WorkFigures } from "#app/domain/figures/figures.ts";
import {
  campaignCountersOf,
  NO_SECTION,
  REPORT_FORMAT,
  type ReportLine,
  type ReportPaper,
} from "#app/domain/reports/report.ts";
import { HOSTILE } from "./sample-paper.ts";

const day = (text: string) => text as LocalDate;
const at = (text: string) => Date.parse(text);
const nothing: Counted = { claims: 0, visits: 0, units: 0, people: 0, households: 0 };

const counted = (claims: number, visits: number, people: number, households: number): Counted => ({
  claims,
  visits,
  units: visits,
  people,
  households,
});

/** Work of some size, told apart as the reader of figures tells it. */
export function sampleWork(scale: number, points: number): WorkFigures {
  const all = counted(12 * scale, 30 * scale, 20 * scale, 15 * scale);
  const part = counted(4 * scale, 10 * scale, 7 * scale, 5 * scale);
  return {
    ...all,
    proficient: 9 * scale,
    quotaPeople: 9 * scale,
    points,
    pointsByPillar: { government: points - 300, economy: 200, society: 100, common: 50, none: -50 },
    by: {
      pillar: { government: part, economy: part, society: part, common: nothing },
      kind: { "online-public-service": part, "payment-account": part, "online-safety": part },
      service: {},
      mode: { home_visit: part, mobile_point: part },
      outcome: { proficient: part },
      audience: { residents: all },
      group: { elderly: part, disabled: counted(1, 1, 1, 1) },
      movement: {},
    },
    counters: {
      ...(Object.fromEntries(CLAIM_COUNTERS.map((key) => [key, 0])) as WorkFigures["counters"]),
      dossiers: 11 * scale,
      signatures_made: 3 * scale,
      signatures_used: 2 * scale,
    },
    project06: { ...part, points: 150 },
    contributions: {
      youth_union: {
        claims: 4 * scale,
        visits: 10 * scale,
        members: 3,
        turns: 6 * scale,
        dossiers: 4 * scale,
        signaturesMade: scale,
        signaturesUsed: 0,
        points: 90,
      },
      everyone: {
        claims: 12 * scale,
        visits: 30 * scale,
        members: 9,
        turns: 14 * scale,
        dossiers: 11 * scale,
        signaturesMade: 3 * scale,
        signaturesUsed: 2 * scale,
        points,
      },
    },
  };
}

const roster = (members: number, active: number | null): RosterFigures => ({
  members,
  women: Math.floor(members / 2),
  guests: 0,
  active,
});

const village = (id: number, name: string, scale: number, wish: Partial<ReportLine> = {}): ReportLine => ({
  id,
  name,
  villageId: id,
  roster: roster(5, 4),
  work: sampleWork(scale, 1_000 * scale),
  measures: {
    people: 9 * scale,
    peopleAsked: 50,
    households: 20 * scale,
    householdsOf: 120,
    attainment: 1_800 * scale,
    rank: id,
  },
  quality: null,
  report: null,
  ...wish,
});

const total = sampleWork(6, 6_350);

/** A month of a commune that is on no map; nobody of these names lives anywhere. */
export const sampleReport: ReportPaper = {
  id: "01939a3e-7000-7000-8000-00000000f001",
  state: "sent",
  sha256: "3f1c9ad2b77e0c55f1c9ad2b77e0c553f1c9ad2b77e0c553f1c9ad2b77e0c551",
  route: [
    {
      stage: "sender",
      act: "sent",
      at: at("2026-12-17T03:30:00Z"),
      byName: "Lường Thị Thảo",
      signedBy: null,
      reason: null,
      sha256: "3f1c",
      isLate: false,
    },
  ],
  body: {
    format: REPORT_FORMAT,
    subject: { is: "commune" },
    commune: {
      id: 1,
      kind: "commune",
      name: "Nậm Mười",
      province: "Bắc Ninh",
      words: {
        team: "Tổ công nghệ số cộng đồng",
        teamShort: "Tổ CNSCĐ",
        village: "bản",
        office: "Phòng Văn hóa - Xã hội",
      },
    },
    header: {
      superiorBody: "",
      issuingBody: "Ủy ban nhân dân xã Nậm Mười",
      office: "Phòng Văn hóa - Xã hội",
      place: "Nậm Mười",
      officeSymbol: "VHXH",
      signsFor: "TM. Ủy ban nhân dân",
      signerTitle: "Chủ tịch",
      recipients: ["Như trên", "Các tổ", "Lưu: VT, VHXH"],
    },
    request: null,
    period: {
      kind: "month",
      key: "2026-11",
      year: 2026,
      ordinal: 11,
      firstDay: day("2026-10-15"),
      lastDay: day("2026-11-14"),
      months: [
        {
          id: 202_611,
          firstDay: day("2026-10-15"),
          lastDay: day("2026-11-14"),
          state: "sealed",
          isTrial: false,
          schemeVersion: 2,
          sha256: "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90",
        },
      ],
      lateFrom: { sender: at("2026-11-19T17:00:00Z"), office: at("2026-11-24T17:00:00Z") },
    },
    figures: { readAt: at("2026-11-17T03:29:00Z"), isFrozen: true, isTrial: false, rulesVersions: [2] },
    rosterOn: day("2026-11-14"),
    roster: roster(15, 12),
    work: total,
    measures: {
      people: 54,
      peopleAsked: 150,
      households: 120,
      householdsOf: 360,
      attainment: 3_600,
      rank: null,
    },
    support: {
      partners: 2,
      contributions: {
        money: { count: 1, valueDong: 5_000_000 },
        equipment: { count: 2, valueDong: 12_400_000 },
        place: { count: 0, valueDong: 0 },
      },
      lentPieces: 3,
      approvedDong: 8_150_000,
      proposedDong: 900_000,
    },
    campaign: campaignCountersOf(total),
    quality: { agrees: 19, differs: 1, unreachable: 2, rateBasisPoints: 9_500 },
    before: sampleWork(5, 5_000),
    village: null,
    villages: [
      village(1, "Bản Lạ", 3),
      village(2, HOSTILE, 2),
      village(3, "Bản Mới", 1, {
        measures: {
          people: 9,
          peopleAsked: null,
          households: null,
          householdsOf: null,
          attainment: null,
          rank: null,
        },
      }),
    ],
    teams: [
      village(11, "Tổ Bản Lạ", 3, {
        report: { state: "approved", sentAt: at("2026-11-16T03:00:00Z"), isLate: false, isMissing: false },
      }),
      village(12, "Tổ Bản Mới", 1, {
        report: { state: "draft", sentAt: null, isLate: true, isMissing: true },
      }),
    ],
    units: [
      {
        id: "u1",
        name: "Trường Tiểu học Nậm Mười",
        kind: "school",
        standing: { state: "sent", sentAt: at("2026-11-20T03:00:00Z"), isLate: true, isMissing: false },
        sections: null,
      },
    ],
    difficulties: {
      opened: [
        {
          id: "d1",
          field: "network",
          content: "Sóng di động yếu\nở khu vực đầu bản",
          proposal: null,
          teamId: 12,
          villageId: 3,
          raisedIn: "Bản Mới",
          raisedOn: day("2026-11-03"),
          stage: "office",
          dueOn: day("2026-11-13"),
          answeredOn: null,
          answer: null,
        },
      ],
      answered: [],
      carriedOver: [],
    },
    sections: {
      difficulties: {
        text: "Người cao tuổi ở xa điểm hướng dẫn.\nĐường đi lại khó vào mùa mưa.",
        isNone: false,
      },
      proposals: { text: "", isNone: true },
      plan: { text: "Mở điểm lưu động tại Bản Mới trong tháng 12.", isNone: false },
      remarks: NO_SECTION,
    },
    carriedOver: null,
  },
};
