import { expect, it } from "vitest";
import { suggestPlaces } from "./venue.ts";

it("A42: the village's own places come first, the commune's after, and one name once", () => {
  expect(
    suggestPlaces([
      { name: "Bộ phận Một cửa", villageId: null },
      { name: "Chợ phiên", villageId: null },
      { name: "Nhà văn hóa thôn Đông", villageId: 3 },
      { name: "Chợ phiên", villageId: 3 },
    ]),
  ).toEqual(["Nhà văn hóa thôn Đông", "Chợ phiên", "Bộ phận Một cửa"]);
});
