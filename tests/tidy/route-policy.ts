import type { RoutePolicy } from "./checks/routes.ts";

export const POLICY_FILE = "tests/tidy/route-policy.json";

/** One route a line, so that a change of a door is one line of a diff. */
export function policyText(policy: readonly RoutePolicy[]): string {
  return `[\n${policy.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]\n`;
}
