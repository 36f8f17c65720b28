import { expect, it } from "vitest";
import { bodyLimitOf } from "./body-limits.ts";

const TEN_MEGABYTES = 10 * 1_024 * 1_024;

it.each([
  "/van-phong/doi-ngu/nhap",
  "/van-phong/ho/nhap",
  "/van-phong/so-lieu-chuyen-tiep/nhap",
  "/van-phong/bao-cao/bieu-mau",
  "/van-phong/bao-cao/bieu-mau/mau-1",
  "/van-phong/ghi-giay",
  "/van-phong/ke-hoach/giay-to",
  "/van-phong/nhiem-vu/mot",
  "/van-phong/hoc-lieu",
  "/hoc-lieu/de-xuat",
  "/tap-huan/khoa-hoc/mot",
  "/chuyen/viet",
  "/cho-so",
  "/ghi-viec",
  "/nam/y-kien/mot/1",
])("a screen that asks for a file of ten megabytes takes it: %s", (path) => {
  expect(bodyLimitOf(path)).toBeGreaterThan(TEN_MEGABYTES);
  expect(bodyLimitOf(`${path}.data`)).toBe(bodyLimitOf(path));
});

it("a screen without one takes a form and no more", () => {
  for (const path of ["/van-phong/ho", "/van-phong/bao-cao", "/van-phong/ho/nhap-khac", "/dang-nhap"])
    expect(bodyLimitOf(path)).toBe(256 * 1_024);
});
