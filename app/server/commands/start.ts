import type { CommandFacts } from "../command-facts.ts";
import { loadBuiltPages } from "../load-built-pages.server.ts";
import { readCommandConfig } from "../read-command-config.server.ts";
import { serveUntilStopped } from "../serve-until-stopped.server.ts";
import { startHouse } from "../start-house.server.ts";

/** `npm start`, `npm run start:web`, `npm run start:worker`. */
export async function run(facts: CommandFacts): Promise<void> {
  const config = readCommandConfig(facts);
  await serveUntilStopped(
    () => startHouse(config, loadBuiltPages),
    ({ address, firstOfficerLink }) => {
      const seconds = (Number(process.hrtime.bigint() - facts.startedAt) / 1e9).toFixed(1);
      process.stdout.write(`\n${address ? `Thi đua số: ${address}` : "Thi đua số: worker"} (${seconds} s)\n`);
      if (firstOfficerLink) {
        process.stdout.write(
          `\nNobody has set this house up yet. The first officer opens this link, once, within 24 hours:\n${firstOfficerLink}\n\n`,
        );
      }
    },
  );
}
