import { proveDetectors } from "./controls.ts";
import { type DemoHouse, openDemoHouse } from "./demo-house.ts";
import { attackByReplay } from "./replay.ts";
import { attackBySlowness } from "./slow.ts";
import { runFfuf, runSqlmap, runWapiti } from "./tools.ts";
import { attackByFiles } from "./uploads.ts";
import { attackByWords } from "./words.ts";

/**
 * `npm run test:attack [-- words sqlmap]`: the program against people who mean it harm, on the demonstration commune.
 * ATTACK_MINUTES bounds the parts that could go on for ever.
 */
const minutes = Number(process.env.ATTACK_MINUTES ?? 60);
const PARTS: Readonly<Record<string, (house: DemoHouse) => Promise<{ readonly found: readonly string[] }>>> =
  {
    controls: proveDetectors,
    replay: (house) => attackByReplay(house, minutes, Number(process.env.ATTACK_REPLAYS ?? 100)),
    uploads: (house) => attackByFiles(house, minutes),
    slow: (house) => attackBySlowness(house, 1_000),
    words: (house) => attackByWords(house, minutes),
    sqlmap: (house) => runSqlmap(house, minutes),
    wapiti: (house) => runWapiti(house, minutes),
    ffuf: runFfuf,
  };

const asked = process.argv.slice(2);
const house = await openDemoHouse();
const found: string[] = [];
try {
  for (const [name, attack] of Object.entries(PARTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stdout.write(`== ${name}\n`);
    found.push(...(await attack(house)).found);
  }
} finally {
  await house.stop();
}
process.stdout.write(found.length === 0 ? "nothing found\n" : `${found.length} found\n`);
process.exit(found.length === 0 ? 0 : 1);
