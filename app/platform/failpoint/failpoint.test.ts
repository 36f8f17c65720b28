import { expect, it, vi } from "vitest";
import { failpoint } from "./failpoint.server.ts";

function pass(mode: "test" | "production", names: readonly string[]): number {
  const kill = vi.spyOn(process, "kill").mockReturnValue(true);
  const config = { mode, failpoint: { name: "outbox.after-publish", pass: 2 } };
  for (const name of names) failpoint(config, name);
  const kills = kill.mock.calls.length;
  kill.mockRestore();
  return kills;
}

const named = "outbox.after-publish";

it("a failpoint kills at its n-th pass, and other points are not counted", () => {
  expect(pass("test", [named, "job.after-begin"])).toBe(0);
  expect(pass("test", [named, "job.after-begin", named])).toBe(1);
});

it("a failpoint never kills outside tests", () => {
  expect(pass("production", [named, named, named])).toBe(0);
});
