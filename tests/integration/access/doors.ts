import { readFileSync } from "node:fs";
import { CAPABILITIES, type Capability } from "#app/domain/access/matrix.ts";
import { routes } from "../../../remix.config.js";
import { listRoutes, type RouteTable, readPolicy } from "../../tidy/checks/routes.ts";
import { readHouse } from "../../tidy/checks/source.ts";
import type { PlantedCommune } from "./planted-communes.ts";

export type Kind = "loader" | "action";

/** One loader or action of the route table. */
export interface Door {
  readonly kind: Kind;
  /** "/van-phong/to/:teamId" */
  readonly address: string;
  readonly routeId: string;
  readonly guard: Capability | "anyone";
  /** Values of the buttons that an action tells apart. */
  readonly buttons: readonly string[];
}

/** Every door there is, with the guard its source names. */
export function listDoors(): Door[] {
  return readPolicy(listRoutes(routes as RouteTable), readHouse()).flatMap((row) =>
    (["loader", "action"] as const).flatMap((kind): Door[] => {
      const guard = row[kind];
      if (guard === null) return [];
      if (guard !== "anyone" && !isCapability(guard))
        throw new Error(`${row.file} names a guard nobody knows: ${guard}`);
      const buttons = kind === "action" ? findButtons(readFileSync(row.file, "utf8")) : [];
      return [{ kind, address: row.path, routeId: routeIdOf(row.file), guard, buttons }];
    }),
  );
}

function isCapability(text: string): text is Capability {
  return (CAPABILITIES as readonly string[]).includes(text);
}

function routeIdOf(file: string): string {
  return file.replace(/^app\//, "").replace(/\.tsx?$/, "");
}

/** Words that a source compares with or switches on: a form that sends one of them goes further than an empty one. */
function findButtons(source: string): string[] {
  const words = [
    ...source.matchAll(/case "([a-z][a-z-]*)":/g),
    ...source.matchAll(/(?:===|!==) "([a-z][a-z-]*)"/g),
    ...source.matchAll(/value="([a-z][a-z-]*)"/g),
    ...source.matchAll(/\.has\("([a-z][a-zA-Z-]*)"\)/g),
  ].map(([, word]) => word ?? "");
  return [...new Set(words)].filter((word) => word !== "");
}

/** What a parameter of an address names. A route with a parameter that is not here fails the test. */
const NAMED = {
  act: "actId",
  award: "awardId",
  campaignId: "campaignId",
  pointId: "pointId",
  batchId: "batchId",
  certificateId: "certificateId",
  claim: "claimId",
  delegationId: "delegationId",
  exceptionId: "exceptionId",
  householdBatchId: "householdBatchId",
  householdId: "householdId",
  importId: "batchId",
  memberId: "memberId",
  membershipId: "membershipId",
  nominationId: "nominationId",
  merger: "mergerId",
  photoId: "photoId",
  placeId: "placeId",
  sessionId: "sessionId",
  courseId: "courseId",
  trainingCertificateId: "trainingCertificateId",
  materialId: "materialId",
  planId: "planId",
  requestId: "requestId",
  productId: "productId",
  storyId: "storyId",
  initiativeId: "initiativeId",
  roundId: "roundId",
  taskId: "taskId",
  fileId: "fileId",
  form: "formId",
  orderId: "orderId",
  partId: "partId",
  difficultyId: "difficultyId",
  helpId: "helpId",
  inspectionId: "inspectionId",
  paperId: "paperId",
  report: "reportId",
  call: "callId",
  teamId: "teamId",
  village: "villageId",
  villageId: "villageId",
  reviewId: "reviewId",
  proposalId: "proposalId",
  councilSession: "councilSessionId",
  councilRound: "councilRoundId",
} as const satisfies Record<string, keyof PlantedCommune>;

/** Parameters that name no record: the same in every commune. */
const PLAIN: Readonly<Record<string, string>> = {
  badge: "hands-on",
  service: "vneid",
  target: "team-in-every-village",
  kind: "eid-level-2",
  month: "202610",
  token: "x".repeat(43),
  version: "1",
  commune: "999999",
  code: "1-0123-4567-89ab",
  file: "danh-sach.xlsx",
  paper: "bao-cao.docx",
  paperKind: "to-trinh",
  yearPaper: "01939a3e-7000-7000-8000-00000000dead",
  yearPaperCode: "1-0123456789abcdef",
  yearPaperFile: "van-ban.pdf",
  // Of no commune: what an issuer of badges says is public.
  communeId: "987654",
};

export type Records = Readonly<Record<(typeof NAMED)[keyof typeof NAMED], string | number>>;

/** The records of nobody: well formed, and not there. */
export const NOWHERE: Records = {
  actId: "01939a3e-7000-7000-8000-00000000dead",
  reviewId: "01939a3e-7000-7000-8000-00000000dead",
  proposalId: "01939a3e-7000-7000-8000-00000000dead",
  councilSessionId: "01939a3e-7000-7000-8000-00000000dead",
  councilRoundId: "01939a3e-7000-7000-8000-00000000dead",
  awardId: "01939a3e-7000-7000-8000-00000000dead",
  batchId: "01939a3e-7000-7000-8000-00000000dead",
  campaignId: "01939a3e-7000-7000-8000-00000000dead",
  pointId: "01939a3e-7000-7000-8000-00000000dead",
  certificateId: "01939a3e-7000-7000-8000-00000000dead",
  claimId: "01939a3e-7000-7000-8000-00000000dead",
  delegationId: "01939a3e-7000-7000-8000-00000000dead",
  exceptionId: "01939a3e-7000-7000-8000-00000000dead",
  householdBatchId: "01939a3e-7000-7000-8000-00000000dead",
  householdId: "01939a3e-7000-7000-8000-00000000dead",
  memberId: "01939a3e-7000-7000-8000-00000000dead",
  membershipId: "01939a3e-7000-7000-8000-00000000dead",
  nominationId: "01939a3e-7000-7000-8000-00000000dead",
  mergerId: "01939a3e-7000-7000-8000-00000000dead",
  photoId: "01939a3e-7000-7000-8000-00000000dead",
  placeId: "01939a3e-7000-7000-8000-00000000dead",
  sessionId: "01939a3e-7000-7000-8000-00000000dead",
  courseId: "01939a3e-7000-7000-8000-00000000dead",
  trainingCertificateId: "01939a3e-7000-7000-8000-00000000dead",
  materialId: "01939a3e-7000-7000-8000-00000000dead",
  planId: "01939a3e-7000-7000-8000-00000000dead",
  requestId: "01939a3e-7000-7000-8000-00000000dead",
  productId: "01939a3e-7000-7000-8000-00000000dead",
  storyId: "01939a3e-7000-7000-8000-00000000dead",
  initiativeId: "01939a3e-7000-7000-8000-00000000dead",
  roundId: "01939a3e-7000-7000-8000-00000000dead",
  taskId: "01939a3e-7000-7000-8000-00000000dead",
  fileId: "01939a3e-7000-7000-8000-00000000dead",
  formId: "01939a3e-7000-7000-8000-00000000dead",
  orderId: "01939a3e-7000-7000-8000-00000000dead",
  partId: "01939a3e-7000-7000-8000-00000000dead",
  difficultyId: "01939a3e-7000-7000-8000-00000000dead",
  reportId: "01939a3e-7000-7000-8000-00000000dead",
  callId: "01939a3e-7000-7000-8000-00000000dead",
  helpId: "01939a3e-7000-7000-8000-00000000dead",
  inspectionId: "01939a3e-7000-7000-8000-00000000dead",
  paperId: "01939a3e-7000-7000-8000-00000000dead",
  teamId: 987_654,
  villageId: 987_654,
};

/**
 * Where an officer finds nothing behind the record that was planted, by right: papers and drafts of their writers, orders
 * between a leader and a member, the sheet of work that is no class, a certificate that came as a link, a picture by a name,
 * papers of a review that is not locked, minutes of a proposal that came without, a village's sheet of a review none of
 * whose months is sealed.
 */
export const NOT_THE_OFFICES: ReadonlySet<string> = new Set([
  "/chuyen/:storyId/anh/:file",
  "/chuyen/:storyId/sua",
  "/tap-huan/chung-chi/:trainingCertificateId/tep",
  "/van-phong/giao-viec/:orderId",
  "/van-phong/khen-thuong/:proposalId/tep",
  "/van-phong/nam/:reviewId/goi-mo.zip",
  "/van-phong/nam/:reviewId/thon/:villageId",
  "/van-phong/nam/:reviewId/thon/:villageId/can-cu",
  "/van-phong/nam/:reviewId/van-ban/:paperKind",
  "/van-phong/nam/:reviewId/van-ban/tep/:yearPaper/:yearPaperFile",
  "/van-phong/nam/:reviewId/van-ban/to-in-thu.pdf",
  "/viec-duoc-giao/:partId",
  "/viec/:claim/lop",
]);

const PARAMETER = /:([a-zA-Z]+)\??/g;

export function namesRecord({ address }: Door): boolean {
  return [...address.matchAll(PARAMETER)].some(([, name]) => (name ?? "") in NAMED);
}

export function fillAddress({ address }: Door, records: Records): string {
  return address
    .replace(PARAMETER, (_, name: string) => {
      const key = (NAMED as Record<string, keyof Records>)[name];
      const value = key === undefined ? PLAIN[name] : String(records[key]);
      if (value === undefined)
        throw new Error(`nothing is planted for ":${name}" of ${address}: name it in NAMED or PLAIN`);
      return value;
    })
    .replace(/^\*$/, "/khong-co-trang-nay")
    .replace(/\*$/, "khong-co-trang-nay");
}

/** A form as a stranger would fill it in: every field that could name a record of theirs names it. */
export function stuffedForm(records: Records, accountId: string, button: string): URLSearchParams {
  const form = new URLSearchParams({
    accountId,
    member: String(records.memberId),
    team: String(records.teamId),
    village: String(records.villageId),
    id: String(records.membershipId),
    to: String(records.memberId),
    toMember: String(records.memberId),
    fromMember: String(records.memberId),
    toTeam: String(records.teamId),
    oldTeam: String(records.teamId),
    unit: String(records.villageId),
    intent: button,
    act: button,
    action: button,
    kind: button,
    name: "Nguyễn Thị Kẻ Lạ",
    fullName: "Nguyễn Thị Kẻ Lạ",
    reason: "Không có lý do nào cả",
    from: "2026-11-20",
    until: "2026-12-20",
    date: "2026-11-20",
    role: "member",
    source: "decision",
    revision: "1",
    households: "1",
    adults: "1",
  });
  // Only what names a record: a commune's texts, sent by the test itself, would come back as a leak.
  for (const name of Object.values(NAMED)) form.set(name, String(records[name]));
  // Buttons that carry the record in their own value.
  if (!form.has(button)) form.set(button, accountId);
  return form;
}
