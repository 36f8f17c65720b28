import path from "node:path";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Paper } from "#app/domain/documents/paper.ts";
import { writePaperDocx } from "#app/features/documents/write-paper-docx.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { composeAchievement } from "#app/features/year-papers/compose-achievement.ts";
import { composeBallot, composeTally } from "#app/features/year-papers/compose-ballot.ts";
import { composeDecision } from "#app/features/year-papers/compose-decision.ts";
import { composeMinutes } from "#app/features/year-papers/compose-minutes.ts";
import { composeNotice } from "#app/features/year-papers/compose-notice.ts";
import { composeSubmission } from "#app/features/year-papers/compose-submission.ts";
import { composeVillages } from "#app/features/year-papers/compose-villages.ts";
import { apartForTests } from "#tests/support/apart-for-tests.ts";
import {
  findOffice,
  findPdfToText,
  readAllByOffice,
  readByOffice,
  readPdfText,
} from "#tests/support/office-programs.ts";
import {
  sampleAchievement,
  sampleCouncil,
  sampleList,
  sampleNominees,
  sampleReview,
  sampleSetting,
  sampleVillages,
} from "#tests/support/sample-year.ts";

const setting = sampleSetting;
const review = sampleReview;
const list = sampleList;
const council = sampleCouncil;
const open = { number: null, day: null };
const filed = { number: "07/QĐ-UBND", day: "2026-12-21" as LocalDate };

const papers = {
  submission: composeSubmission({ setting, review, list, council, villages: sampleVillages }, open),
  villages: composeVillages({ setting, review, villages: sampleVillages }, open),
  minutes: composeMinutes({ setting, review, council }, open),
  ballot: composeBallot({ setting, review, nominees: sampleNominees, isSecret: true }, open),
  tally: composeTally({ setting, review, council }, open),
  achievement: composeAchievement({ setting, review, achievement: sampleAchievement }, open),
  decision: composeDecision({ setting, review, list, council }, filed),
  notice: composeNotice({ setting, review, list }, { ...filed, number: "09/TB-UBND" }),
} satisfies Record<string, Paper>;

describe("K04: the papers of the year", () => {
  it("K04: the submission adds up its money by hand: one line a kind, base pay times coefficient, rounded up", () => {
    const text = wordsOf(papers.submission);
    expect(text).toContain(
      "Mức 1.520.000 đồng đối với tập thể (lương cơ sở 2.530.000 đồng × 0,6, làm tròn lên hàng chục nghìn): 01 tập thể, cộng 1.520.000 đồng.",
    );
    expect(text).toContain("Tổng số tiền thưởng: 3.420.000 đồng.");
    expect(papers.submission.number).toBe("Số:        /TTr-VHXH");
    expect(papers.submission.placeAndDate).toBe("Nậm Mười, ngày        tháng        năm 2026");
  });

  it("K04: the submission names every departure from the ranking and everyone left out, each with its reason", () => {
    const text = wordsOf(papers.submission);
    expect(text).toContain("Bản Mới: Chọn giữa hai bản bằng điểm vì tập thể có trên 70% là nữ");
    expect(text).toContain("Bản Xa: Đang xác minh đơn phản ánh");
  });

  it("K04: the list is fixed by a closing line, and says under it what it is made of", () => {
    const blocks = papers.submission.annexes[0]?.blocks ?? [];
    const said = blocks.flatMap((block) =>
      block.is === "table" ? [] : block.is === "list" ? block.items : block.text,
    );
    expect(said).toEqual([
      "Ấn định danh sách có 01 tập thể, 01 cá nhân, 01 hộ gia đình./.",
      "Cơ cấu danh sách:",
      "Nữ trong số cá nhân: 1/1 (100%)",
      "Số bản có tên trong danh sách: 2/3 (66,66%)",
    ]);
  });

  it("K04: the table of villages has the sixteen columns of practice; no data is a dash, and a village without a rank has a note", async () => {
    const { sheets } = await readXlsx(await writePaperXlsx(papers.villages));
    const rows = sheets[0]?.rows ?? [];
    const heading = rows.find((row) => row[1] === "Bản");
    expect(heading).toHaveLength(16);
    expect(rows.find((row) => row[1] === "Bản Lạ")).toEqual([
      1,
      "Bản Lạ",
      120,
      7,
      612,
      0.8497,
      11,
      12,
      2,
      1.5,
      0,
      92.84,
      1,
      "Xuất sắc",
      "Giấy khen",
      "",
    ]);
    expect(rows.find((row) => row[1] === "Bản Mới")?.slice(4)).toEqual([
      "–",
      "–",
      "–",
      4,
      "–",
      0,
      0,
      "–",
      "–",
      "",
      "",
      "Chưa đủ số liệu các tháng",
    ]);
    expect(papers.villages.isAcross).toBe(true);
  });

  it("K04: minutes follow Mẫu 1.9: no line of place and day, the secretary signs left and the chair right, dissent kept", () => {
    expect(papers.minutes.placeAndDate).toBeNull();
    expect(papers.minutes.foot.signers.map(({ lines, name }) => [...lines, name])).toEqual([
      ["Thư ký", "Hà Thị Thư"],
      ["Chủ tọa", "Lò Văn Chủ"],
    ]);
    const text = wordsOf(papers.minutes);
    expect(text).toContain("Tham gia ý kiến: 06/07 thành viên; cần ít nhất 05 thành viên.");
    expect(text).toContain("Lù Thị Hội: Đề nghị thêm một cá nhân của Bản Mới");
  });

  it("K04: a secret ballot bears no name and no signature; an open one asks for both", () => {
    expect(papers.ballot.foot.signers).toEqual([]);
    expect(wordsOf(papers.ballot)).not.toContain("Họ và tên");
    const shown = composeBallot({ setting, review, nominees: sampleNominees, isSecret: false }, open);
    expect(shown.foot.signers).toHaveLength(1);
    expect(wordsOf(shown)).toContain("Họ và tên thành viên");
  });

  it("K04: the decision is the chairman's own, rests on laws without numbers, and says the money in Article 2", () => {
    const text = wordsOf(papers.decision);
    expect(text).toMatch(
      /^CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NẬM MƯỜI\nCăn cứ Luật Tổ chức chính quyền địa phương;/,
    );
    expect(text).toContain("Tổng số tiền: 3.420.000 đồng");
    expect(papers.decision.number).toBe("Số: 07/QĐ-UBND");
    expect(papers.decision.annexes[0]?.attachedTo).toBe(
      "(Kèm theo Quyết định số 07/QĐ-UBND ngày 21 tháng 12 năm 2026 của Chủ tịch Ủy ban nhân dân xã Nậm Mười)",
    );
  });

  it("K04: the posted notice has names and places, and neither years of birth nor votes nor money", () => {
    const posted = JSON.stringify(papers.notice);
    expect(posted).toContain("Lường Thị Thảo");
    for (const kept of ["1985", "7/7", "760000", "760.000"]) expect(posted).not.toContain(kept);
  });
});

const soffice = findOffice();
const pdfToText = findPdfToText();
const names = Object.keys(papers) as (keyof typeof papers)[];

describe.skipIf(soffice === null)("LibreOffice", () => {
  it("K04: opens every document of the year and reads each word of it as it was read before", {
    timeout: 120_000,
  }, async () => {
    const files = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await writePaperDocx(papers[name])] as const)),
    );
    const read = readAllByOffice(soffice ?? "", files, "docx");
    for (const name of names) await expect(read[name]).toMatchFileSnapshot(`year-${name}-docx.txt`);
  });

  it("K04: opens the workbook of the villages", { timeout: 120_000 }, async () => {
    const read = readByOffice(soffice ?? "", await writePaperXlsx(papers.villages), "xlsx");
    await expect(read).toMatchFileSnapshot("year-villages-xlsx.csv");
  });
});

describe.skipIf(pdfToText === null)("the papers of the year as PDF", () => {
  const apart = apartForTests();
  const packages = path.resolve("node_modules");
  it.each(names)("K04: %s says what its document says", { timeout: 120_000 }, async (name) => {
    const printed = await apart.run("print-paper", { packages, paper: papers[name] });
    if (!printed.ok) throw new Error(printed.code);
    await expect(readPdfText(pdfToText ?? "", printed.output)).toMatchFileSnapshot(`year-${name}-pdf.txt`);
  });
});

function wordsOf(paper: Paper): string {
  return paper.blocks
    .flatMap((block) => {
      if (block.is === "table") return [];
      if (block.is === "list") return block.items;
      return block.is === "paragraph" && block.lead !== undefined
        ? `${block.lead} ${block.text}`
        : block.text;
    })
    .join("\n");
}
