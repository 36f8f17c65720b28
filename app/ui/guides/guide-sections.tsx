import type { GuideBlock, GuideSection, GuideSpan } from "#app/domain/guides/guide.ts";
import type { Language } from "#app/messages/language.ts";
import { Card } from "../kit/card.tsx";
import { guidePicture } from "./guide-pictures.ts";

/** A guide on the screen, with pictures of the screens in the language it is written in. */
export function GuideSections(props: { language: Language; sections: readonly GuideSection[] }) {
  const { language, sections } = props;
  return (
    <div lang={language} className="grid grid-cols-1 gap-6">
      {sections.map(({ title, blocks }) => {
        const pictures = blocks.filter((block) => block.is === "picture");
        return (
          <Card key={title} title={title}>
            <div className={pictures.some(isUpright) ? "gap-6 md:flex md:items-start" : undefined}>
              <div className="grid min-w-0 flex-1 gap-3">
                {blocks.map((block) => (
                  <Block key={keyOf(block)} block={block} />
                ))}
              </div>
              {pictures.map((picture) => (
                <Picture key={picture.name} language={language} picture={picture} />
              ))}
            </div>
          </Card>
        );
      })}
    </div>
  );
}

function Block({ block }: { block: GuideBlock }) {
  if (block.is === "picture") return null;
  if (block.is === "text") return <p>{block.spans.map(say)}</p>;
  const items = block.items.map((spans) => <li key={textOf(spans)}>{spans.map(say)}</li>);
  return block.isOrdered ? (
    <ol className="list-decimal space-y-2 ps-7 marker:font-bold marker:text-accent-ink">{items}</ol>
  ) : (
    <ul className="list-disc space-y-2 ps-6 marker:text-accent-ink">{items}</ul>
  );
}

type PictureBlock = Extract<GuideBlock, { is: "picture" }>;

/** The office works at a desk, everybody else on a phone; the pictures are as large as their screens. */
function isUpright({ name }: PictureBlock): boolean {
  return !name.startsWith("office-");
}

function Picture({ language, picture }: { language: Language; picture: PictureBlock }) {
  const [width, height] = isUpright(picture) ? [540, 960] : [1120, 720];
  return (
    <img
      src={guidePicture(language, picture.name)}
      alt={picture.alt}
      width={width}
      height={height}
      loading="lazy"
      className={
        isUpright(picture)
          ? "mx-auto mt-4 w-60 shrink-0 rounded-lg border border-line md:mt-0"
          : "mt-4 w-full rounded-lg border border-line"
      }
    />
  );
}

function say({ text, as }: GuideSpan) {
  switch (as) {
    case "plain":
      return text;
    case "button":
      return <strong key={text}>{text}</strong>;
    case "place":
      return <em key={text}>{text}</em>;
    case "code":
      return (
        <code key={text} className="rounded-sm bg-sunken px-1.5 font-bold">
          {text}
        </code>
      );
  }
}

function textOf(spans: readonly GuideSpan[]): string {
  return spans.map(({ text }) => text).join("");
}

function keyOf(block: GuideBlock): string {
  switch (block.is) {
    case "picture":
      return block.name;
    case "text":
      return textOf(block.spans);
    case "list":
      return textOf(block.items[0] ?? []);
  }
}
