import type { CriteriaSheet, Criterion } from "#app/domain/year/criteria-sheet.ts";
import type { TestOffice } from "../communes/office.ts";
import { type Commune, freshId } from "../roster/rosterers.ts";

const written = (key: string, title: string, maximum: number): Criterion => ({
  key,
  title,
  explanation: `${title}: văn phòng chấm theo văn bản.`,
  maximum,
  measure: { by: "document" },
  nature: "part",
});

const SHEET: CriteriaSheet = {
  groups: [
    {
      key: "all",
      title: "Các tiêu chí",
      criteria: [written("coverage", "Phủ hộ", 6_000), written("reports", "Báo cáo", 4_000)],
    },
  ],
  total: 10_000,
  bands: [{ key: "all", title: "Hoàn thành", from: 0, conditions: [] }],
  ties: [],
  quota: 2_000,
  clusters: [],
};

/** A review under an adopted sheet of two criteria, as it stands before anybody spoke. */
export async function plantReview(
  office: TestOffice,
  { communeId, officerId }: Commune,
  wish: { state?: "open" | "locked" } = {},
): Promise<string> {
  const id = freshId();
  const secondId = await office.makeAccount();
  const now = office.platform.clock.now();
  const { maintain } = office.db;
  await maintain.query(
    `insert into criteria_sheet (commune_id, version, title, document, content, content_sha256, state, made_by, made_at,
                                 asked_by, asked_at, adopted_by, adopted_at)
     values ($1, 1, 'Bảng điểm của xã', '12/QĐ-UBND', $2, sha256('x'), 'adopted', $3, $5, $3, $5, $4, $5)`,
    [communeId, JSON.stringify(SHEET), officerId, secondId, now],
  );
  const isLocked = wish.state === "locked";
  await maintain.query(
    `insert into review (commune_id, id, kind, year, title, first_month, last_month, sheet_version, state, opened_by,
                         opened_at, locked_by, locked_at)
     values ($1, $2, 'annual', 2026, 'Xét thi đua năm 2026', 202601, 202612, 1, $3, $4, $5, $6, $7)`,
    [communeId, id, wish.state ?? "open", officerId, now, isLocked ? officerId : null, isLocked ? now : null],
  );
  return id;
}
