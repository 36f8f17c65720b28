import * as bell from "lucide-react/icons/bell";
import * as alert from "lucide-react/icons/circle-exclamation-point";
import * as users from "lucide-react/icons/users-round";
import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import drawIcon from "#app/server/pages/draw-icon.ts";

type Props = Readonly<Record<string, unknown>>;

/** The package's types do not tell of the data. */
interface IconModule {
  readonly __iconData: Parameters<typeof drawIcon>[0];
  readonly default: ComponentType<Props>;
}

/** The order of attributes says nothing. */
function drawn(icon: ComponentType<Props>, props: Props): string[] {
  return renderToStaticMarkup(createElement(icon, props))
    .split(/(?=<)/)
    .map((tag) =>
      [...tag.matchAll(/[\w-]+="[^"]*"|<\/?\w+/g)]
        .map(([part]) => part)
        .sort()
        .join(" "),
    );
}

describe("an icon in the browser's scripts", () => {
  it.each([
    { size: "1.5rem", "aria-hidden": true },
    { size: 20, className: "shrink-0 text-accent-ink" },
    { "aria-label": "Chuông" },
    { role: "img" },
    {},
  ])("is drawn as the package draws it: %o", (props) => {
    for (const icon of [bell, alert, users] as unknown as readonly IconModule[]) {
      const { __iconData: data, default: packaged } = icon;
      const ours = drawIcon(data);
      expect(drawn(ours as ComponentType<Props>, props)).toEqual(drawn(packaged, props));
    }
  });
});
