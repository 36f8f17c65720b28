import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeLog } from "#app/platform/log/make-log.server.ts";
import { printableSignIns } from "#prisma/seed/demo/demo-sign-ins.server.ts";
import { loadNation, type NationCounts, NationThere } from "#prisma/seed/national/load-nation.server.ts";
import { nationFolder } from "#prisma/seed/national/nation-sign-ins.server.ts";
import { judgeWish, type NationWish, USUAL_WISH, WHOLE_NATION } from "#prisma/seed/national/nation-size.ts";
import { buildHouse, type House } from "../build-house.server.ts";
import type { CommandFacts } from "../command-facts.ts";
import { readCommandConfig } from "../read-command-config.server.ts";

const USAGE = `npm run seed:national -- [--communes N] [--provinces N] [--villages N] [--households N] [--records-per-team N]
                        [--months N] [--seed N] [--planted-communes N] [--seal-months] [--whole-nation]

Fills an empty house with invented people and their work of the last months, by COPY through every wall and trigger.
  --communes N          ${USUAL_WISH.communes} by default; --whole-nation is ${WHOLE_NATION.provinces} provinces and ${WHOLE_NATION.communes} communes
  --villages N          of a commune on average, each with one team (${USUAL_WISH.villages})
  --households N        on the list of each village (${USUAL_WISH.households})
  --records-per-team N  records of a team in a month on average (${USUAL_WISH.recordsPerTeam})
  --months N            up to today (${USUAL_WISH.months})
  --seed N              the same number gives the same people and the same work (${USUAL_WISH.seed})
  --planted-communes N  so many hold planted fraud of the kinds T2 to T7, labelled in national/planted.jsonl (${USUAL_WISH.plantedCommunes})
  --seal-months         closes and seals the months that are over; without it the house's clock does after its start`;

const SAY = (text: string) => process.stdout.write(text);
const TELL_EVERY_MS = 5_000;

export async function run(facts: CommandFacts): Promise<void> {
  const wish = readWish(facts.args);
  const config = readCommandConfig({ ...facts, args: [] });
  const log = makeLog({ mode: "test", role: "worker" }, process.stderr);
  const house = await buildHouse(config, log, { mayJoin: true });
  try {
    await fill(house, wish);
  } catch (error) {
    if (!(error instanceof NationThere)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    await house.close();
  }
}

async function fill({ platform, opened }: House, wish: NationWish): Promise<void> {
  const startedMs = performance.now();
  const seconds = () => ((performance.now() - startedMs) / 1000).toFixed(1);
  const owner = opened.openPool("owner", { name: "seed", max: 4, statementTimeoutMs: 0 });
  const folder = nationFolder(platform);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const side = createWriteStream(path.join(folder, "planted.jsonl"), { mode: 0o600 });
  try {
    const nowMs = platform.clock.now().getTime();
    let toldMs = 0;
    const { counts, signIns } = await loadNation(
      { platform, owner, wish, until: { today: localDateAt(nowMs), nowMs } },
      {
        label: (line) => side.write(`${JSON.stringify(line)}\n`),
        done({ communes, records }) {
          if (performance.now() - toldMs < TELL_EVERY_MS && communes < wish.communes) return;
          toldMs = performance.now();
          SAY(`${communes} of ${wish.communes} communes, ${records} records, ${seconds()} s\n`);
        },
      },
    );
    side.end();
    await finished(side);
    await owner.query("analyze");
    SAY(report(counts, wish, folder, seconds()));
    SAY(`\n${printableSignIns(signIns, platform.clock.now())}`);
  } finally {
    await owner.end();
  }
}

function report(counts: NationCounts, wish: NationWish, folder: string, seconds: string): string {
  const { communes, teams, members, households, records, visits, lines, planted } = counts;
  return [
    "",
    `${wish.provinces} provinces, ${communes} communes, ${teams} teams, ${members} members, ${households} households`,
    `${records} records of ${visits} people guided, ${lines} lines of the ledger, in ${seconds} s`,
    `${planted} planted records are labelled in ${path.join(folder, "planted.jsonl")}`,
    wish.sealsMonths
      ? "Months that are over are closed, drawn for second looks and sealed."
      : "Months that are over are not closed yet: the house's own clock closes and seals them after its start (or give --seal-months).",
    "Badges by rule are given by the worker's daily round. Reports and reviews of the year were not written for anybody.",
    "Every row passed the walls, references and triggers of the house; `npm run verify` recomputes all of it.",
    "",
  ].join("\n");
}

function readWish(args: readonly string[]): NationWish {
  const number = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        communes: number,
        provinces: number,
        villages: number,
        households: number,
        "records-per-team": number,
        months: number,
        seed: number,
        "planted-communes": number,
        "seal-months": { type: "boolean", default: false },
        "whole-nation": { type: "boolean", default: false },
      },
    });
    const usual = values["whole-nation"] ? { ...USUAL_WISH, ...WHOLE_NATION } : USUAL_WISH;
    const count = (text: string | undefined, otherwise: number) =>
      text === undefined ? otherwise : Number(text);
    const wish: NationWish = {
      provinces: count(values.provinces, usual.provinces),
      communes: count(values.communes, usual.communes),
      villages: count(values.villages, usual.villages),
      households: count(values.households, usual.households),
      recordsPerTeam: count(values["records-per-team"], usual.recordsPerTeam),
      months: count(values.months, usual.months),
      seed: count(values.seed, usual.seed),
      plantedCommunes: count(values["planted-communes"], usual.plantedCommunes),
      sealsMonths: values["seal-months"],
    };
    const problem = judgeWish(wish);
    if (problem !== null) throw new Error(problem);
    return wish;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exit(2);
  }
}
