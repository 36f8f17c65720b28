import path from "node:path";
import { localDateAt, partsOf } from "#app/domain/calendar/local-date.ts";
import type { Config } from "#app/platform/config/config.ts";
import { DEMO_ROLES, makeDemoFixture } from "#prisma/seed/demo/demo-commune.ts";
import {
  type DemoSignIns,
  keepDemoSignIns,
  printableSignIns,
} from "#prisma/seed/demo/demo-sign-ins.server.ts";
import { loadDemoAwards } from "#prisma/seed/demo/load-demo-awards.server.ts";
import { announceDemoCampaigns } from "#prisma/seed/demo/load-demo-campaigns.server.ts";
import { loadDemoCarriedOver } from "#prisma/seed/demo/load-demo-carried-over.server.ts";
import { loadDemoCouncil } from "#prisma/seed/demo/load-demo-council.server.ts";
import { loadDemoCriteria } from "#prisma/seed/demo/load-demo-criteria.server.ts";
import { loadDemoForms } from "#prisma/seed/demo/load-demo-forms.server.ts";
import { loadDemoHeld } from "#prisma/seed/demo/load-demo-held.server.ts";
import { loadDemoMarks } from "#prisma/seed/demo/load-demo-marks.server.ts";
import { loadDemoPapers } from "#prisma/seed/demo/load-demo-papers.server.ts";
import { loadDemoPlan } from "#prisma/seed/demo/load-demo-plan.server.ts";
import { loadDemoPoints } from "#prisma/seed/demo/load-demo-points.server.ts";
import { loadDemoPublication } from "#prisma/seed/demo/load-demo-publication.server.ts";
import { loadDemoReviews } from "#prisma/seed/demo/load-demo-reviews.server.ts";
import { loadDemoStories } from "#prisma/seed/demo/load-demo-stories.server.ts";
import { loadDemoSupport } from "#prisma/seed/demo/load-demo-support.server.ts";
import { loadDemoSurvey } from "#prisma/seed/demo/load-demo-survey.server.ts";
import { loadDemoTargets } from "#prisma/seed/demo/load-demo-targets.server.ts";
import { loadDemoTasks } from "#prisma/seed/demo/load-demo-tasks.server.ts";
import { loadDemoThanks } from "#prisma/seed/demo/load-demo-thanks.server.ts";
import { loadDemoTitles } from "#prisma/seed/demo/load-demo-titles.server.ts";
import { loadDemoTraining } from "#prisma/seed/demo/load-demo-training.server.ts";
import { loadDemoYear } from "#prisma/seed/demo/load-demo-year.server.ts";
import { publishDemoBoard } from "#prisma/seed/demo/publish-demo-board.server.ts";
import { loadFixture } from "#prisma/seed/load-fixture.server.ts";
import type { CommandFacts } from "../command-facts.ts";
import { loadBuiltPages } from "../load-built-pages.server.ts";
import { readCommandConfig } from "../read-command-config.server.ts";
import { serveUntilStopped } from "../serve-until-stopped.server.ts";
import { type RunningHouse, startHouse } from "../start-house.server.ts";

const SAY = (text: string) => process.stdout.write(text);

/** `npm run demo`: a fictional commune in a data folder of its own. `-- --codes` prints the codes of this moment. */
export async function run(facts: CommandFacts): Promise<void> {
  const asked = readCommandConfig({ ...facts, args: [] });
  const config: Config = { ...asked, dataDir: path.join(asked.dataDir, "demo") };
  const signIns = await keepDemoSignIns(config.dataDir, DEMO_ROLES);
  if (facts.args.includes("--codes")) {
    SAY(printableSignIns(signIns, new Date()));
    return;
  }
  await serveUntilStopped(
    () => startDemo(config, signIns),
    (house) => {
      const seconds = (Number(process.hrtime.bigint() - facts.startedAt) / 1e9).toFixed(1);
      SAY(`\nThi đua số: ${house.address}   (a fictional commune, ready in ${seconds} s)\n\n`);
      SAY(printableSignIns(signIns, new Date()));
      if (!process.stdin.isTTY) return;
      SAY("\nPress Enter for the codes of the moment, Ctrl+C to stop.\n");
      process.stdin.on("data", () => SAY(printableSignIns(signIns, new Date())));
    },
  );
}

async function startDemo(config: Config, signIns: DemoSignIns): Promise<RunningHouse> {
  const house = await startHouse(config, loadBuiltPages, async ({ platform, opened }) => {
    const maintain = opened.openPool("maintain", { name: "demo", max: 1 });
    const owner = opened.openPool("owner", { name: "demo", max: 1 });
    try {
      const { year } = partsOf(localDateAt(platform.clock.now().getTime()));
      const fixture = makeDemoFixture(signIns, year);
      await loadFixture({ platform, maintain }, fixture);
      for (const { code } of fixture.communes) {
        const { rows } = await maintain.query<{ id: number }>("select id from commune where code = $1", [
          code,
        ]);
        for (const { id } of rows) {
          await announceDemoCampaigns(platform, id);
          await loadDemoYear(platform, id, () => owner.query("analyze"));
          await loadDemoCarriedOver(platform, id);
          await loadDemoCriteria(platform, id);
          await loadDemoThanks(platform, id);
          await loadDemoHeld(platform, id);
          await loadDemoTitles(platform, id);
          await loadDemoTraining(platform, id);
          await loadDemoSurvey(platform, id);
          await loadDemoPoints(platform, id);
          await loadDemoStories(platform, id);
          await loadDemoSupport(platform, id);
          await loadDemoReviews(platform, id);
          await loadDemoAwards(platform, id);
          await loadDemoCouncil(platform, id);
          await loadDemoMarks(platform, id);
          await loadDemoPapers(platform, id);
          await loadDemoPublication(platform, id);
          await loadDemoForms(platform, id);
          await loadDemoTargets(platform, id);
          await loadDemoPlan(platform, id);
          await loadDemoTasks(platform, id);
          await publishDemoBoard(platform, id);
        }
      }
    } finally {
      await Promise.all([maintain.end(), owner.end()]);
    }
  });
  return house;
}
