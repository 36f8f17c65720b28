import { describe, expect, it } from "vitest";
import { makeRouteNamer } from "./name-routes.ts";

const name = makeRouteNamer([
  { id: "root", path: "" },
  { id: "home", parentId: "root" },
  { id: "board", parentId: "root", path: "bang-xep-hang/:ky" },
  { id: "board-now", parentId: "root", path: "bang-xep-hang/nay" },
  { id: "office", parentId: "root", path: "phong" },
  { id: "team", parentId: "office", path: "to/:id" },
  { id: "optional", parentId: "root", path: "tim/:q?" },
  { id: "files", parentId: "root", path: "tai-ve/*" },
  { id: "rest", parentId: "root", path: "*" },
]);

describe("an address is named by its route's pattern", () => {
  it.each([
    ["/", "/"],
    ["/_root.data", "/"],
    ["/bang-xep-hang/2026-11", "/bang-xep-hang/:ky"],
    ["/bang-xep-hang/2026-11.data", "/bang-xep-hang/:ky"],
    ["/bang-xep-hang/nay", "/bang-xep-hang/nay"],
    ["/phong", "/phong"],
    ["/phong/to/019a", "/phong/to/:id"],
    ["/phong/to/019a/", "/phong/to/:id"],
    ["/tim", "/tim/:q?"],
    ["/tim/an", "/tim/:q?"],
    ["/tai-ve/a/b/c", "/tai-ve/*"],
    ["/0912345678", "unknown"],
    ["/phong/to/019a/more", "unknown"],
    ["/Nguyễn", "unknown"],
  ])("%s is %s", (address, pattern) => expect(name(address)).toBe(pattern));
});
