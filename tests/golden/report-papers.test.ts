import path from "node:path";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { type Paper, tablesOf } from "#app/domain/documents/paper.ts";
import type { ReportPaper } from "#app/domain/reports/report.ts";
import { writePaperDocx } from "#app/features/documents/write-paper-docx.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { composeNotice } from "#app/features/report-documents/compose-notice.ts";
import { composeFragment, composeReport } from "#app/features/report-documents/compose-report.ts";
import { apartForTests } from "#tests/support/apart-for-tests.ts";
import { findOffice, findPdfToText, readByOffice, readPdfText } from "#tests/support/office-programs.ts";
import { sampleReport } from "#tests/support/sample-report.ts";

const setting = {
  kinds: new Map([
    ["online-public-service", { name: "Dịch vụ công trực tuyến", pillar: "government" as const }],
    ["payment-account", { name: "Tài khoản thanh toán", pillar: "economy" as const }],
    ["online-safety", { name: "An toàn số", pillar: "society" as const }],
  ]),
  checkLink: "https://thi-dua.example/ky/202611",
};
const whole = composeReport(sampleReport, setting);
const { body } = sampleReport;

const team: ReportPaper = {
  ...sampleReport,
  route: sampleReport.route.map((step) => ({ ...step, byName: "Quàng Văn Phó", signedBy: "Lò Thị Trưởng" })),
  body: {
    ...body,
    subject: { is: "team", id: 11, name: "Tổ công nghệ số cộng đồng Bản Lạ", village: "Bản Lạ" },
    villages: [],
    teams: [],
    units: [],
  },
};

describe("J04: the office's monthly report", () => {
  it("J02, J04: says its members, its results by pillar and each village on the annex, from the body alone", () => {
    const text = wordsOf(whole);
    expect(text).toContain("15 người, trong đó 7 nữ");
    expect(text).toContain("180 lượt; 120 người xác định được, trong đó 54 người sử dụng thành thạo");
    expect(text).toContain("54/150 người (đạt 36%)");
    expect(text).toContain("120/360 hộ (33,33%)");
    expect(text).toContain("lượt hướng dẫn tăng 30");
    expect(whole.annexes.map(({ title, subject }) => `${title}: ${subject}`)).toEqual([
      "Phụ lục I: Kết quả theo bản",
      "Phụ lục II: Kết quả theo nội dung công việc",
      "Phụ lục III: Tình hình gửi báo cáo",
    ]);
  });

  it("J07: says difficulties and proposals, “Không có” where that was said, and what was raised through the program", () => {
    const text = wordsOf(whole);
    expect(text).toContain("III. KHÓ KHĂN, VƯỚNG MẮC");
    expect(text).toContain("Đường đi lại khó vào mùa mưa.");
    expect(text).toContain("Bản Mới: Sóng di động yếu ở khu vực đầu bản (phản ánh ngày 03/11/2026)");
    expect(text).toMatch(/IV\. ĐỀ XUẤT, KIẾN NGHỊ\nKhông có\./);
    expect(text).not.toContain("NỘI DUNG KHÁC");
  });

  it("J04: becomes a notice to the teams: place by place in the order of the board, who sent, what was answered", () => {
    const notice = composeNotice(sampleReport, setting);
    if (notice === null) throw new Error("a consolidated report has a notice");
    expect([notice.type, notice.number]).toEqual(["Thông báo", "Số:        /TB-VHXH"]);
    expect(notice.addressees?.names).toEqual(["Các Tổ công nghệ số cộng đồng", "Trưởng các bản"]);
    expect(notice.annexes).toEqual([]);
    const table = tablesOf(notice)[0]?.table;
    const ranks = table?.groups[0]?.rows.map(([rank]) => rank) ?? [];
    expect(ranks).toEqual([...ranks].sort((left, right) => Number(left ?? 99) - Number(right ?? 99)));
    const text = wordsOf(notice);
    expect(text).toContain("Phòng Văn hóa - Xã hội thông báo kết quả tháng 11 năm 2026");
    expect(text).toMatch(/Đúng hạn: \d+\/\d+ tổ, đơn vị/);
    expect(text).toContain("Trân trọng thông báo./.");
    expect(text).not.toContain("Bản nháp");
    expect(composeNotice(team, setting)).toBeNull();
  });

  it("F05, L03: names the five figures of the campaign and the subtotal of Đề án 06", () => {
    const text = wordsOf(whole);
    for (const figure of [
      "Lượt thành viên tham gia: 84",
      "Lượt người dân được hướng dẫn: 180",
      "Hồ sơ trực tuyến phát sinh: 66",
      "Chứng thư chữ ký số đã tạo: 18",
      "Lượt ký số khi nộp hồ sơ: 12",
      "24 việc, 60 lượt (đã tính trong các số trên)",
    ])
      expect(text).toContain(figure);
  });

  it("J23: says what second looks by lot found, and a rate only once enough were asked", () => {
    expect(wordsOf(whole)).toContain("Đã hậu kiểm 20 việc, 19 việc đúng (95%).");
    const few = { agrees: 3, differs: 0, unreachable: 0, rateBasisPoints: null };
    const paper = composeReport({ ...sampleReport, body: { ...body, quality: few } }, setting);
    expect(wordsOf(paper)).toContain("Đã hậu kiểm 3 việc, 3 việc đúng; mẫu còn ít, chưa tính tỷ lệ.");
  });

  it("a figure without data is a dash and never a zero; rates round down, so that nobody passes by rounding", async () => {
    const { sheets } = await readXlsx(await writePaperXlsx(whole));
    const villages = sheets.find(({ name }) => name === "Kết quả theo bản")?.rows ?? [];
    expect(villages.find((row) => row[1] === "Bản Mới")?.slice(7)).toEqual([9, "–", "–", "–", "–", "–", 10]);
    expect(villages.find((row) => row[1] === "Bản Lạ")?.slice(7)).toEqual([27, 50, 0.54, 60, 120, 0.5, 30]);
  });

  it("J27, J09: goes from the office to the committee, with the recipients the commune configured and the seal it rests on", () => {
    expect(whole.letterhead).toMatchObject({
      superiorBody: "Ủy ban nhân dân xã Nậm Mười",
      issuingBody: "Phòng Văn hóa - Xã hội",
    });
    expect(whole.number).toBe("Số:        /BC-VHXH");
    expect(whole.addressees?.names).toEqual(["Ủy ban nhân dân xã Nậm Mười"]);
    expect(whole.foot.recipients).toEqual(["Như trên", "Các tổ", "Lưu: VT, VHXH"]);
    expect(whole.check?.line).toBe(
      "Mã báo cáo 3f1c9ad2b77e0c55 · mã chốt kỳ a1b2c3d4e5f60718 · số liệu lúc 10:29, 17/11/2026",
    );
  });
});

describe("J09: a team's report", () => {
  it("J09: goes to the committee through the office, signed by the leader for whom a deputy sent it", () => {
    const paper = composeReport(team, setting);
    expect(paper.letterhead?.issuingBody).toBe("Tổ công nghệ số cộng đồng Bản Lạ");
    expect(paper.addressees?.names).toEqual(["Ủy ban nhân dân xã Nậm Mười", "Phòng Văn hóa - Xã hội"]);
    expect(paper.foot.signers).toEqual([{ lines: ["Tổ trưởng"], hint: null, name: "Lò Thị Trưởng" }]);
    expect(paper.number).toBeNull();
    expect(paper.foot.recipients).toEqual(["Như trên", "Lưu"]);
  });

  it("a draft leaves its day to be written when it is signed", () => {
    const draft = composeReport({ ...team, state: "draft", route: [] }, setting);
    expect(draft.placeAndDate).toBe("Nậm Mười, ngày        tháng        năm 2026");
    expect(draft.foot.signers[0]?.name).toBeNull();
  });
});

describe("J06: a part for another report", () => {
  it("J06: has the text and its annexes, without head, addressee and signature", async () => {
    const part = composeFragment(sampleReport, setting);
    expect(part).toMatchObject({ letterhead: null, addressees: null, foot: { signers: [], recipients: [] } });
    expect(wordsOf(part)).toContain("II. KẾT QUẢ THỰC HIỆN");
    expect(wordsOf(part)).not.toContain("Trên đây là báo cáo");
    expect((await writePaperDocx(part)).byteLength).toBeGreaterThan(5_000);
  });
});

const soffice = findOffice();
const pdfToText = findPdfToText();

describe.skipIf(soffice === null)("LibreOffice", () => {
  it("J04: opens the report and reads every word of it as it was read before", {
    timeout: 120_000,
  }, async () => {
    const read = readByOffice(soffice ?? "", await writePaperDocx(whole), "docx");
    await expect(read).toMatchFileSnapshot("report-docx.txt");
  });

  it("J04: opens its workbook and reads the villages as they were read before", {
    timeout: 120_000,
  }, async () => {
    const read = readByOffice(soffice ?? "", await writePaperXlsx(whole), "xlsx");
    await expect(read).toMatchFileSnapshot("report-xlsx.csv");
  });
});

describe.skipIf(pdfToText === null)("the report as PDF", () => {
  it("J04: says what the document says", { timeout: 120_000 }, async () => {
    const printed = await apartForTests().run("print-paper", {
      packages: path.resolve("node_modules"),
      paper: whole,
    });
    if (!printed.ok) throw new Error(printed.code);
    await expect(readPdfText(pdfToText ?? "", printed.output)).toMatchFileSnapshot("report-pdf.txt");
  });
});

function wordsOf(paper: Paper): string {
  return paper.blocks
    .flatMap((block) => {
      if (block.is === "table") return [];
      return block.is === "list" ? block.items : [block.text];
    })
    .join("\n");
}
