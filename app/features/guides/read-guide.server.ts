import { type GuideReader, type GuideSection, parseGuide } from "#app/domain/guides/guide.ts";
import member from "../../../docs/huong-dan/thanh-vien.md?raw";
import leader from "../../../docs/huong-dan/to-truong.md?raw";
import office from "../../../docs/huong-dan/van-phong.md?raw";

const TEXTS: Readonly<Record<GuideReader, string>> = {
  "thanh-vien": member,
  "to-truong": leader,
  "van-phong": office,
};

/** The guide as the repository has it: one text for the screen and for whoever reads the files. */
export function readGuide(reader: GuideReader): GuideSection[] {
  return parseGuide(TEXTS[reader]);
}
