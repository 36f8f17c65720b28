import { describe, expect, it } from "vitest";
import { compareNames, detectLegacyEncoding, shortenName, splitName, uncapitalise } from "./person-name.ts";

describe("names of people", () => {
  it("derives family, middle and given name, also of one-word, five-word and ethnic names", () => {
    expect(splitName("Nguyễn Thị Hồng Ánh")).toEqual({ family: "Nguyễn", middle: "Thị Hồng", given: "Ánh" });
    expect(splitName("Dung")).toEqual({ family: "", middle: "", given: "Dung" });
    expect(splitName("H'Hen Niê")).toEqual({ family: "H'Hen", middle: "", given: "Niê" });
    expect(splitName("  Tôn Nữ   Thị Ngọc Hà ")).toEqual({
      family: "Tôn",
      middle: "Nữ Thị Ngọc",
      given: "Hà",
    });
  });

  it("sorts by given name, then family, then middle, in the order of the Vietnamese alphabet", () => {
    const names = [
      "Trần Văn Đức",
      "Lê Thị An",
      "Nguyễn Ánh",
      "Phạm Dũng",
      "Đỗ Ăn",
      "Bùi Văn An",
      "Bùi Thị An",
    ];
    expect([...names].sort(compareNames)).toEqual([
      "Bùi Thị An",
      "Bùi Văn An",
      "Lê Thị An",
      "Nguyễn Ánh",
      "Đỗ Ăn",
      "Phạm Dũng",
      "Trần Văn Đức",
    ]);
  });

  it("shortens a name so that no given name is public without consent", () => {
    expect(shortenName("Nguyễn Thị Hồng Ánh")).toBe("Nguyễn T. H. Á.");
    expect(shortenName("Lê đức")).toBe("Lê Đ.");
    expect(shortenName("Dung")).toBe("Dung");
  });

  it("sets names typed in capitals again and leaves all others as they were written", () => {
    expect(uncapitalise("NGUYỄN THỊ HỒNG ÁNH")).toBe("Nguyễn Thị Hồng Ánh");
    expect(uncapitalise("H'HEN NIÊ")).toBe("H'Hen Niê");
    expect(uncapitalise("Y Thị Êban")).toBe("Y Thị Êban");
    expect(uncapitalise("K'Tiếu")).toBe("K'Tiếu");
  });

  it("tells old fonts from Unicode and never accuses an honest name", () => {
    expect(detectLegacyEncoding("NguyÔn V¨n Hïng")).toBe("tcvn3");
    expect(detectLegacyEncoding("TrÇn ThÞ Lan")).toBe("tcvn3");
    expect(detectLegacyEncoding("Nguyeãn Vaên Huøng")).toBe("vni");
    for (const honest of [
      "Nguyễn Văn Hùng",
      "Trần Thị Lan",
      "Tô Hà",
      "Lê Thúy",
      "Hồ Quý",
      "H'Hen Niê",
      "Mã Thòi",
      "Lò Và",
    ]) {
      expect(detectLegacyEncoding(honest), honest).toBeNull();
    }
  });
});
