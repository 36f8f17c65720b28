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

/** At most six in a guide and a few more for members, as guides are read and not leafed through. */
export const MOST_PICTURES = 13;
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
  { name: "office-reports", reader: "van.phong", path: "/van-phong/bao-cao" },
  {
    name: "office-consolidated",
    reader: "van.phong",
    path: "/van-phong/bao-cao",
    // The newest month has hardly begun; the one before it is being put together.
    prepare: (page) => follow(page, "main a[href^='/van-phong/bao-cao/ban/']", 1),
  },
  { name: "office-year", reader: "van.phong", path: "/van-phong/nam", prepare: openLockedReview },
  {
    name: "office-trial",
    reader: "van.phong",
    path: "/van-phong/nam",
    prepare: async (page) => {
      await openLockedReview(page);
      await follow(page, "main a[href$='/thu-nghiem']");
      await page.locator("main input[inputmode=decimal]").first().fill("20");
      await page.locator("main form button[type=submit]").click();
      await page.waitForURL(/\?/);
    },
  },
  {
    name: "office-paper",
    reader: "van.phong",
    path: "/van-phong/nam",
    prepare: async (page) => {
      await openLockedReview(page);
      await follow(page, "main a[href$='/van-ban']");
      await follow(page, "main a[href*='/van-ban/to-trinh']");
    },
  },
];

async function follow(page: Page, link: string, nth = 0): Promise<void> {
  const address = await page.locator(link).nth(nth).getAttribute("href");
  if (address === null) throw new Error(`no link ${link}`);
  await page.goto(address);
}

/** The half year, whose ranking, awards and papers are there. */
async function openLockedReview(page: Page): Promise<void> {
  await follow(page, "main a[href^='/van-phong/nam/']:text('Sơ kết')");
}
