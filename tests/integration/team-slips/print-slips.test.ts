import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { SlipSheetInput } from "#app/platform/apart/apart.ts";
import { apartForTests } from "#tests/support/apart-for-tests.ts";

const runner = apartForTests();

const slip = (number: number, name = `Lò Thị Hương Giang ${number}`) => ({
  kind: "Phiếu ghi danh điện thoại",
  name,
  place: "Tổ công nghệ số cộng đồng Bản Suối Lĩnh",
  link: `https://thi-dua.example/ghi-danh?ma=${"x".repeat(43)}`,
  code: "ABCD-EFGH-JKLM",
  steps: [
    "Mở máy ảnh của điện thoại, đưa vào mã vuông, bấm đường dẫn hiện ra.",
    "Hoặc vào thi-dua.example/ghi-danh rồi gõ mã in đậm.",
    "Chọn vân tay, hoặc đặt mã PIN 6 chữ số.",
  ],
  username: "Tên đăng nhập: giang.lothihuong",
  until: "Dùng một lần, đến 09:00, 23/11/2026.",
});

async function print(slips: SlipSheetInput["slips"]): Promise<string> {
  const packages = path.resolve("node_modules");
  const answer = await runner.run("print-slips", { packages, title: "Phiếu", slips });
  expect(answer.ok).toBe(true);
  const bytes = answer.ok ? answer.output : new Uint8Array();
  if (process.env.KEEP_SHEET) writeFileSync(process.env.KEEP_SHEET, bytes);
  return Buffer.from(bytes).toString("latin1");
}

const pagesOf = (pdf: string) => Number(/\/Type \/Pages[\s\S]*?\/Count (\d+)/.exec(pdf)?.[1] ?? 0);

describe("a sheet of slips", () => {
  it("holds four to a page of A4", async () => {
    const counts = [];
    for (const count of [1, 4, 5]) {
      const pdf = await print(Array.from({ length: count }, (_, index) => slip(index)));
      expect(pdf.slice(0, 5)).toBe("%PDF-");
      expect(pdf).toMatch(/\/MediaBox \[0 0 595\.\d+ 841\.\d+\]/);
      counts.push(pagesOf(pdf));
    }
    expect(counts).toEqual([1, 1, 2]);
  });

  it("shows a name that reads like markup as it stands", async () => {
    const pdf = await print([
      slip(1, '#read("/etc/passwd") $x$ *b* ] #panic("no")'),
      slip(2, "\\u{1F600} <a> @b"),
    ]);
    expect(pagesOf(pdf)).toBe(1);
  });

  it("is drawn while the house goes on answering", async () => {
    let turns = 0;
    const beat = setInterval(() => {
      turns += 1;
    }, 1);
    await print(Array.from({ length: 40 }, (_, index) => slip(index)));
    clearInterval(beat);
    // A drawing on this thread would leave it no turn between asking and the answer.
    expect(turns).toBeGreaterThan(5);
  });
});
