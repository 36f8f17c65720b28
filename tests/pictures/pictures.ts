import type { Page } from "playwright-core";

/** Who reads the guide that the picture stands in, and signs in for it. */
type Reader = "to.truong" | "thanh.vien" | "van.phong";

export interface GuidePicture {
  /** The file's name, without its ending. */
  readonly name: string;
  readonly reader: Reader;
  readonly path: string;
  /** What the reader has done before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** At most twelve, as a guide is read and not leafed through. */
export const MOST_PICTURES = 12;
/** A guide is opened on the road. */
export const MOST_BYTES = 60_000;

/** Taken of the demonstration commune; the names are those the guides use. */
export const PICTURES: readonly GuidePicture[] = [
  {
    name: "member-log",
    reader: "thanh.vien",
    path: "/ghi-viec",
    prepare: async (page) => {
      await page.locator("main a[href*='viec=']").first().click();
      await page.waitForURL(/viec=/);
    },
  },
  { name: "member-mine", reader: "thanh.vien", path: "/viec-cua-toi" },
  { name: "member-badges", reader: "thanh.vien", path: "/huy-hieu" },
  { name: "member-board", reader: "thanh.vien", path: "/bang" },
  { name: "leader-queue", reader: "to.truong", path: "/duyet" },
  { name: "leader-team", reader: "to.truong", path: "/to-cua-toi" },
  { name: "leader-walk", reader: "to.truong", path: "/di-tham" },
  { name: "leader-report", reader: "to.truong", path: "/bao-cao" },
  { name: "office-overview", reader: "van.phong", path: "/van-phong" },
  { name: "office-queue", reader: "van.phong", path: "/van-phong/duyet" },
  { name: "office-reports", reader: "van.phong", path: "/van-phong/bao-cao" },
  { name: "office-year", reader: "van.phong", path: "/van-phong/nam" },
];
