import { describe, expect, it } from "vitest";
import { goOn } from "./go-on.server.ts";

describe("the way on to the next page", () => {
  it("leads to any path, whatever letters were typed into it", () => {
    const on = goOn("/van-phong/bao-cao?tìm=Hoà Bình&ký=😀");
    expect(on.status).toBe(303);
    expect(on.headers.get("Location")).toBe(
      "/van-phong/bao-cao?t%C3%ACm=Ho%C3%A0%20B%C3%ACnh&k%C3%BD=%F0%9F%98%80",
    );
  });

  it("leaves alone what is written as addresses are", () => {
    expect(goOn("/bang?ky=202611&tim=Ho%C3%A0#hang").headers.get("Location")).toBe(
      "/bang?ky=202611&tim=Ho%C3%A0#hang",
    );
  });
});
