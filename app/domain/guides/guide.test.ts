import { describe, expect, it } from "vitest";
import { parseGuide } from "./guide.ts";

describe("a guide in its file", () => {
  it("becomes sections of lists, pictures and sentences with what is pressed in them", () => {
    const text =
      "# Cho thành viên\n\nMột câu.\n\n## Ghi việc\n\n1. Bấm **Ghi việc**.\n2. Xong.\n\n![Màn hình](../../public/guide/member-log.webp)\n\n- Vào *Tôi* ([cách](../a.md))\n";
    expect(parseGuide(text)).toEqual([
      { title: "Cho thành viên", blocks: [{ is: "text", spans: [{ text: "Một câu.", as: "plain" }] }] },
      {
        title: "Ghi việc",
        blocks: [
          {
            is: "list",
            isOrdered: true,
            items: [
              [
                { text: "Bấm ", as: "plain" },
                { text: "Ghi việc", as: "button" },
                { text: ".", as: "plain" },
              ],
              [{ text: "Xong.", as: "plain" }],
            ],
          },
          { is: "picture", name: "member-log", alt: "Màn hình" },
          {
            is: "list",
            isOrdered: false,
            items: [
              [
                { text: "Vào ", as: "plain" },
                { text: "Tôi", as: "place" },
                { text: " (", as: "plain" },
                { text: "cách", as: "plain" },
                { text: ")", as: "plain" },
              ],
            ],
          },
        ],
      },
    ]);
  });
});
