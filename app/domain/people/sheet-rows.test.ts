import { describe, expect, it } from "vitest";
import { looksLikeSection } from "./sheet-rows.ts";

describe("a row between the people that names their village", () => {
  it.each([
    [["I. Thôn 1"]],
    [["IV", "Bản Lạ"]],
    [["II)", null, "Đội Bốn"]],
    [["THÔN ĐOÀN KẾT"]],
    [["Tổ dân phố 3"]],
    [["3. Xóm Mới"]],
    [["V Bản Cuôn"]],
  ])("%j", (cells) => expect(looksLikeSection(cells)).toBe(true));

  it.each([
    [["Vì Thị Bốn", "Thôn 2"]],
    [["VI THỊ BỐN", "Thôn 2"]],
    [["Vi Văn Thắng"]],
    [["Bàn Tài Sơn", "Thôn 2"]],
    [["Lang Thị Xuân"]],
    [[12, "Lò Văn Hai"]],
  ])("%j is somebody", (cells) => expect(looksLikeSection(cells)).toBe(false));
});
