import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Runs the linter with the house's own rules over one file in a folder of its own. */
function lint(text: string): { status: number | null; output: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "lint-"));
  try {
    const settings = JSON.parse(readFileSync("biome.json", "utf8"));
    writeFileSync(path.join(folder, "biome.json"), JSON.stringify({ ...settings, vcs: { enabled: false } }));
    writeFileSync(path.join(folder, "planted.ts"), text);
    const biome = path.resolve("node_modules/@biomejs/biome/bin/biome");
    const { status, stdout, stderr } = spawnSync(process.execPath, [biome, "lint", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    return { status, output: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Type errors of one planted file under the house's own tsconfig. */
function typeErrors(text: string): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    "tsconfig.json",
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} },
  );
  if (!config) throw new Error("tsconfig.json cannot be read");
  const planted = path.resolve("app/domain/planted.ts");
  const options: ts.CompilerOptions = { ...config.options, types: [], skipLibCheck: true };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target, ...rest) =>
    name === planted ? ts.createSourceFile(name, text, target) : read(name, target, ...rest);
  const program = ts.createProgram([planted], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("canaries of the tools", { timeout: 60_000 }, () => {
  it("the linter still finds what it is there for", () => {
    expect(lint("export const a = 1;\n").status).toBe(0);
    for (const [text, rule] of [
      ["export const a: any = 1;\n", "noExplicitAny"],
      ['console.log("x");\n', "noConsole"],
      ['import { a } from "./a.ts";\n', "noUnusedImports"],
      ["export const b = (a?: string) => a!;\n", "noNonNullAssertion"],
    ] as const) {
      const { status, output } = lint(text);
      expect(status, rule).not.toBe(0);
      expect(output).toContain(rule);
    }
  });

  it("the type checker is strict", () => {
    expect(typeErrors("export const a: number = 1;")).toEqual([]);
    for (const text of [
      "export const a: number = 'one';",
      "export const first = (list: number[]): number => list[0];",
      "export function f(a) { return a; }",
      "export const length = (text: string | null) => text.length;",
    ]) {
      expect(typeErrors(text), text).toHaveLength(1);
    }
  });
});
