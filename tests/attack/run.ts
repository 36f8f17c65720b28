import { openDemoHouse } from "./demo-house.ts";
import { attackByWords } from "./words.ts";

/** `npm run test:attack [-- words]`: the program against people who mean it harm, on the demonstration commune. */
const PARTS = ["words"] as const;
const asked = process.argv.slice(2);
const minutes = Number(process.env.ATTACK_MINUTES ?? 60);

const house = await openDemoHouse();
const found: string[] = [];
try {
  for (const part of PARTS.filter((name) => asked.length === 0 || asked.includes(name))) {
    process.stdout.write(`== ${part}\n`);
    if (part === "words") found.push(...(await attackByWords(house, minutes)).findings.found);
  }
} finally {
  await house.stop();
}
process.stdout.write(found.length === 0 ? "nothing found\n" : `${found.length} found\n`);
process.exitCode = found.length === 0 ? 0 : 1;
