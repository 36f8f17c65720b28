import { readFileSync } from "node:fs";
import { findClaims, type RequirementGroup, requirementsText } from "./checks/requirements.ts";
import type { SourceFile } from "./checks/source.ts";

export const REQUIREMENTS_FILE = "docs/requirements.md";

export function readRequirements(): RequirementGroup[] {
  return JSON.parse(readFileSync("docs/requirements.json", "utf8")) as RequirementGroup[];
}

export function requirementsNow(files: readonly SourceFile[]): string {
  return requirementsText(readRequirements(), findClaims(files));
}
