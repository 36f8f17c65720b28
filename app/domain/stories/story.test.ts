import { describe, expect, it } from "vitest";
import { excerptOf, findUnlisted, judgeNames, moveStory, namesOf, paragraphsOf } from "./story.ts";

describe("a story on its way", () => {
  it("H02: the author writes and sends in; an editor who is not the author decides", () => {
    const author = { isAuthor: true, isEditor: true };
    const editor = { isAuthor: false, isEditor: true };
    expect(moveStory({ state: "draft", ...author }, "submit")).toEqual({ ok: true, value: "submitted" });
    expect(moveStory({ state: "submitted", ...author }, "approve")).toMatchObject({ code: "story_is_yours" });
    expect(moveStory({ state: "submitted", ...editor }, "approve")).toEqual({ ok: true, value: "approved" });
    expect(moveStory({ state: "submitted", ...editor }, "write")).toMatchObject({ code: "not_permitted" });
  });

  it("takes down what is published even by its author, for a name that must go", () => {
    const author = { isAuthor: true, isEditor: true };
    expect(moveStory({ state: "published", ...author }, "remove")).toEqual({ ok: true, value: "removed" });
  });

  it("comes back to life in no way once it was taken down", () => {
    const both = { isAuthor: true, isEditor: true };
    for (const act of ["write", "submit", "return", "approve", "publish", "remove"] as const)
      expect(moveStory({ state: "removed", ...both }, act).ok).toBe(false);
  });
});

describe("people in a story", () => {
  it("H02: whoever did not agree, or took it back, is named in the refusal", () => {
    const yes = { name: "Vì Thị Lan", askedOn: "2026-11-01", withdrawnOn: null };
    const silent = { name: "Lò Văn Trưởng", askedOn: null, withdrawnOn: null };
    const gone = { name: "Hoàng Thị Xa", askedOn: "2026-11-01", withdrawnOn: "2026-11-05" };
    expect(judgeNames([yes]).ok).toBe(true);
    expect(judgeNames([yes, silent, gone])).toEqual({
      ok: false,
      code: "story_names_without_consent",
      names: ["Lò Văn Trưởng", "Hoàng Thị Xa"],
    });
  });

  it("finds a full name of the roster in the text, as a word and in any case", () => {
    const roster = ["Vì Thị Lan", "Lò Văn An", "An"];
    const text = "Chị VÌ THỊ LAN dạy bà con. Anh Lò Văn Anh đứng xem.";
    expect(findUnlisted(text, roster, [])).toEqual(["Vì Thị Lan"]);
    expect(findUnlisted(text, roster, ["vì thị lan"])).toEqual([]);
  });

  it("reads one name to a line, once", () => {
    expect(namesOf(" Vì  Thị Lan\nLò Văn An, vì thị lan;\n\n")).toEqual(["Vì Thị Lan", "Lò Văn An"]);
  });
});

describe("the text of a story", () => {
  it("is plain paragraphs, and is cut between words", () => {
    expect(paragraphsOf("Một.\n\nHai.\nBa.\n")).toEqual(["Một.", "Hai.", "Ba."]);
    expect(excerptOf("Sáng nay bà con ra chợ phiên", 14)).toBe("Sáng nay bà…");
    expect(excerptOf("Ngắn")).toBe("Ngắn");
  });
});
