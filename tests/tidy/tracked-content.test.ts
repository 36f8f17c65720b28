import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { findMachineTraces } from "./checks/tracked-content.ts";
import { house, planted } from "./house.ts";

/** Where this machine gets its packages from, which is nobody else's business. */
function registryHosts(): string[] {
  const address = execFileSync("npm", ["config", "get", "registry"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
  return URL.canParse(address) ? [new URL(address).host] : [];
}

describe("what is in the repository", () => {
  it("names no folder of one machine, no registry's host and holds no key", () => {
    expect(findMachineTraces(house, registryHosts())).toEqual([]);
  });
});

describe("canaries of what is in the repository", () => {
  it.each([
    ["/home", "/anna/project"].join(""),
    ["/ro", "ot/x.ts"].join(""),
    ["/wo", "rk/main"].join(""),
    ["https://regi", "stry.example.org/a.tgz"].join(""),
    ["-----BEGIN RSA PRIV", "ATE KEY-----"].join(""),
  ])("%s is found", (text) => {
    expect(findMachineTraces(planted("docs/a.md", `see ${text} there`))).toHaveLength(1);
  });

  it("the host of this machine's registry is found by name", () => {
    expect(findMachineTraces(planted("a.md", "from packages.example"), ["packages.example"])).toHaveLength(1);
  });

  it("paths inside the house stay silent", () => {
    expect(
      findMachineTraces(
        planted("a.md", "app/root.tsx, ./work/list, /home page, https://example.org/home/anna"),
      ),
    ).toEqual([]);
  });
});
