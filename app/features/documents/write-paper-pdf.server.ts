import path from "node:path";
import type { Paper } from "#app/domain/documents/paper.ts";
import type { ApartAnswer } from "#app/platform/apart/apart.ts";
import type { Platform } from "#app/platform/platform.ts";

/** The paper as it is filed, drawn in a thread of its own. */
export function writePaperPdf(
  { apart, config }: Pick<Platform, "apart" | "config">,
  paper: Paper,
): Promise<ApartAnswer<Uint8Array>> {
  return apart.run("print-paper", { packages: path.join(config.appRoot, "node_modules"), paper });
}
