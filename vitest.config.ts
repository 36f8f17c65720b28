import { defineConfig } from "vitest/config";

// Generous: a test that hangs is found all the same, and a busy machine is no failure.
const shared = {
  setupFiles: ["tests/support/announced-silence.ts"],
  restoreMocks: true,
  testTimeout: 30_000,
};

/** Modules hold nothing that changes (a tidy test sees to it), so files of one worker read them once. */
const inOneWorld = { isolate: false, maxWorkers: 2 };

const onPostgres = {
  globalSetup: ["tests/support/postgres-for-the-run.ts"],
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          ...inOneWorld,
          name: "unit",
          include: [
            "app/**/*.test.{ts,tsx}",
            "workers/**/*.test.ts",
            "prisma/**/*.test.ts",
            "tests/golden/**/*.test.ts",
          ],
        },
      },
      { test: { ...shared, name: "tidy", include: ["tests/tidy/**/*.test.ts"] } },
      {
        test: {
          ...shared,
          ...inOneWorld,
          ...onPostgres,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: ["tests/integration/access/**"],
        },
      },
      // Knocks at the built pages, drawn by the React of production, which a process can hold once only.
      {
        test: {
          ...shared,
          ...onPostgres,
          name: "access",
          include: ["tests/integration/access/**/*.test.ts"],
        },
      },
      {
        test: {
          ...shared,
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/support/house-for-the-run.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      // A campaign of its own, not part of `npm test`.
      {
        test: {
          ...shared,
          ...onPostgres,
          name: "storm",
          include: ["tests/storm/**/*.test.ts"],
          fileParallelism: false,
        },
      },
    ],
  },
});
