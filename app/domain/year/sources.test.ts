import { describe, expect, it } from "vitest";
import { pageOfSources, SOURCES_PER_PAGE, type Sources } from "./sources.ts";

const sessions = (count: number): Extract<Sources, { kind: "sessions" }> => ({
  kind: "sessions",
  sessions: Array.from({ length: count }, (_, index) => ({
    id: String(index),
    title: `Buổi ${index}`,
    day: "2026-05-01" as Extract<Sources, { kind: "sessions" }>["sessions"][number]["day"],
    present: index,
  })),
});

describe("the rows behind a figure", () => {
  it("come page by page, each exactly once", () => {
    const all = sessions(2 * SOURCES_PER_PAGE + 3);
    const pages = [1, 2, 3].map((page) => pageOfSources(all, page));
    expect(pages.map(({ lastPage }) => lastPage)).toEqual([3, 3, 3]);
    expect(pages.flatMap(({ sources }) => (sources.kind === "sessions" ? sources.sessions : []))).toEqual(
      all.sessions,
    );
  });

  it("have a page where there is none, and none beyond the last", () => {
    expect(pageOfSources(sessions(0), 4)).toEqual({ sources: sessions(0), page: 1, lastPage: 1 });
    expect(pageOfSources(sessions(3), -2).page).toBe(1);
    expect(pageOfSources(sessions(SOURCES_PER_PAGE + 1), 9).page).toBe(2);
  });
});
