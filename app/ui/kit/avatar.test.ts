import { describe, expect, it } from "vitest";
import { initialsOf } from "./avatar.tsx";

describe("initials", () => {
  it.each([
    ["Nguyễn Thị Hồng Hạnh", "HH"],
    ["Đặng Văn Ướng", "VƯ"],
    ["Êban", "Ê"],
    ["y thị êban", "TÊ"],
    ["  Lò   Văn  Ún ", "VÚ"],
    ["", ""],
  ])("of %s are %s", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
