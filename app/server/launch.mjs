// The one door to every command. Plain JavaScript without packages, so that it can build what the commands
// need before it loads them: the database client, the web bundle and the server bundle, each only when stale.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const appRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const commandsFolder = path.join(appRoot, "app/server/commands");

const [command = "", ...args] = process.argv.slice(2);

if (command === "generate") await generate();
else if (command === "build") await buildToRun();
else if (command === "dev") await develop();
else await runCommand();

async function runCommand() {
  const known = (await readdir(commandsFolder))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.slice(0, -3));
  if (!known.includes(command)) {
    console.error(
      `Unknown command "${command}". Known: ${["generate", "build", "dev", ...known].join(", ")}.`,
    );
    process.exit(2);
  }
  const startedAt = process.hrtime.bigint();
  await build();
  const module = await import(pathToFileURL(path.join(appRoot, `build/server/${command}.js`)).href);
  await module.run({ appRoot, args, startedAt });
}

/** Vite serves the pages, tsx the server; a change of the server restarts it. */
async function develop() {
  await generate();
  await buildServer();
  process.exitCode = await execute(
    "node_modules/tsx/dist/cli.mjs",
    ["watch", "app/server/develop.ts", ...args],
    {
      NODE_ENV: "development",
    },
  );
}

/** Prisma's generator only reads the schema; it is told of an engine that exists so that it downloads none. */
async function generate() {
  await whenStale("generate", ["prisma/schema"], ["app/platform/prisma-client/client.ts"], () =>
    mustExecute("node_modules/prisma/build/index.js", ["generate", "--schema", "prisma/schema"], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    }),
  );
}

async function build() {
  await generate();
  await whenStale(
    "pages",
    [
      "app",
      "docs/guides",
      "docs/huong-dan",
      "package-lock.json",
      "public",
      "remix.config.js",
      "vite.config.ts",
    ],
    ["build/remix/server/index.js"],
    () => mustExecute("node_modules/@remix-run/dev/dist/cli.js", ["vite:build"], { NODE_ENV: "production" }),
  );
  await buildServer();
}

/** All that a start needs beside the data, so that it may run where it can write nothing else. */
async function buildToRun() {
  await build();
  const { completePostgres } = await import(
    pathToFileURL(path.join(appRoot, "build/server/complete-postgres.js")).href
  );
  await completePostgres(appRoot);
}

async function buildServer() {
  const sources = ["app", "package-lock.json", "workers", "prisma"];
  await whenStale("server", sources, ["build/server/start.js", "build/server/apart"], bundleServer);
}

/** One program per command, one per task that runs in a thread of its own, and the end of `npm run build`. */
async function bundleServer() {
  const { build: bundle } = await import("esbuild");
  const entryPoints = { "complete-postgres": path.join(appRoot, "app/server/complete-postgres.server.ts") };
  for (const [folder, prefix] of [
    ["app/server/commands", ""],
    ["app/server/apart", "apart/"],
  ]) {
    for (const name of await readdir(path.join(appRoot, folder))) {
      if (name.endsWith(".ts")) entryPoints[prefix + name.slice(0, -3)] = path.join(appRoot, folder, name);
    }
  }
  await bundle({
    absWorkingDir: appRoot,
    entryPoints,
    outdir: "build/server",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  });
}

/** Runs `make` unless the sources hash as they did when it last succeeded and its products are still there. */
async function whenStale(name, sources, products, make) {
  const stampFile = path.join(appRoot, "build", `.${name}.stamp`);
  const stamp = await hashSources(sources);
  const isFresh =
    products.every((product) => existsSync(path.join(appRoot, product))) &&
    existsSync(stampFile) &&
    (await readFile(stampFile, "utf8")) === stamp;
  if (isFresh) return;
  const begunAt = Date.now();
  await make();
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
  console.error(`${name}: built in ${((Date.now() - begunAt) / 1000).toFixed(1)} s`);
}

/** Names and contents, so that a fresh clone with new file times is not built twice. */
async function hashSources(sources) {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of await listFiles(path.join(appRoot, source))) {
      hash
        .update(path.relative(appRoot, file))
        .update("\0")
        .update(await readFile(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

async function listFiles(place) {
  if (!(await stat(place)).isDirectory()) return [place];
  const entries = await readdir(place, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${path.sep}prisma-client${path.sep}`) && !/\.test\.tsx?$/.test(file))
    .sort();
}

async function mustExecute(script, scriptArgs, environment) {
  const status = await execute(script, scriptArgs, environment);
  if (status !== 0) process.exit(status);
}

function execute(script, scriptArgs, environment) {
  return new Promise((resolve, reject) => {
    // Only the commands' own words belong on standard output.
    const child = spawn(process.execPath, [path.join(appRoot, script), ...scriptArgs], {
      cwd: appRoot,
      env: { ...process.env, ...environment },
      stdio: ["ignore", command === "dev" ? "inherit" : 2, "inherit"],
    });
    child.on("error", reject);
    child.on("exit", (status) => resolve(status ?? 1));
  });
}
