/** A guide as it is written in docs/huong-dan and docs/guides, in the few marks of Markdown that those files use. */
export interface GuideSection {
  /** The first section bears the guide's own title. */
  readonly title: string;
  readonly blocks: readonly GuideBlock[];
}

export type GuideBlock =
  | { readonly is: "text"; readonly spans: readonly GuideSpan[] }
  | { readonly is: "list"; readonly isOrdered: boolean; readonly items: readonly (readonly GuideSpan[])[] }
  | { readonly is: "picture"; readonly name: string; readonly alt: string };

export interface GuideSpan {
  readonly text: string;
  readonly as: "plain" | "button" | "place" | "code";
}

export const GUIDE_READERS = ["member", "leader", "office"] as const;
export type GuideReader = (typeof GUIDE_READERS)[number];

/** What a reader is called in the address of the guide, and by the file of the Vietnamese one. */
export const GUIDE_NAMES: Readonly<Record<GuideReader, string>> = {
  member: "thanh-vien",
  leader: "to-truong",
  office: "van-phong",
};

export const GUIDE_PATH = "/huong-dan";

const MARKS = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[(.+?)\]\([^)]*\)/g;

export function parseGuide(text: string): GuideSection[] {
  const sections: { title: string; blocks: GuideBlock[] }[] = [];
  for (const line of text.split("\n").map((each) => each.trim())) {
    const heading = /^##? (.+)$/.exec(line)?.[1];
    if (heading) sections.push({ title: heading, blocks: [] });
    else if (line !== "") addLine(sections.at(-1)?.blocks ?? [], line);
  }
  return sections;
}

function addLine(blocks: GuideBlock[], line: string): void {
  const [, alt, name] = /^!\[(.*)\]\(.*\/([\w-]+)\.webp\)$/.exec(line) ?? [];
  if (alt !== undefined && name !== undefined) {
    blocks.push({ is: "picture", name, alt });
    return;
  }
  const [, mark, item] = /^(\d+\.|-) (.+)$/.exec(line) ?? [];
  if (mark === undefined || item === undefined) {
    blocks.push({ is: "text", spans: parseSpans(line) });
    return;
  }
  const isOrdered = mark !== "-";
  const before = blocks.at(-1);
  const items = before?.is === "list" && before.isOrdered === isOrdered ? before.items : null;
  if (items) blocks.pop();
  blocks.push({ is: "list", isOrdered, items: [...(items ?? []), parseSpans(item)] });
}

function parseSpans(text: string): GuideSpan[] {
  const spans: GuideSpan[] = [];
  let from = 0;
  const keep = (piece: string | undefined, as: GuideSpan["as"]) => {
    if (piece) spans.push({ text: piece, as });
  };
  for (const found of text.matchAll(MARKS)) {
    keep(text.slice(from, found.index), "plain");
    const [whole, button, place, code, linked] = found;
    keep(button, "button");
    keep(place, "place");
    keep(code, "code");
    // What is linked lies beside the guide and not in the program.
    keep(linked, "plain");
    from = found.index + whole.length;
  }
  keep(text.slice(from), "plain");
  return spans;
}
