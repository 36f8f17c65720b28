// `npm test`: every check of the house in one command, on services it starts itself.
// `node tests/run.mjs unit tidy` runs only the named steps. The last line is always "N passed, N failed".
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const IN_CI = process.env.CI === "true" || process.env.CI === "1";
const MINUTE_MS = 60_000;

/** A command that answers yes or no counts as one check; a suite counts its tests. */
const STEPS = {
  generate: { command: ["app/server/launch.mjs", "generate"], limitMinutes: 3 },
  lint: {
    command: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
    limitMinutes: 3,
  },
  types: { command: ["node_modules/typescript/bin/tsc", "--noEmit"], limitMinutes: 8 },
  build: { command: ["app/server/launch.mjs", "build"], limitMinutes: 8 },
  unit: { suite: "unit", limitMinutes: 8 },
  tidy: { suite: "tidy", limitMinutes: 5 },
  integration: { suite: "integration", limitMinutes: 30 },
  access: { suite: "access", limitMinutes: 30 },
  e2e: { suite: "e2e", limitMinutes: 25 },
};

/** Stages follow each other; the lanes of one stage share the two cores. */
const STAGES = [
  [["generate"]],
  [
    ["types", "build"],
    ["lint", "unit", "tidy"],
  ],
  [["integration"], ["access"]],
  [["e2e"]],
];

const running = new Set();
const scratch = await mkdtemp(path.join(tmpdir(), "house-tests-"));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stopAll(signal));

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`Unknown step ${unknown.join(", ")}. Known: ${Object.keys(STEPS).join(", ")}.`);
  process.exit(2);
}

const results = [];
for (const lanes of STAGES) {
  const chosen = lanes.map((lane) => lane.filter(isWanted)).filter((lane) => lane.length > 0);
  await Promise.all(chosen.map((lane) => runLane(lane, chosen.length > 1)));
  // Without the database client nothing else can be judged.
  if (results.some(({ name, failed }) => name === "generate" && failed > 0)) break;
}
await rm(scratch, { recursive: true, force: true });
report();

function isWanted(name) {
  return wanted.length === 0 || wanted.includes(name);
}

async function runLane(lane, isShared) {
  for (const name of lane) {
    const startedAt = Date.now();
    const step = STEPS[name];
    const outcome = await (step.suite ? runSuite(name, step, isShared) : runCommand(name, step, isShared));
    const seconds = (Date.now() - startedAt) / 1000;
    results.push({ name, seconds, ...outcome });
    console.log(`== ${name}: ${sentence(outcome)} in ${seconds.toFixed(1)} s\n`);
  }
}

async function runCommand(name, step, isShared) {
  const { status, problem } = await execute(name, step.command, step.limitMinutes, isShared);
  const isGood = status === 0;
  return {
    passed: isGood ? 1 : 0,
    failed: isGood ? 0 : 1,
    skipped: 0,
    names: isGood ? [] : [problem ?? `ended with ${status}`],
  };
}

/** A runner that fell before its first test has judged nothing: it is started once more, and its words are kept. */
async function runSuite(name, step, isShared) {
  const first = await attemptSuite(name, step, isShared);
  if (!first.fellAtStart) return first.outcome;
  console.log(`== ${name} fell before its first test; once more`);
  const { outcome } = await attemptSuite(name, step, isShared);
  return { ...outcome, names: [...outcome.names, `the first start fell: ${first.said}`] };
}

async function attemptSuite(name, step, isShared) {
  const file = path.join(scratch, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const command = ["node_modules/vitest/vitest.mjs", "run", "--project", step.suite, ...reporters];
  const { status, problem, said } = await execute(name, command, step.limitMinutes, isShared);
  const counted = countTests(await readFile(file, "utf8").catch(() => null));
  await rm(file, { force: true });
  const fellAtStart = !problem && status !== 0 && counted.passed === 0 && !counted.names.length;
  return { outcome: judgeSuite(counted, status, problem), fellAtStart, said };
}

function judgeSuite(outcome, status, problem) {
  if (problem) return withFailure(outcome, problem);
  // A crash, an unhandled rejection or a run without tests fails no single test but is no success.
  if (status !== 0 && outcome.failed === 0) return withFailure(outcome, `the runner ended with ${status}`);
  if (outcome.passed === 0 && outcome.failed === 0) return withFailure(outcome, "no test ran");
  return outcome;
}

function withFailure(outcome, why) {
  return { ...outcome, failed: outcome.failed + 1, names: [...outcome.names, why] };
}

function countTests(json) {
  const outcome = { passed: 0, failed: 0, skipped: 0, names: [] };
  if (json === null) return withFailure(outcome, "the runner left no report");
  for (const file of JSON.parse(json).testResults) {
    const where = path.relative(process.cwd(), file.name);
    const broken = file.assertionResults.filter(({ status }) => status === "failed");
    for (const { status, fullName } of file.assertionResults) {
      if (status === "passed") outcome.passed += 1;
      else if (status === "failed") outcome.names.push(`${where}: ${fullName}`);
      else {
        outcome.skipped += 1;
        outcome.names.push(`${where}: skipped: ${fullName}`);
      }
    }
    outcome.failed += broken.length;
    if (file.status === "failed" && broken.length === 0) {
      outcome.failed += 1;
      outcome.names.push(`${where}: could not be run`);
    }
  }
  return outcome;
}

/** Its own process group, so that a step that hangs is ended with everything it started. */
function execute(name, command, limitMinutes, isShared) {
  return new Promise((resolve) => {
    console.log(`== ${name} ...`);
    const child = spawn(process.execPath, command, { detached: true, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const heard = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        heard.push(chunk);
        if (!isShared) process.stdout.write(chunk);
      });
    }
    let problem = null;
    const limit = setTimeout(() => {
      problem = `did not end within ${limitMinutes} minutes`;
      killGroup(child, "SIGKILL");
    }, limitMinutes * MINUTE_MS);
    child.on("error", (error) => {
      problem = error.message;
    });
    // Something it left behind may hold its output open.
    child.on("exit", () => setTimeout(() => destroyOutput(child), 3_000).unref());
    child.on("close", (status, signal) => {
      clearTimeout(limit);
      running.delete(child);
      const said = Buffer.concat(heard);
      if (isShared) process.stdout.write(said);
      if (signal && !problem) problem = `was ended by ${signal}`;
      resolve({ status, problem, said: said.toString().trim().slice(-2_000) });
    });
  });
}

function destroyOutput(child) {
  child.stdout.destroy();
  child.stderr.destroy();
}

function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended by itself.
  }
}

function stopAll(signal) {
  for (const child of running) killGroup(child, signal);
  setTimeout(() => process.exit(130), 10_000).unref();
}

function sentence({ passed, failed, skipped }) {
  const tail = skipped > 0 ? `, ${skipped} skipped` : "";
  return `${passed} passed, ${failed} failed${tail}`;
}

function report() {
  console.log("== summary");
  for (const { name, seconds, names, ...counts } of results) {
    console.log(`${name.padEnd(12)} ${sentence(counts)} (${seconds.toFixed(1)} s)`);
    for (const line of names) console.log(`  - ${line}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum("skipped");
  // On a person's machine a missing browser is said aloud; in CI it is a failure.
  const failed = sum("failed") + (IN_CI ? skipped : 0);
  if (IN_CI && skipped > 0) console.log(`${skipped} skipped, which is a failure in CI`);
  console.log(sentence({ passed: sum("passed"), failed, skipped }));
  process.exitCode = failed > 0 || results.length === 0 ? 1 : 0;
}
